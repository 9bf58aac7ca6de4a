package parallax.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says to whom.
 *
 * @param neverLeaves of a sample engagement: shown in the workspace, never handed to a mail server
 */
public record Letter(Addressee to, Words words, Links links, boolean neverLeaves) {

    /**
     * To whom. toString tells nothing.
     *
     * @param name beside the address
     */
    public record Addressee(String address, @Nullable String name) {

        @Override
        public String toString() {
            return "Addressee";
        }
    }

    /**
     * Its words as they leave. toString tells nothing: they hold personal links.
     *
     * @param subject one line
     * @param text the plain part; lines end with {@code \n}
     * @param html the other part, whole; nothing in it is loaded from elsewhere
     */
    public record Words(String subject, String text, String html) {

        @Override
        public String toString() {
            return "Words";
        }
    }

    /**
     * The personal link and the stop link. toString tells nothing: they admit their holder.
     *
     * @param answer null for a mail that asks nothing
     * @param stop null for a mail to a colleague, who is not a respondent
     */
    public record Links(@Nullable String answer, @Nullable String stop) {

        @Override
        public String toString() {
            return "Links";
        }
    }
}
