package parallax.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Rounding;

/**
 * An alignment index with its parts.
 *
 * @param value 0 to 100
 * @param range its likely range; empty where there is none
 */
public record IndexSummary(String name, String value, String range, String url, List<Pair> pairs) {

    private static final Map<String, String> PAIRS = new LinkedHashMap<>(Map.of(
            "sales-customer", "Sales and customers",
            "marketing-customer", "Marketing and customers",
            "sales-marketing", "Sales and Marketing"));

    public IndexSummary {
        pairs = List.copyOf(pairs);
    }

    /**
     * One pair of audiences.
     *
     * @param elevation weighted mean gap: confidence in general, in points
     * @param spread weighted standard deviation of the gaps, in points
     * @param ranks Spearman's correlation of both profiles, −1 to 1; empty where there is none
     */
    public record Pair(String name, String index, String elevation, String spread, String ranks, String touchpoints) {}

    static List<IndexSummary> of(Findings findings) {
        return findings.figures().stream()
                .filter(figure -> figure.key().kind() == FigureKind.ALIGNMENT_INDEX && figure.estimate() != null)
                .map(IndexSummary::of)
                .toList();
    }

    private static IndexSummary of(Figure figure) {
        Figure.Estimate estimate = figure.requireEstimate();
        Double low = estimate.low();
        Double high = estimate.high();
        return new IndexSummary(
                Names.measure(figure.key().measure()),
                whole(estimate.value()),
                low == null || high == null ? "" : whole(low) + " to " + whole(high),
                "/figures/" + figure.id(),
                pairs(estimate));
    }

    private static List<Pair> pairs(Figure.Estimate estimate) {
        if (!(estimate.fields().get(Field.PAIRS) instanceof Map<?, ?> pairs)) {
            return List.of();
        }
        return pairs.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map)
                .map(entry -> pair(String.valueOf(entry.getKey()), (Map<?, ?>) entry.getValue()))
                .toList();
    }

    private static Pair pair(String name, Map<?, ?> parts) {
        Double elevation = number(parts, "elevation");
        Double spread = number(parts, "pattern_sd");
        Double ranks = number(parts, "spearman");
        return new Pair(
                PAIRS.getOrDefault(name, name),
                whole(number(parts, "index")),
                elevation == null ? "" : Rounding.gapText(elevation),
                spread == null ? "" : Rounding.pointsText(spread),
                ranks == null ? "" : String.format(Locale.ROOT, "%.2f", ranks).replace('-', '−'),
                whole(number(parts, Field.TOUCHPOINTS.column())));
    }

    private static @Nullable Double number(Map<?, ?> parts, String name) {
        return parts.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    private static String whole(@Nullable Double value) {
        return value == null ? "" : String.valueOf(Math.round(Rounding.withoutNoise(value)));
    }
}
