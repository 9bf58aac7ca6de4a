package parallax.questionnaire;

import java.util.Map;

/**
 * Something one can choose.
 *
 * @param key stable across versions and waves, unique within its item; {@code other} is taken
 * @param labels language tag to words, each 1 to 120 characters long
 */
public record Choice(String key, Map<String, String> labels) {

    /** The key of "other", which an item offers besides its choices. */
    public static final String OTHER = "other";

    public static final int LONGEST_LABEL = 120;

    public Choice {
        Keys.check("choice", key);
        if (key.equals(OTHER)) {
            throw new UnfitModelException("the choice key 'other' is taken: let the item offer other instead");
        }
        labels = Keys.texts("choice '%s'".formatted(key), labels, LONGEST_LABEL);
    }
}
