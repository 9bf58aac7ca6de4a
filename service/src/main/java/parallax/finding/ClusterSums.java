package parallax.finding;

import java.util.Arrays;
import parallax.statistics.Clusters;

/**
 * Gathers, for each of some groups, accounts that have the same number of answers and the same sum: most accounts are small,
 * and their number then costs nothing any more. The result does not depend on the order.
 */
final class ClusterSums {

    private static final int LARGE = -1;

    private static final int LARGEST = 8;
    private static final int LOWEST = -LARGEST;

    private final Clusters clusters = new Clusters();
    private final int highest;
    private final int stride;
    private final int kinds;
    /** By group and kind. */
    private final int[] times;
    /** By group. */
    private final Large[] large;

    /** @param highestNumber of one answer */
    ClusterSums(int groups, int highestNumber) {
        highest = LARGEST * highestNumber;
        stride = highest - LOWEST + 1;
        kinds = (LARGEST + 1) * stride;
        times = new int[groups * kinds];
        large = new Large[groups];
        Arrays.setAll(large, group -> new Large());
    }

    void add(int group, int size, double sum) {
        int whole = (int) sum;
        int kind = whole == sum ? kind(size, whole) : LARGE;
        if (kind == LARGE) {
            large[group].add(size, sum);
        } else {
            times[group * kinds + kind]++;
        }
    }

    /** Adds one cluster that stands in several groups. */
    void add(int[] groups, int size, int sum) {
        int kind = kind(size, sum);
        if (kind == LARGE) {
            for (int group : groups) {
                large[group].add(size, sum);
            }
        } else {
            for (int group : groups) {
                times[group * kinds + kind]++;
            }
        }
    }

    private int kind(int size, int sum) {
        return size > LARGEST || sum > highest || sum < LOWEST ? LARGE : size * stride + sum - LOWEST;
    }

    /** The clusters of groups that have none in common, each answer counting {@code scale}; valid until the next call. */
    Clusters gather(double scale, int... groups) {
        clusters.clear();
        for (int kind = 0; kind < kinds; kind++) {
            int count = 0;
            for (int group : groups) {
                count += times[group * kinds + kind];
            }
            if (count > 0) {
                clusters.add(kind / stride, scale * (kind % stride + LOWEST), count);
            }
        }
        for (int group : groups) {
            large[group].addTo(clusters, scale);
        }
        return clusters;
    }

    void clear() {
        Arrays.fill(times, 0);
        for (Large ofGroup : large) {
            ofGroup.count = 0;
        }
    }

    /** Clusters that are kept one by one. */
    private static final class Large {

        private int[] sizes = new int[16];
        private double[] sums = new double[16];
        private int count;

        private void add(int size, double sum) {
            if (count == sizes.length) {
                sizes = Arrays.copyOf(sizes, 2 * count);
                sums = Arrays.copyOf(sums, 2 * count);
            }
            sizes[count] = size;
            sums[count++] = sum;
        }

        private void addTo(Clusters clusters, double scale) {
            for (int i = 0; i < count; i++) {
                clusters.add(sizes[i], scale * sums[i]);
            }
        }
    }
}
