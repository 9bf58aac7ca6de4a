package parallax.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey.Segment;

/**
 * A figure as a client may have it: rounded, bounded at the ends of the scale, with the size of a segment as a band. What it
 * does not have is absent, except that {@code segment} is null for "all".
 *
 * @param id of the same figure in the wave
 * @param suppressed true, and then no number, or absent
 * @param n persons with a number, for totals of ten and more
 * @param nBand the same as a band, for segments and small totals, such as {@code 10–19}
 * @param customers the other side of a gap, for totals of ten and more
 * @param customersBand the same as a band
 * @param value scale points to 0.1, shares in [0, 1] to 0.01, scores and indices whole
 * @param text a bound in place of the value, such as {@code ≥ 4.5}
 * @param low lower end of the likely range of a gap
 * @param high upper end of the likely range of a gap
 * @param distribution shares in [0, 1] of the scale points, or of below, at and above the middle, the lowest first
 * @param waveFrom name of the wave since which it changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleasedFigure(
        String id,
        String kind,
        @Nullable String measure,
        @Nullable String audience,
        @Nullable String team,
        @Nullable String touchpoint,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Segment segment,

        @Nullable String rate,
        @Nullable Boolean suppressed,
        @Nullable String reason,
        @Nullable Integer n,
        @Nullable String nBand,
        @JsonProperty("n_customers") @Nullable Integer customers,
        @JsonProperty("n_customers_band") @Nullable String customersBand,
        @Nullable Double value,
        @Nullable String text,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable List<Double> distribution,
        @Nullable String verdict,
        @Nullable String waveFrom,
        @Nullable List<String> flags) {

    public ReleasedFigure {
        distribution = distribution == null ? null : List.copyOf(distribution);
        flags = flags == null ? null : List.copyOf(flags);
    }
}
