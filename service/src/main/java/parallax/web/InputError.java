package parallax.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input, and how to put it right.
 *
 * @param pointer JSON pointer or form field; null for tables
 * @param row row as in the file, the header being row 1; null outside tables
 * @param column column as the header names it; null outside tables
 * @param value the value as sent, shortened to 100 characters; null when it was absent
 */
public record InputError(
        @Nullable String pointer,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String message) {

    private static final int LONGEST_VALUE = 100;

    public InputError {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    public static InputError field(String pointer, @Nullable String value, String message) {
        return new InputError(pointer, null, null, value, message);
    }

    public static InputError cell(int row, @Nullable String column, @Nullable String value, String message) {
        return new InputError(null, row, column, value, message);
    }
}
