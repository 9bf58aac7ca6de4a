package parallax.results;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;

/**
 * A figure as the API tells it: what a kind does not have is absent, except that {@code segment} is null for "all". A
 * suppressed figure has no number.
 *
 * @param rate of a response rate only
 * @param fields numbers, truth values and texts by the names of {@link Field}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "id",
    "kind",
    "measure",
    "audience",
    "team",
    "touchpoint",
    "segment",
    "rate",
    "suppressed",
    "reason",
    "verdict",
    "flags"
})
record FigureJson(
        String id,
        String kind,
        @Nullable String measure,
        @Nullable String audience,
        @Nullable String team,
        @Nullable String touchpoint,

        @JsonInclude(JsonInclude.Include.ALWAYS) FigureKey.@Nullable Segment segment,

        @Nullable String rate,
        @Nullable Boolean suppressed,
        @Nullable String reason,
        @Nullable String verdict,
        @Nullable List<String> flags,
        @JsonAnyGetter Map<String, Object> fields) {

    static FigureJson from(Figure figure) {
        FigureKey key = figure.key();
        Figure.Estimate estimate = figure.estimate();
        Suppression suppression = figure.suppressed();
        Verdict verdict = key.kind().isGap() ? figure.verdict() : null;
        return new FigureJson(
                figure.id(),
                key.kind().code(),
                key.kind().hasMeasure() ? key.measure().code() : null,
                code(key.audience()),
                code(key.team()),
                key.touchpoint(),
                key.segment(),
                key.kind() == FigureKind.RESPONSE_RATE ? key.variant() : null,
                suppression == null ? null : true,
                suppression == null ? null : suppression.code(),
                verdict == null ? null : verdict.code(),
                estimate == null ? null : estimate.flags().stream().sorted().toList(),
                estimate == null ? Map.of() : fields(estimate));
    }

    private static Map<String, Object> fields(Figure.Estimate estimate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        estimate.fields().forEach((field, value) -> fields.put(field.column(), value));
        return fields;
    }

    private static @Nullable String code(@Nullable Audience audience) {
        return audience == null ? null : audience.code();
    }
}
