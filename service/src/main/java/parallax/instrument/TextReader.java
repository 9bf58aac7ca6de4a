package parallax.instrument;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single texts, keys and codes. */
final class TextReader {

    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]*");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private final Faults faults;
    private final @Nullable Set<String> languages;

    /** @param languages in which texts are taken; null: in any */
    TextReader(Faults faults, @Nullable Set<String> languages) {
        this.faults = faults;
        this.languages = languages;
    }

    void fault(String pointer, @Nullable Object value, String message) {
        faults.add(pointer, value == null ? null : visible(value.toString()), message);
    }

    /** A text of one line that must be there; empty after a fault. */
    String text(String pointer, @Nullable String value, String what, int longest) {
        if (value == null || NOTHING_TO_SEE.matcher(value).matches()) {
            fault(pointer, value, "Enter %s.".formatted(what));
            return "";
        }
        String text = value.strip();
        if (text.length() > longest) {
            fault(pointer, text, "Shorten this to %d characters; it has %d.".formatted(longest, text.length()));
            return "";
        }
        if (!text.codePoints().allMatch(TextReader::isPlain)) {
            fault(pointer, text, "Remove the control character or line break (shown as ␦).");
            return "";
        }
        return text;
    }

    /** A text that may be absent or blank, which is read as empty. */
    String optional(String pointer, @Nullable String value, String what, int longest) {
        return value == null || NOTHING_TO_SEE.matcher(value).matches() ? "" : text(pointer, value, what, longest);
    }

    Map<String, String> texts(String pointer, @Nullable Map<String, @Nullable String> sent, String what, int longest) {
        Map<String, String> read = new TreeMap<>();
        if (sent != null) {
            sent.forEach((language, text) -> {
                String at = at(pointer, language);
                if (isLanguage(at, language, text)) {
                    String words = text(at, text, what, longest);
                    if (!words.isEmpty()) {
                        read.put(language, words);
                    }
                }
            });
        }
        return read;
    }

    boolean isLanguage(String pointer, String language, @Nullable Object value) {
        if (languages == null || languages.contains(language)) {
            return true;
        }
        fault(
                pointer,
                value,
                "The engagement is not in this language. Use: " + String.join(", ", new TreeSet<>(languages)) + ".");
        return false;
    }

    String key(String pointer, @Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            fault(
                    pointer,
                    key,
                    "Give a key that starts with a lower-case letter and holds only a-z, 0-9, _ and -, 40 characters at most.");
            return "";
        }
        return key;
    }

    <T> @Nullable T code(String pointer, @Nullable String code, Function<String, T> ofCode, String which) {
        try {
            if (code != null) {
                return ofCode.apply(code);
            }
        } catch (IllegalArgumentException e) {
            // told below, like one that is missing
        }
        fault(pointer, code, "Use one of %s.".formatted(which));
        return null;
    }

    /** Pointer of a part. */
    static String at(String pointer, Object part) {
        return pointer + "/" + visible(part.toString()).replace("~", "~0").replace("/", "~1");
    }

    static String codes(Enum<?>[] values) {
        StringBuilder codes = new StringBuilder();
        for (Enum<?> value : values) {
            codes.append(codes.isEmpty() ? "" : ", ").append(value.name().toLowerCase(Locale.ROOT));
        }
        return codes.toString();
    }

    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().map(c -> isPlain(c) ? c : '␦').forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
