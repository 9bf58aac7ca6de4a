package parallax.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Choice;

/**
 * Something one can choose.
 *
 * @param key stable across versions, unique within its item; not {@code other}
 * @param labels language tag to words, 1 to 120 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChoiceJson(@Nullable String key, @Nullable Map<String, @Nullable String> labels) {

    static ChoiceJson from(Choice choice) {
        return new ChoiceJson(choice.key(), new TreeMap<>(choice.labels()));
    }
}
