package parallax.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says to whom. All text in it is data: it is never read as a template.
 *
 * @param neverLeaves of a sample engagement: shown in the workspace, never handed to a mail server
 */
public record Letter(Addressee to, Occasion occasion, Links links, boolean neverLeaves) {

    /**
     * To whom. toString tells nothing.
     *
     * @param name beside the address
     * @param greeting as after "Hello"
     */
    public record Addressee(
            String address, @Nullable String name, @Nullable String greeting) {

        @Override
        public String toString() {
            return "Addressee";
        }
    }

    /**
     * Why.
     *
     * @param minutes how long the form takes, as the mail says
     * @param until last day for answers, as the mail says; null: no day is set
     * @param team what the addressee's team is called; null for customers
     */
    public record Occasion(
            String client,
            int minutes,
            @Nullable String until,
            @Nullable String team,
            Promise promise) {}

    /**
     * What the mail promises, filled from the settings that hold it.
     *
     * @param people size of the addressee's team; for customers it is not shown
     * @param answers fewest answers a figure of this audience stands on
     * @param accounts fewest companies a customers' figure stands on
     * @param deletion when names are deleted, as after "Names are deleted": "by 3 March 2027"
     */
    public record Promise(int people, int answers, int accounts, String deletion) {}

    /** The personal link and the stop link. toString tells nothing: they admit their holder. */
    public record Links(String answer, String stop) {

        @Override
        public String toString() {
            return "Links";
        }
    }
}
