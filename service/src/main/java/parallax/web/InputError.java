package parallax.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input, and how to put it right.
 *
 * @param pointer JSON pointer or form field; null for tables and parameters
 * @param parameter name of a query parameter, header or uploaded part, where the API is told of it; null elsewhere
 * @param row row as in the file, the header being row 1; null outside tables
 * @param column column as the header names it; null outside tables
 * @param value the value as sent, shortened to 100 characters; null when it was absent
 */
public record InputError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String message) {

    private static final int LONGEST_VALUE = 100;
    private static final int REPLACEMENT = 0xFFFD;

    public InputError {
        if (value != null) {
            value = shown(value);
        }
    }

    /** Cut between characters, never inside one, and without what JSON and databases cannot carry. */
    private static String shown(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints()
                .limit(LONGEST_VALUE)
                .map(point -> CleanText.isStorable(point) ? point : REPLACEMENT)
                .forEach(text::appendCodePoint);
        return value.codePointCount(0, value.length()) > LONGEST_VALUE
                ? text.append('…').toString()
                : text.toString();
    }

    public static InputError field(String pointer, @Nullable String value, String message) {
        return new InputError(pointer, null, null, null, value, message);
    }

    /** As the API tells it: a name that is no JSON pointer is that of a parameter. */
    InputError forApi() {
        return pointer == null || pointer.isEmpty() || pointer.startsWith("/")
                ? this
                : new InputError(null, pointer, null, null, value, message);
    }

    public static InputError cell(int row, @Nullable String column, @Nullable String value, String message) {
        return new InputError(null, null, row, column, value, message);
    }
}
