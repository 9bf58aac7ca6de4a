package parallax.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * How a text is to be read as a table, where somebody says so.
 *
 * @param encoding one of {@link #ENCODINGS}, whatever its case; null: found in the text
 * @param separator "comma", "semicolon", "tab"; null: found in the text
 */
public record Reading(@Nullable String encoding, @Nullable String separator) {

    /** Everything is found in the text. */
    public static final Reading FOUND = new Reading(null, null);

    /** Encodings that can be told. */
    public static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "ISO-8859-15",
            "x-MacRoman");

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');

    /** @throws RefusedException INVALID */
    public Reading {
        if (encoding != null && ENCODINGS.stream().noneMatch(encoding::equalsIgnoreCase)) {
            throw wrong("encoding", encoding, "must be one of " + String.join(", ", ENCODINGS));
        }
        if (separator != null && !SEPARATORS.containsKey(separator)) {
            throw wrong("separator", separator, "must be comma, semicolon or tab");
        }
    }

    /** Separators that can be told. */
    public static Set<String> separators() {
        return SEPARATORS.keySet();
    }

    private static RefusedException wrong(String field, String value, String message) {
        return new RefusedException(
                ProblemType.INVALID,
                "The file cannot be read that way: %s %s.".formatted(field, message),
                List.of(InputError.field("/" + field, value, message)));
    }

    @Nullable
    Charset charset() {
        return encoding == null ? null : Charset.forName(encoding);
    }

    char separatorOr(char found) {
        return separator == null ? found : SEPARATORS.getOrDefault(separator, found);
    }
}
