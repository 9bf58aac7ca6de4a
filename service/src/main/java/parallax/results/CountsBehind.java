package parallax.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.TouchpointCounts;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * Whole numbers of one audience and measure over the whole wave.
 *
 * @param touchpoint its key, where a figure stands on several touchpoints
 * @param name of that touchpoint
 * @param bothRated true where only those who rated both measures count; else absent
 * @param sum of their ratings; absent where persons' numbers are averages of several
 * @param topTwo ratings of the two highest points; like the others, not told of those who rated both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CountsBehind(
        @Nullable String touchpoint,
        @Nullable String name,
        String audience,
        String measure,
        @Nullable Boolean bothRated,
        int answers,
        @Nullable Long sum,
        @Nullable Integer topTwo,
        @Nullable Integer notEncountered,
        @Nullable Integer leftOpen) {

    private static final int FEWEST = 10;
    private static final double ROUNDING = 1e-6;

    /** Of the whole wave only: counts of segments could be subtracted from them. */
    static List<CountsBehind> of(Findings findings, Figure figure) {
        FigureKey key = figure.key();
        if (figure.suppressed() != null || key.segment() != null) {
            return List.of();
        }
        Names names = new Names(findings);
        return switch (key.kind()) {
            case ALIGNMENT_INDEX ->
                findings.counts().stream()
                        .flatMap(known -> of(known, key.measure(), names))
                        .toList();
            case SERVICE_GAP, GRID, PRIORITY -> ofPairs(findings, key);
            default ->
                findings.counts().stream()
                        .filter(known -> known.touchpoint().equals(key.touchpoint())
                                && AskedItem.audiences(key).contains(known.audience()))
                        .flatMap(known ->
                                AskedItem.measures(key).stream().sorted().flatMap(measure -> of(known, measure, null)))
                        .toList();
        };
    }

    private static Stream<CountsBehind> of(TouchpointCounts known, Measure measure, @Nullable Names names) {
        TouchpointCounts.MeasureCounts counts = measure == Measure.EXPERIENCE ? known.experience() : known.importance();
        return counts == null
                ? Stream.empty()
                : Stream.of(new CountsBehind(
                        names == null ? null : known.touchpoint(),
                        names == null ? null : names.touchpoint(known.touchpoint()),
                        known.audience().code(),
                        measure.code(),
                        null,
                        counts.answers(),
                        counts.sum(),
                        counts.topTwo(),
                        counts.notEncountered(),
                        counts.leftOpen()));
    }

    /** Where the counts of all who rated it may be told, and ten rated both. */
    private static List<CountsBehind> ofPairs(Findings findings, FigureKey key) {
        Figure grid = findings.byKey().get(FigureKey.grid(key.requireTouchpoint(), null));
        boolean told = findings.counts().stream()
                .anyMatch(known -> known.audience() == Audience.CUSTOMER
                        && known.touchpoint().equals(key.touchpoint())
                        && known.experience() != null
                        && known.importance() != null);
        if (!told || grid == null || grid.estimate() == null) {
            return List.of();
        }
        Figure.Estimate estimate = grid.estimate();
        double pairs = Objects.requireNonNullElse(estimate.number(Field.N), 0.0);
        List<CountsBehind> counts = new ArrayList<>();
        if (pairs >= FEWEST) {
            counts.add(ofPairs(Measure.EXPERIENCE, pairs, estimate.number(Field.EXPERIENCE)));
            counts.add(ofPairs(Measure.IMPORTANCE, pairs, estimate.number(Field.IMPORTANCE)));
        }
        return counts;
    }

    private static CountsBehind ofPairs(Measure measure, double pairs, @Nullable Double mean) {
        double sum = mean == null ? Double.NaN : pairs * mean;
        Long whole = Math.abs(sum - Math.rint(sum)) < ROUNDING ? Math.round(sum) : null;
        return new CountsBehind(
                null, null, Audience.CUSTOMER.code(), measure.code(), true, (int) pairs, whole, null, null, null);
    }

    /** Why there are none; null where there are. */
    static @Nullable String why(Findings findings, Figure figure, List<CountsBehind> counts) {
        if (figure.suppressed() != null) {
            return "No counts are told of a figure that is not shown.";
        }
        if (figure.key().kind() == FigureKind.RESPONSE_RATE
                || (figure.key().touchpoint() == null && !isIndex(figure))) {
            return null;
        }
        if (figure.key().segment() != null) {
            return "Sums and counts are told for the whole wave only.";
        }
        boolean some = isIndex(figure)
                ? counts.isEmpty()
                : counts.size() < AskedItem.audiences(figure.key()).size();
        return some
                ? "Sums and counts are told from ten answers on of which three differ from the commonest: others would tell single answers."
                : null;
    }

    private static boolean isIndex(Figure figure) {
        return figure.key().kind() == FigureKind.ALIGNMENT_INDEX;
    }
}
