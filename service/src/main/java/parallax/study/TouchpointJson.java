package parallax.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Touchpoint;

/**
 * A touchpoint as sent and shown.
 *
 * @param labels language tag to name
 * @param hints language tag to one sentence; left out for a touchpoint of the bank, the bank's is used
 * @param phrases language tag to the name inside a question, article included; left out: made from the label
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TouchpointJson(
        @Nullable String key,
        @Nullable Map<String, @Nullable String> labels,
        @Nullable String owner,
        @Nullable String phase,
        @Nullable Map<String, @Nullable String> hints,
        @Nullable Map<String, @Nullable String> phrases) {

    static TouchpointJson from(Touchpoint touchpoint) {
        return new TouchpointJson(
                touchpoint.key(),
                new TreeMap<>(touchpoint.labels()),
                touchpoint.owner().code(),
                touchpoint.phase().code(),
                touchpoint.hints().isEmpty() ? null : new TreeMap<>(touchpoint.hints()),
                touchpoint.phrases().isEmpty() ? null : new TreeMap<>(touchpoint.phrases()));
    }

    /** Of stored JSON, which is known to be whole. */
    Touchpoint toTouchpoint() {
        if (key == null || labels == null || owner == null || phase == null) {
            throw new IllegalStateException("stored touchpoint lacks a part");
        }
        return new Touchpoint(
                key, whole(labels), Owner.ofCode(owner), Phase.ofCode(phase), whole(hints), whole(phrases));
    }

    private static Map<String, String> whole(@Nullable Map<String, @Nullable String> texts) {
        Map<String, String> whole = new TreeMap<>();
        if (texts != null) {
            texts.forEach((language, text) -> {
                if (text != null) {
                    whole.put(language, text);
                }
            });
        }
        return whole;
    }
}
