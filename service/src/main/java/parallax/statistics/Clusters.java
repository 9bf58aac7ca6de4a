package parallax.statistics;

import java.util.Arrays;

/**
 * Answers gathered by cluster: of each cluster only how many answers it gave and their sum. Everything a mean and its
 * clustered variance need follows from these. Clusters equal in both may be added at once. Made to be reused: {@link
 * #clear()} keeps the memory.
 */
public final class Clusters {

    private static final int FIRST_CAPACITY = 64;

    private int[] sizes = new int[FIRST_CAPACITY];
    private double[] sums = new double[FIRST_CAPACITY];
    private int[] times = new int[FIRST_CAPACITY];
    private int kinds;
    private int clusters;
    private int answers;
    private int largest;

    /**
     * Adds one cluster.
     *
     * @param size its answers, at least 1
     * @param sum the sum of its answers
     * @throws IllegalArgumentException if size is below 1 or the sum is not finite
     */
    public void add(int size, double sum) {
        add(size, sum, 1);
    }

    /**
     * Adds clusters that have the same size and the same sum.
     *
     * @param howMany at least 1
     * @throws IllegalArgumentException if size or howMany is below 1 or the sum is not finite
     */
    public void add(int size, double sum, int howMany) {
        if (size < 1 || howMany < 1 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException(
                    "a cluster needs a size of at least 1 and a finite sum, was size %d, sum %s, %d times"
                            .formatted(size, sum, howMany));
        }
        if (kinds == sizes.length) {
            grow();
        }
        sizes[kinds] = size;
        sums[kinds] = sum;
        times[kinds] = howMany;
        kinds++;
        clusters += howMany;
        answers = Math.addExact(answers, Math.multiplyExact(size, howMany));
        largest = Math.max(largest, size);
    }

    /** Forgets everything added. */
    public void clear() {
        kinds = 0;
        clusters = 0;
        answers = 0;
        largest = 0;
    }

    /** Answers in all clusters. */
    public int answers() {
        return answers;
    }

    /** How many clusters were added. */
    public int count() {
        return clusters;
    }

    /** Answers of the largest cluster; 0 if there is none. */
    public int largest() {
        return largest;
    }

    int kinds() {
        return kinds;
    }

    int size(int kind) {
        return sizes[kind];
    }

    double sum(int kind) {
        return sums[kind];
    }

    int times(int kind) {
        return times[kind];
    }

    private void grow() {
        int capacity = 2 * sizes.length;
        sizes = Arrays.copyOf(sizes, capacity);
        sums = Arrays.copyOf(sums, capacity);
        times = Arrays.copyOf(times, capacity);
    }
}
