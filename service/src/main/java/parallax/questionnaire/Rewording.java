package parallax.questionnaire;

/**
 * A consultant's own words for a question on a touchpoint, instead of the generated ones.
 *
 * @param text the whole question, 1 to 300 characters. It must still name its touchpoint, see {@link Mirror}
 */
public record Rewording(Audience audience, Measure measure, String language, String text) {

    /** Which question it is. */
    String place() {
        return audience + " " + measure + " " + language;
    }

    public Rewording {
        if (text.isBlank() || text.length() > ItemText.LONGEST) {
            throw new UnfitModelException(
                    "a question has 1 to %d characters, this one has %d".formatted(ItemText.LONGEST, text.length()));
        }
    }
}
