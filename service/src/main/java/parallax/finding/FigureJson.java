package parallax.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * A figure as the API tells it: what a kind does not have is absent, except that {@code segment} is null for "all". A
 * suppressed figure has no number.
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
    "suppressed",
    "reason",
    "n",
    "n_customers",
    "accounts",
    "value",
    "se",
    "df",
    "low",
    "high",
    "low90",
    "high90",
    "p",
    "tost_p",
    "q",
    "holm",
    "verdict",
    "flags"
})
record FigureJson(
        String id,
        String kind,
        @Nullable String measure,
        @Nullable String audience,
        @Nullable String team,
        String touchpoint,

        @JsonInclude(JsonInclude.Include.ALWAYS) FigureKey.@Nullable Segment segment,

        @Nullable Boolean suppressed,
        @Nullable String reason,
        @Nullable Integer n,
        @JsonProperty("n_customers") @Nullable Integer customers,
        @Nullable Integer accounts,
        @Nullable Double value,
        @Nullable Double se,
        @Nullable Double df,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double low90,
        @Nullable Double high90,
        @Nullable Double p,
        @JsonProperty("tost_p") @Nullable Double tostP,
        @Nullable Double q,
        @Nullable Double holm,
        @Nullable String verdict,
        @Nullable List<String> flags) {

    static FigureJson from(Figure figure) {
        FigureKey key = figure.key();
        Figure.Estimate estimate = figure.estimate();
        Suppression suppression = figure.suppressed();
        return estimate == null
                ? numberless(figure.id(), key, suppression == null ? null : suppression.code(), verdict(figure))
                : shown(figure.id(), key, estimate);
    }

    private static FigureJson numberless(String id, FigureKey key, @Nullable String reason, @Nullable String verdict) {
        return new FigureJson(
                id,
                key.kind().code(),
                measure(key),
                code(key.audience()),
                code(key.team()),
                key.touchpoint(),
                key.segment(),
                true,
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                verdict,
                null);
    }

    private static FigureJson shown(String id, FigureKey key, Figure.Estimate e) {
        return new FigureJson(
                id,
                key.kind().code(),
                measure(key),
                code(key.audience()),
                code(key.team()),
                key.touchpoint(),
                key.segment(),
                null,
                null,
                e.n(),
                e.customers(),
                e.accounts(),
                e.value(),
                e.se(),
                e.df(),
                e.low(),
                e.high(),
                e.low90(),
                e.high90(),
                e.p(),
                e.tostP(),
                e.q(),
                e.holm(),
                e.verdict() == null ? null : e.verdict().code(),
                e.flags().stream().sorted().toList());
    }

    /** A service gap stands on both measures and tells none. */
    private static @Nullable String measure(FigureKey key) {
        return key.kind() == FigureKind.SERVICE_GAP ? null : key.measure().code();
    }

    private static @Nullable String verdict(Figure figure) {
        return figure.key().kind().isGap() && figure.verdict() != null
                ? figure.verdict().code()
                : null;
    }

    private static @Nullable String code(@Nullable Audience audience) {
        return audience == null ? null : audience.code();
    }
}
