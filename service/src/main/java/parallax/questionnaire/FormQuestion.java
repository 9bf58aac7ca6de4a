package parallax.questionnaire;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name of the form field: {@code x} (experience) or {@code i} (importance) and the position
 * @param position of the touchpoint in the questionnaire: the index into the byte array of the measure
 * @param text the question, complete in itself
 * @param options scale words from the low end to the high end, then the way out where there is one
 */
public record FormQuestion(String name, int position, Measure measure, String text, List<FormOption> options) {

    /** In a response: not answered. */
    public static final byte NOT_ANSWERED = 0;

    /** In a response: did not encounter (customers), cannot judge (teams). */
    public static final byte NOT_ENCOUNTERED = (byte) 255;

    public FormQuestion {
        options = List.copyOf(options);
    }

    /**
     * The byte a response holds for what the form sent: 1 to the number of scale points, {@link #NOT_ENCOUNTERED}, or
     * {@link #NOT_ANSWERED} for an empty value.
     *
     * @throws IllegalArgumentException for anything that is none of the options; the message lists those there are
     */
    public byte read(String value) {
        if (value.isEmpty()) {
            return NOT_ANSWERED;
        }
        FormOption chosen = options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of the answers: use one of %s"
                        .formatted(
                                value,
                                String.join(
                                        ", ",
                                        options.stream().map(FormOption::value).toList()))));
        return chosen.wayOut() ? NOT_ENCOUNTERED : Byte.parseByte(chosen.value());
    }

    /** What the form would send for a byte of a response: the inverse of {@link #read}. */
    public String write(byte answer) {
        return switch (answer) {
            case NOT_ANSWERED -> "";
            case NOT_ENCOUNTERED -> FormOption.NOT_APPLICABLE;
            default -> Byte.toString(answer);
        };
    }
}
