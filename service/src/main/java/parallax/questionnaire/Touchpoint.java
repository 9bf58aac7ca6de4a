package parallax.questionnaire;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A contact between client and customer.
 *
 * @param key stable across versions and waves: a lower-case letter, then letters, digits, {@code _} or {@code -}, 40 at most
 * @param labels language tag to name, each 1 to 60 characters long
 * @param hints language tag to one sentence that says what is meant, each 1 to 200 characters long; may be empty
 * @param phrases language tag to the name as it stands inside a question, article included ("our Lyon showroom"), each
 *     1 to 80 characters long; where there is none it is made from the label ("the " + label in lower case)
 */
public record Touchpoint(
        String key,
        Map<String, String> labels,
        Owner owner,
        Phase phase,
        Map<String, String> hints,
        Map<String, String> phrases) {

    public static final int LONGEST_LABEL = 60;
    public static final int LONGEST_HINT = 200;
    public static final int LONGEST_PHRASE = 80;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    public Touchpoint {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    "touchpoint key '%s' must start with a lower-case letter and hold only a-z, 0-9, _ and -, 40 characters at most"
                            .formatted(key));
        }
        labels = checked("label", key, labels, LONGEST_LABEL);
        hints = checked("hint", key, hints, LONGEST_HINT);
        phrases = checked("phrase", key, phrases, LONGEST_PHRASE);
    }

    public Touchpoint(String key, Map<String, String> labels, Owner owner, Phase phase) {
        this(key, labels, owner, phase, Map.of(), Map.of());
    }

    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * The name in a language.
     *
     * @throws IllegalStateException when there is none: a questionnaire refuses touchpoints that lack one of its languages
     */
    public String label(String language) {
        String label = labels.get(language);
        if (label == null) {
            throw new IllegalStateException("touchpoint '%s' has no label in '%s'".formatted(key, language));
        }
        return label;
    }

    public Optional<String> hint(String language) {
        return Optional.ofNullable(hints.get(language));
    }

    /** The name inside a question, article included: as given, or made from the label. */
    public String phrase(Wording wording) {
        String phrase = phrases.get(wording.language());
        return phrase != null ? phrase : wording.phrase(label(wording.language()));
    }

    private static Map<String, String> checked(String what, String key, Map<String, String> texts, int longest) {
        texts.forEach((language, text) -> {
            if (text.isBlank() || text.length() > longest) {
                throw new IllegalArgumentException("%s of touchpoint '%s' in '%s' must have 1 to %d characters, has %d"
                        .formatted(what, key, language, longest, text.strip().length()));
            }
        });
        return Map.copyOf(texts);
    }
}
