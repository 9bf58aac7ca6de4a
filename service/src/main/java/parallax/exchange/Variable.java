package parallax.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Condition;
import parallax.questionnaire.ItemKind;

/**
 * Something that a condition of a file may look at.
 *
 * @param key of the item; of the touchpoint where kind is null
 * @param kind null for the rating of a touchpoint
 * @param choices code in the file to choice key (of an agreement: to the point)
 * @param low lowest number
 * @param high highest number
 * @param fixed key of the one choice that the name stands for; null: the name stands for the answer
 * @param showIf when the item is asked itself
 */
record Variable(
        String key,
        @Nullable ItemKind kind,
        Map<String, String> choices,
        int low,
        int high,
        @Nullable String fixed,
        @Nullable Condition showIf) {

    static Variable touchpoint(String key) {
        return new Variable(key, null, Map.of(), 0, 0, null, null);
    }

    Variable only(String choice) {
        return new Variable(key, kind, choices, low, high, choice, showIf);
    }
}
