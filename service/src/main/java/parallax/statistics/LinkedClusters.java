package parallax.statistics;

import java.util.Arrays;

/**
 * The answers of two waves gathered by cluster: of each cluster, how many answers it gave in each wave and their sums. A
 * cluster may be silent in one wave. Clusters equal in all four may be added at once. Made to be reused: {@link #clear()}
 * keeps the memory.
 */
public final class LinkedClusters {

    private static final int FIRST_CAPACITY = 64;

    private int[][] sizes = new int[2][FIRST_CAPACITY];
    private double[][] sums = new double[2][FIRST_CAPACITY];
    private int[] times = new int[FIRST_CAPACITY];
    private int kinds;
    private final int[] answers = new int[2];
    private final int[] clusters = new int[2];
    private int shared;

    /**
     * Two waves whose columns are aligned: place i is the same cluster in both.
     *
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static LinkedClusters of(ClusterColumn from, ClusterColumn to) {
        if (from.clusters() != to.clusters()) {
            throw new IllegalArgumentException(
                    "both waves must list the same clusters, were %d and %d".formatted(from.clusters(), to.clusters()));
        }
        LinkedClusters linked = new LinkedClusters();
        for (int i = 0; i < from.clusters(); i++) {
            if (from.sizes()[i] + to.sizes()[i] > 0) {
                linked.add(from.sizes()[i], from.sums()[i], to.sizes()[i], to.sums()[i]);
            }
        }
        return linked;
    }

    /**
     * Adds one cluster.
     *
     * @param fromSize its answers in the earlier wave, at least 0
     * @param fromSum the sum of these
     * @param toSize its answers in the later wave, at least 0; at least 1 in one of both
     * @param toSum the sum of these
     * @throws IllegalArgumentException if a size is below 0, both are 0 or a sum is not finite
     */
    public void add(int fromSize, double fromSum, int toSize, double toSum) {
        add(fromSize, fromSum, toSize, toSum, 1);
    }

    /**
     * Adds clusters that have the same sizes and the same sums.
     *
     * @param howMany at least 1
     * @throws IllegalArgumentException as {@link #add(int, double, int, double)}, or if howMany is below 1
     */
    public void add(int fromSize, double fromSum, int toSize, double toSum, int howMany) {
        boolean sized = fromSize >= 0 && toSize >= 0 && fromSize + toSize > 0 && howMany > 0;
        if (!sized || !Double.isFinite(fromSum) || !Double.isFinite(toSum)) {
            throw new IllegalArgumentException(
                    "a cluster needs an answer in one of two waves and finite sums, was %d, %s and %d, %s, %d times"
                            .formatted(fromSize, fromSum, toSize, toSum, howMany));
        }
        if (kinds == times.length) {
            grow();
        }
        addToWave(0, fromSize, fromSum, howMany);
        addToWave(1, toSize, toSum, howMany);
        times[kinds] = howMany;
        shared += fromSize > 0 && toSize > 0 ? howMany : 0;
        kinds++;
    }

    private void addToWave(int wave, int size, double sum, int howMany) {
        sizes[wave][kinds] = size;
        sums[wave][kinds] = size == 0 ? 0 : sum;
        answers[wave] = Math.addExact(answers[wave], Math.multiplyExact(size, howMany));
        clusters[wave] += size > 0 ? howMany : 0;
    }

    /** Forgets everything added. */
    public void clear() {
        kinds = 0;
        shared = 0;
        Arrays.fill(answers, 0);
        Arrays.fill(clusters, 0);
    }

    /** Clusters that answered in both waves. */
    public int shared() {
        return shared;
    }

    /** Answers of a wave: 0 the earlier, 1 the later. */
    int answers(int wave) {
        return answers[wave];
    }

    int clusters(int wave) {
        return clusters[wave];
    }

    int kinds() {
        return kinds;
    }

    int size(int wave, int kind) {
        return sizes[wave][kind];
    }

    double sum(int wave, int kind) {
        return sums[wave][kind];
    }

    int times(int kind) {
        return times[kind];
    }

    private void grow() {
        int capacity = 2 * times.length;
        for (int wave = 0; wave < 2; wave++) {
            sizes[wave] = Arrays.copyOf(sizes[wave], capacity);
            sums[wave] = Arrays.copyOf(sums[wave], capacity);
        }
        times = Arrays.copyOf(times, capacity);
    }
}
