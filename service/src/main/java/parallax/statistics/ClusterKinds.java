package parallax.statistics;

import java.util.Arrays;

/**
 * The clusters of a column told apart only by size and sum, sorted by these: sums over kinds do not depend on the order
 * of clusters, and what depends on a cluster only through size and sum is computed once a kind.
 */
final class ClusterKinds {

    static final int SILENT = -1;

    private static final int FIRST_CAPACITY = 256;

    /** Clusters up to this size whose sum is a whole number up to so much an answer are found without searching. */
    private static final int SMALL_SIZE = 16;

    private static final int SMALL_SUM = 16 * 10;
    private static final int STRIDE = SMALL_SUM + 1;

    private final int[] kindOf;
    private int[] sizes = new int[FIRST_CAPACITY / 2];
    private double[] sums = new double[FIRST_CAPACITY / 2];
    private int[] times = new int[FIRST_CAPACITY / 2];
    private int[] table = emptyTable(FIRST_CAPACITY);
    private int count;

    private ClusterKinds(ClusterColumn column) {
        kindOf = new int[column.clusters()];
        int[] small = new int[(SMALL_SIZE + 1) * STRIDE];
        for (int i = 0; i < kindOf.length; i++) {
            int size = column.sizes()[i];
            double sum = column.sums()[i];
            int whole = (int) sum;
            if (size == 0) {
                kindOf[i] = SILENT;
            } else if (size <= SMALL_SIZE && whole == sum && whole >= 0 && whole <= SMALL_SUM) {
                int place = size * STRIDE + whole;
                if (small[place] == 0) {
                    small[place] = 1 + append(size, whole);
                }
                kindOf[i] = small[place] - 1;
                times[small[place] - 1]++;
            } else {
                kindOf[i] = find(size, sum);
            }
        }
        sort();
    }

    private int append(int size, double sum) {
        sizes[count] = size;
        sums[count] = sum;
        count++;
        if (count == sizes.length) {
            grow();
        }
        return count - 1;
    }

    static ClusterKinds of(ClusterColumn column) {
        return new ClusterKinds(column);
    }

    int clusters() {
        return kindOf.length;
    }

    int count() {
        return count;
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

    /** Kind of the cluster at a place, or {@link #SILENT}. */
    int kindOf(int cluster) {
        return kindOf[cluster];
    }

    Clusters toClusters() {
        Clusters clusters = new Clusters();
        for (int kind = 0; kind < count; kind++) {
            clusters.add(sizes[kind], sums[kind], times[kind]);
        }
        return clusters;
    }

    private int find(int size, double sum) {
        int slot = slot(size, sum, table.length);
        while (table[slot] != SILENT) {
            int kind = table[slot];
            if (sizes[kind] == size && sums[kind] == sum) {
                times[kind]++;
                return kind;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = count;
        times[count] = 1;
        return append(size, sum);
    }

    private void grow() {
        sizes = Arrays.copyOf(sizes, 2 * count);
        sums = Arrays.copyOf(sums, 2 * count);
        times = Arrays.copyOf(times, 2 * count);
        table = emptyTable(4 * count);
        for (int kind = 0; kind < count; kind++) {
            int slot = slot(sizes[kind], sums[kind], table.length);
            while (table[slot] != SILENT) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = kind;
        }
    }

    private static int slot(int size, double sum, int capacity) {
        long mixed = (Double.doubleToLongBits(sum) + size) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (capacity - 1);
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, SILENT);
        return table;
    }

    private int[] order() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, kind -> kind);
        Arrays.sort(order, (a, b) -> {
            int bySize = Integer.compare(sizes[a], sizes[b]);
            return bySize == 0 ? Double.compare(sums[a], sums[b]) : bySize;
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void sort() {
        int[] order = order();
        int[] rank = new int[count];
        int[] sortedSizes = new int[count];
        double[] sortedSums = new double[count];
        int[] sortedTimes = new int[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
            sortedSizes[i] = sizes[order[i]];
            sortedSums[i] = sums[order[i]];
            sortedTimes[i] = times[order[i]];
        }
        for (int i = 0; i < kindOf.length; i++) {
            kindOf[i] = kindOf[i] == SILENT ? SILENT : rank[kindOf[i]];
        }
        sizes = sortedSizes;
        sums = sortedSums;
        times = sortedTimes;
    }
}
