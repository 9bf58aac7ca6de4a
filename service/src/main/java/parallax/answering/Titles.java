package parallax.answering;

/** The name a study has for those who answer; its own name is the consultants' business. */
final class Titles {

    private Titles() {}

    static String study(AskedForm asked) {
        return asked.form().audience().isTeam()
                ? "How customers see " + asked.client()
                : "Your view of " + asked.client();
    }
}
