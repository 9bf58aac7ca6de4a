package parallax.questionnaire;

import java.util.Map;
import java.util.regex.Pattern;

/** What stable keys and texts by language must look like. */
final class Keys {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private Keys() {}

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static void check(String what, String key) {
        if (!isKey(key)) {
            throw new UnfitModelException(
                    "%s key '%s' must start with a lower-case letter and hold only a-z, 0-9, _ and -, 40 characters at most"
                            .formatted(what, key));
        }
    }

    /** @throws IllegalArgumentException when a text is blank or too long; the message names the language */
    static Map<String, String> texts(String of, Map<String, String> texts, int longest) {
        texts.forEach((language, text) -> {
            if (text.isBlank() || text.length() > longest) {
                throw new UnfitModelException("%s in '%s' must have 1 to %d characters, has %d"
                        .formatted(of, language, longest, text.strip().length()));
            }
        });
        return Map.copyOf(texts);
    }
}
