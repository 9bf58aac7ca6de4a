package parallax.questionnaire;

/**
 * An answer one can choose.
 *
 * @param value what the form sends: {@code 1} to the number of scale points, or {@code na}
 * @param label its words
 * @param wayOut true for "I did not encounter this" and "I can't judge this"; stands last and set apart
 */
public record FormOption(String value, String label, boolean wayOut) {

    /** The value of the way out. */
    public static final String NOT_APPLICABLE = "na";
}
