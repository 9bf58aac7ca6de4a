package parallax.questionnaire;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A contact between client and customer.
 *
 * @param key stable across versions and waves: a lower-case letter, then letters, digits, {@code _} or {@code -}, 40 at most
 * @param labels language tag to name, each 1 to 60 characters long
 */
public record Touchpoint(String key, Map<String, String> labels, Owner owner, Phase phase) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int LONGEST_LABEL = 60;

    public Touchpoint {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "touchpoint key '%s' must start with a lower-case letter and hold only a-z, 0-9, _ and -, 40 characters at most"
                            .formatted(key));
        }
        labels = Map.copyOf(labels);
        labels.forEach((language, label) -> {
            if (label.isBlank() || label.length() > LONGEST_LABEL) {
                throw new IllegalArgumentException(
                        "label of touchpoint '%s' in '%s' must have 1 to %d characters, has %d"
                                .formatted(
                                        key,
                                        language,
                                        LONGEST_LABEL,
                                        label.strip().length()));
            }
        });
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
}
