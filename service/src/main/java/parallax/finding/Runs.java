package parallax.finding;

import java.util.Arrays;

/**
 * Rows of a panel that stand together, are of one cluster, and have the same value of every segment variable. Most accounts
 * are one run: what is counted by run is counted once for all groups its rows stand in.
 *
 * @param starts first row of each run, then the number of rows
 * @param clusters of each run
 * @param patterns of each run, a position in {@code values}
 * @param values by pattern and variable, ascending
 */
record Runs(int[] starts, int[] clusters, int[] patterns, int[][] values) {

    /** Rows beyond make another run. */
    static final int MOST_ROWS = 1 << 12;

    /**
     * Finds the runs.
     *
     * @param clusters by row
     * @param patterns by row
     */
    static Runs of(int[] clusters, int[] patterns, int[][] values) {
        int[] starts = new int[clusters.length + 1];
        int count = 0;
        for (int row = 0; row < clusters.length; row++) {
            if (starts(clusters, patterns, row) || row - starts[count - 1] == MOST_ROWS) {
                starts[count++] = row;
            }
        }
        starts[count] = clusters.length;
        int[] first = Arrays.copyOf(starts, count);
        return new Runs(Arrays.copyOf(starts, count + 1), pick(clusters, first), pick(patterns, first), values);
    }

    private static int[] pick(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    private static boolean starts(int[] clusters, int[] patterns, int row) {
        return row == 0 || clusters[row] != clusters[row - 1] || patterns[row] != patterns[row - 1];
    }

    int count() {
        return clusters.length;
    }

    int value(int run, int variable) {
        return values[patterns[run]][variable];
    }

    /**
     * The rows with a value of a variable, ascending.
     *
     * @param orNone whether those without any value count too
     */
    int[] rows(int variable, int value, boolean orNone) {
        int[] rows = new int[starts[count()]];
        int found = 0;
        for (int run = 0; run < count(); run++) {
            int own = value(run, variable);
            if (own == value || orNone && own == 0) {
                for (int row = starts[run]; row < starts[run + 1]; row++) {
                    rows[found++] = row;
                }
            }
        }
        return Arrays.copyOf(rows, found);
    }
}
