package parallax.finding;

import java.util.Arrays;
import parallax.statistics.Clusters;

/**
 * Gathers accounts that have the same number of answers and the same sum: most accounts are small, and their number then
 * costs nothing any more. The result does not depend on the order.
 */
final class ClusterSums {

    /** In place of the kind of a cluster that is counted alone. */
    static final int LARGE = -1;

    private static final int LARGEST = 8;
    private static final int LOWEST = -LARGEST;

    private final Clusters clusters = new Clusters();
    private final int highest;
    private final int stride;
    private final int[] times;
    private int[] largeSizes = new int[16];
    private double[] largeSums = new double[16];
    private int large;

    /** @param highestNumber of one answer */
    ClusterSums(int highestNumber) {
        highest = LARGEST * highestNumber;
        stride = highest - LOWEST + 1;
        times = new int[(LARGEST + 1) * stride];
    }

    void add(int size, double sum) {
        int whole = (int) sum;
        int kind = whole == sum ? kind(size, whole) : LARGE;
        if (kind == LARGE) {
            addLarge(size, sum);
        } else {
            addKind(kind);
        }
    }

    /** What clusters of this size and sum are counted as; the same for all with the same highest number. */
    int kind(int size, int sum) {
        return size > LARGEST || sum > highest || sum < LOWEST ? LARGE : size * stride + sum - LOWEST;
    }

    void addKind(int kind) {
        times[kind]++;
    }

    void addLarge(int size, double sum) {
        if (large == largeSizes.length) {
            largeSizes = Arrays.copyOf(largeSizes, 2 * large);
            largeSums = Arrays.copyOf(largeSums, 2 * large);
        }
        largeSizes[large] = size;
        largeSums[large++] = sum;
    }

    /** Adds the clusters of another with the same highest number; none is in both. */
    void addAll(ClusterSums others) {
        for (int kind = 0; kind < times.length; kind++) {
            times[kind] += others.times[kind];
        }
        for (int i = 0; i < others.large; i++) {
            addLarge(others.largeSizes[i], others.largeSums[i]);
        }
    }

    /** The clusters, each answer counting {@code scale}; valid until the next call. */
    Clusters gather(double scale) {
        clusters.clear();
        for (int kind = 0; kind < times.length; kind++) {
            if (times[kind] > 0) {
                clusters.add(kind / stride, scale * (kind % stride + LOWEST), times[kind]);
            }
        }
        for (int i = 0; i < large; i++) {
            clusters.add(largeSizes[i], scale * largeSums[i]);
        }
        return clusters;
    }

    void clear() {
        Arrays.fill(times, 0);
        large = 0;
    }
}
