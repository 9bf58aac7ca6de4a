package parallax.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * What was answered to an item, in the form that fields of a page send.
 *
 * @param values keys of choices; a point of a scale, or {@code na}; a number; a day as {@code 2026-03-31}; words; a text.
 *     Empty: not answered
 * @param other what was written beside {@link Choice#OTHER}; empty where that was not taken
 */
public record ItemAnswer(List<String> values, String other) {

    public static final ItemAnswer NONE = new ItemAnswer(List.of(), "");

    public ItemAnswer {
        values = List.copyOf(values);
    }

    public static ItemAnswer of(String... values) {
        return new ItemAnswer(List.of(values), "");
    }

    public boolean isNone() {
        return values.isEmpty();
    }

    /** Its one value as a whole number; empty when there is none or it is none. */
    public Optional<Integer> number() {
        if (values.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(values.get(0)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
