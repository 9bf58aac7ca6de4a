package parallax.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 * @param subjects language tag to the name as the subject of a question, where that is another form than the phrase
 * @param rewordings one's own words for some of its questions, instead of the generated ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TouchpointJson(
        @Nullable String key,
        @Nullable Map<String, @Nullable String> labels,
        @Nullable String owner,
        @Nullable String phase,
        @Nullable Map<String, @Nullable String> hints,
        @Nullable Map<String, @Nullable String> phrases,
        @Nullable Map<String, @Nullable String> subjects,
        @Nullable List<@Nullable RewordingJson> rewordings) {

    /** With generated questions. */
    TouchpointJson(
            String key,
            Map<String, @Nullable String> labels,
            String owner,
            String phase,
            @Nullable Map<String, @Nullable String> hints,
            @Nullable Map<String, @Nullable String> phrases) {
        this(key, labels, owner, phase, hints, phrases, null, null);
    }

    static TouchpointJson from(Touchpoint touchpoint) {
        return new TouchpointJson(
                touchpoint.key(),
                new TreeMap<>(touchpoint.labels()),
                touchpoint.owner().code(),
                touchpoint.phase().code(),
                touchpoint.hints().isEmpty() ? null : new TreeMap<>(touchpoint.hints()),
                touchpoint.phrases().isEmpty() ? null : new TreeMap<>(touchpoint.phrases()),
                touchpoint.subjects().isEmpty() ? null : new TreeMap<>(touchpoint.subjects()),
                touchpoint.rewordings().isEmpty() ? null : RewordingJson.from(touchpoint.rewordings()));
    }

    /** Of stored JSON, which is known to be whole. */
    Touchpoint toTouchpoint() {
        if (key == null || labels == null || owner == null || phase == null) {
            throw new IllegalStateException("stored touchpoint lacks a part");
        }
        return new Touchpoint(
                key,
                whole(labels),
                Owner.ofCode(owner),
                Phase.ofCode(phase),
                whole(hints),
                whole(phrases),
                whole(subjects),
                rewordings == null ? List.of() : RewordingJson.whole(rewordings));
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
