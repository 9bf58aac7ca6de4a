package parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers an {@link AlignmentIndex} item by item; columns need not be kept. Time is linear in clusters × items: what
 * deleting a cluster changes is computed once for clusters of equal size and sum, memory is linear in clusters.
 */
public final class AlignmentSample {

    private final double range;
    private final List<PairTotals> pairs = new ArrayList<>();
    private final Map<AlignmentGroup, Integer> clusters = new EnumMap<>(AlignmentGroup.class);

    /**
     * An index of ratings on a scale 1..K.
     *
     * @param scalePoints K, at least 2
     * @throws IllegalArgumentException if scalePoints is below 2
     */
    public AlignmentSample(int scalePoints) {
        if (scalePoints < 2) {
            throw new IllegalArgumentException("a scale needs at least 2 points, was " + scalePoints);
        }
        range = scalePoints - 1;
        for (AlignmentPair pair : AlignmentPair.values()) {
            pairs.add(new PairTotals(pair));
        }
    }

    /**
     * Adds an item.
     *
     * @param weight (customers' mean importance − 1)/R, in [0, 1]; 1 if importance was not asked
     * @param answers of the groups that may be shown; one heard from fewer than two clusters has no variance and does not
     *     count. All columns of a group have the same clusters in the same places.
     * @throws IllegalArgumentException if the weight is outside or a group's clusters differ from those of items before
     */
    public void add(double weight, Map<AlignmentGroup, ClusterColumn> answers) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight must lie in [0, 1], was " + weight);
        }
        answers.forEach(this::requireSameClusters);
        Map<AlignmentGroup, LeaveOneOut> groups = new EnumMap<>(AlignmentGroup.class);
        answers.forEach((group, column) -> {
            if (Arrays.stream(column.sizes()).filter(size -> size > 0).limit(2).count() == 2) {
                groups.put(group, new LeaveOneOut(column));
            }
        });
        for (PairTotals totals : pairs) {
            LeaveOneOut a = groups.get(totals.pair().a());
            LeaveOneOut b = groups.get(totals.pair().b());
            if (a != null && b != null) {
                totals.add(weight, a, b);
            }
        }
    }

    private void requireSameClusters(AlignmentGroup group, ClusterColumn column) {
        int before = clusters.getOrDefault(group, column.clusters());
        if (before != column.clusters()) {
            throw new IllegalArgumentException(
                    "every column of %s must have %d clusters, one has %d".formatted(group, before, column.clusters()));
        }
        clusters.put(group, before);
    }

    /** The index; empty if no pair was heard on 3 items, or customers give importance to none of these. */
    public Optional<AlignmentIndex> index() {
        List<PairTotals> known = pairs.stream().filter(PairTotals::isKnown).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (PairTotals totals : known) {
            sum += totals.meanSquare();
        }
        double variance = 0;
        for (AlignmentGroup group : AlignmentGroup.values()) {
            variance += jackknifeVariance(known, group);
        }
        List<PairAlignment> alignments =
                known.stream().map(totals -> totals.alignment(range)).toList();
        return Optional.of(new AlignmentIndex(value(sum / known.size()), Math.sqrt(variance), alignments));
    }

    private double value(double meanSquare) {
        return Math.min(100, Math.max(0, 100 * (1 - Math.sqrt(meanSquare) / range)));
    }

    /** {@code (n−1)/n Σ(θ_(i) − θ̄)²} over the clusters heard on any item of a known pair. */
    private double jackknifeVariance(List<PairTotals> known, AlignmentGroup group) {
        boolean[] heard = new boolean[clusters.getOrDefault(group, 0)];
        for (PairTotals totals : known) {
            boolean[] ofPair = totals.heard(group);
            for (int cluster = 0; cluster < ofPair.length; cluster++) {
                heard[cluster] |= ofPair[cluster];
            }
        }
        double[] values = new double[heard.length];
        int n = 0;
        for (int cluster = 0; cluster < heard.length; cluster++) {
            if (heard[cluster]) {
                values[n++] = valueWithout(known, group, cluster);
            }
        }
        return n == 0 ? 0 : (n - 1.0) / n * squaredDeviations(Arrays.copyOf(values, n));
    }

    private double valueWithout(List<PairTotals> known, AlignmentGroup group, int cluster) {
        double sum = 0;
        for (PairTotals totals : known) {
            sum += totals.meanSquareWithout(group, cluster);
        }
        return value(sum / known.size());
    }

    /** Sorted, so that the order of clusters does not change a digit. */
    private static double squaredDeviations(double[] values) {
        Arrays.sort(values);
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
