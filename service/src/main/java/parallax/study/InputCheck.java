package parallax.study;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;

/** Collects everything that is wrong with an input, so that one answer tells it all. */
final class InputCheck {

    static final int LONGEST_NAME = 120;
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]*");

    private final List<InputError> errors = new ArrayList<>();

    void error(String pointer, @Nullable Object value, String message) {
        errors.add(InputError.field(pointer, value == null ? null : value.toString(), message));
    }

    List<InputError> errors() {
        return List.copyOf(errors);
    }

    /** @throws InvalidInputException when anything was wrong */
    void finish() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** A text that must be there; stripped. */
    String text(String pointer, @Nullable String value, String what, int longest) {
        if (value == null || NOTHING_TO_SEE.matcher(value).matches()) {
            error(pointer, value, "Enter " + what + ".");
            return "";
        }
        String stripped = value.strip();
        if (stripped.length() > longest) {
            error(pointer, value, "Shorten this to %d characters; it has %d.".formatted(longest, stripped.length()));
        } else if (!isPlain(stripped)) {
            error(
                    pointer,
                    visible(stripped),
                    "Remove the control character (shown as ␦); a name is one line of ordinary text.");
        }
        return stripped;
    }

    void range(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            error(pointer, value, "Use a whole number from %d to %d.".formatted(least, most));
        }
    }

    /** No control characters (U+0000 cannot be stored), no line breaks, no half surrogate pairs. */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(InputCheck::isPlain);
    }

    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().map(c -> isPlain(c) ? c : '␦').forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
