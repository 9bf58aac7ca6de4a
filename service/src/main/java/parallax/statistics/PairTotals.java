package parallax.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The running sums of one pair of an alignment index, and how each cluster's deletion would change the first. */
final class PairTotals {

    private final AlignmentPair pair;
    private final Map<AlignmentGroup, double[]> changes = new EnumMap<>(AlignmentGroup.class);
    private final Map<AlignmentGroup, boolean[]> heard = new EnumMap<>(AlignmentGroup.class);
    private double[] weights = new double[0];
    private double[] meansOfA = new double[0];
    private double[] meansOfB = new double[0];
    private double sumOfWeights;
    private double weightedSquares;

    PairTotals(AlignmentPair pair) {
        this.pair = pair;
    }

    void add(double weight, LeaveOneOut a, LeaveOneOut b) {
        int items = weights.length;
        weights = Arrays.copyOf(weights, items + 1);
        meansOfA = Arrays.copyOf(meansOfA, items + 1);
        meansOfB = Arrays.copyOf(meansOfB, items + 1);
        weights[items] = weight;
        meansOfA[items] = a.all().mean();
        meansOfB[items] = b.all().mean();
        sumOfWeights += weight;
        weightedSquares += square(weight, a.all().mean() - b.all().mean(), a, b);
        addChanges(pair.a(), weight, a, b);
        addChanges(pair.b(), weight, b, a);
    }

    private static double square(double weight, double gap, LeaveOneOut a, LeaveOneOut b) {
        return weight * (gap * gap - a.all().variance() - b.all().variance());
    }

    /** By kind first: what a deletion changes depends on the cluster's size and sum only. */
    private void addChanges(AlignmentGroup group, double weight, LeaveOneOut own, LeaveOneOut other) {
        ClusterKinds kinds = own.kinds();
        double before = square(weight, own.all().mean() - other.all().mean(), own, other);
        double[] changeOfKind = new double[kinds.count()];
        for (int kind = 0; kind < kinds.count(); kind++) {
            double gap = own.meanWithout(kind) - other.all().mean();
            double variances = own.varianceWithout(kind) + other.all().variance();
            changeOfKind[kind] = weight * (gap * gap - variances) - before;
        }
        double[] change = changes.computeIfAbsent(group, key -> new double[kinds.clusters()]);
        boolean[] heardOf = heard.computeIfAbsent(group, key -> new boolean[kinds.clusters()]);
        for (int cluster = 0; cluster < change.length; cluster++) {
            if (kinds.kindOf(cluster) != ClusterKinds.SILENT) {
                change[cluster] += changeOfKind[kinds.kindOf(cluster)];
                heardOf[cluster] = true;
            }
        }
    }

    boolean isKnown() {
        return weights.length >= AlignmentIndex.FEWEST_ITEMS && sumOfWeights > 0;
    }

    AlignmentPair pair() {
        return pair;
    }

    /** Q: the weighted mean square gap without its noise, in squared scale points, at least 0. */
    double meanSquare() {
        return Math.max(0, weightedSquares / sumOfWeights);
    }

    /** Q without one cluster of a group; NaN if an item would have lost its variance. */
    double meanSquareWithout(AlignmentGroup group, int cluster) {
        double[] change = changes.get(group);
        return change == null ? meanSquare() : Math.max(0, (weightedSquares + change[cluster]) / sumOfWeights);
    }

    boolean[] heard(AlignmentGroup group) {
        return heard.getOrDefault(group, new boolean[0]);
    }

    PairAlignment alignment(double range) {
        double elevation = 0;
        for (int item = 0; item < weights.length; item++) {
            elevation += weights[item] * (meansOfA[item] - meansOfB[item]) / sumOfWeights;
        }
        double spread = 0;
        for (int item = 0; item < weights.length; item++) {
            double deviation = meansOfA[item] - meansOfB[item] - elevation;
            spread += weights[item] * deviation * deviation / sumOfWeights;
        }
        double index = 100 * (1 - Math.sqrt(meanSquare()) / range);
        double correlation = RankCorrelation.of(meansOfA, meansOfB);
        return new PairAlignment(pair, weights.length, index, elevation, Math.sqrt(spread), correlation);
    }
}
