package parallax.questionnaire;

/**
 * What one audience reads of an item in one language; both may hold {@link TextPiece}s.
 *
 * @param question complete in itself, 1 to 300 characters
 * @param hint one sentence below it, 0 to 300 characters
 */
public record ItemText(String question, String hint) {

    public static final int LONGEST = 300;

    public ItemText {
        if (question.isBlank() || question.length() > LONGEST) {
            throw new UnfitModelException(
                    "a question has 1 to %d characters, this one has %d".formatted(LONGEST, question.length()));
        }
        if (hint.length() > LONGEST) {
            throw new UnfitModelException(
                    "a hint has at most %d characters, this one has %d".formatted(LONGEST, hint.length()));
        }
    }

    public ItemText(String question) {
        this(question, "");
    }
}
