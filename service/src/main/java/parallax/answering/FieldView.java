package parallax.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as its template shows it.
 *
 * @param name of the form field
 * @param kind radio, check, words, line, area, number or day
 * @param hint that stands with it; null when there is none, or when it stands with the touchpoint
 * @param options rows to choose; empty for what is written
 * @param values what is written, one for each of its fields
 * @param other what is written beside "other"
 * @param longest the most characters of a text
 * @param note what a field takes, such as its limits; null: nothing to say
 * @param describedBy ids of hint, note and error; may be empty
 * @param open whether it is pointed out as open
 * @param mayBeOptional whether the way out of another question makes this one optional
 * @param optional whether it is so now
 */
public record FieldView(
        String name,
        String kind,
        String text,
        @Nullable String hint,
        List<OptionView> options,
        List<String> values,
        String other,
        int longest,
        @Nullable String note,
        String describedBy,
        @Nullable String error,
        boolean open,
        boolean mayBeOptional,
        boolean optional) {

    /** Where a link to it leads: its first row or field. */
    public String firstId() {
        return switch (kind) {
            case "radio", "check" -> name + "-" + options.get(0).value();
            case "words" -> name + "_1";
            default -> name;
        };
    }

    /** A row to choose. */
    public record OptionView(String value, String label, boolean wayOut, boolean isOther, boolean chosen) {}
}
