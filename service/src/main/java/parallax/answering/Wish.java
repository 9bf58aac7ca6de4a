package parallax.answering;

/**
 * What somebody asks of us beside the answers. It stands with the person, never with the answers.
 *
 * @param results whether to send them the main results
 * @param contact about what, and who should call or write; empty: nothing
 * @param comment a comment that may be passed on with the name; empty: none
 */
public record Wish(boolean results, String contact, String comment) {

    public static final int LONGEST_CONTACT = 300;
    public static final int LONGEST_COMMENT = 500;

    static final Wish NONE = new Wish(false, "", "");

    public boolean isNone() {
        return !results && contact.isEmpty() && comment.isEmpty();
    }
}
