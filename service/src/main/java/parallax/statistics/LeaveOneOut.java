package parallax.statistics;

/**
 * Mean and floored CR2 variance of an item, and what both become without one cluster of each kind. With the clusters'
 * deviations D from the full mean gathered by cluster size, a deletion that moves the mean by δ needs only {@code Σ(D −
 * sδ)² = ΣD² − 2sδΣD + cs²δ²} of each size s.
 */
final class LeaveOneOut {

    private final ClusterKinds kinds;
    private final MeanEstimate all;
    private final int[] sizes;
    private final double[] counts;
    private final double[] sums;
    private final double[] squares;
    private int distinctSizes;
    private final double[] means;
    private final double[] variances;

    LeaveOneOut(ClusterColumn column) {
        kinds = ClusterKinds.of(column);
        all = ClusteredMean.calculate(kinds.toClusters());
        sizes = new int[kinds.count()];
        counts = new double[kinds.count()];
        sums = new double[kinds.count()];
        squares = new double[kinds.count()];
        gatherBySize();
        means = new double[kinds.count()];
        variances = new double[kinds.count()];
        for (int kind = 0; kind < kinds.count(); kind++) {
            leaveOut(kind);
        }
    }

    MeanEstimate all() {
        return all;
    }

    ClusterKinds kinds() {
        return kinds;
    }

    /** The mean without a cluster of the kind; NaN if nothing is left. */
    double meanWithout(int kind) {
        return means[kind];
    }

    /** The variance without a cluster of the kind; NaN if fewer than two clusters are left. */
    double varianceWithout(int kind) {
        return variances[kind];
    }

    /** Kinds come sorted by size. */
    private void gatherBySize() {
        int place = -1;
        for (int kind = 0; kind < kinds.count(); kind++) {
            if (place < 0 || sizes[place] != kinds.size(kind)) {
                place++;
                sizes[place] = kinds.size(kind);
            }
            double deviation = deviation(kind);
            counts[place] += kinds.times(kind);
            sums[place] += kinds.times(kind) * deviation;
            squares[place] += kinds.times(kind) * deviation * deviation;
        }
        distinctSizes = place + 1;
    }

    private double deviation(int kind) {
        return kinds.sum(kind) - kinds.size(kind) * all.mean();
    }

    private void leaveOut(int kind) {
        int size = kinds.size(kind);
        double n = all.n() - size;
        double move = n == 0 ? Double.NaN : -deviation(kind) / n;
        means[kind] = all.mean() + move;
        if (all.clusters() < 3) {
            variances[kind] = Double.NaN;
            return;
        }
        double spread = 0;
        for (int place = 0; place < distinctSizes; place++) {
            double s = sizes[place];
            boolean own = sizes[place] == size;
            double count = counts[place] - (own ? 1 : 0);
            if (count > 0) {
                double sum = sums[place] - (own ? deviation(kind) : 0);
                double square = squares[place] - (own ? deviation(kind) * deviation(kind) : 0);
                double moved = square - 2 * s * move * sum + count * s * s * move * move;
                spread += Math.max(0, moved) / (1 - s / n);
            }
        }
        variances[kind] = ClusteredMean.floored((int) n, spread / (n * n));
    }
}
