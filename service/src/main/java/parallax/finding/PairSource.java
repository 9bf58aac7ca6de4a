package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import parallax.questionnaire.Measure;
import parallax.statistics.ClusterColumn;

/** Customers' pairs by cluster at one place. */
interface PairSource {

    /** All pairs of a touchpoint. */
    Total total(int item);

    /** The pairs of a touchpoint in some accounts. */
    Sample.Pair pair(int item, Block block);

    /** Where rows are persons, their pairs are counted once for all places. */
    static PairSource of(Panel panel, Place place, Counts counts) {
        return panel.persons() == null ? new OfRows(panel.runs(), place, counts) : new OfPersons(panel, place);
    }

    /**
     * How many pairs there are, and the sums of both ratings.
     *
     * @param importance of persons' numbers, which may be averages
     * @param experience likewise
     */
    record Total(int pairs, double importance, double experience) {}

    /**
     * Some accounts of a panel.
     *
     * @param fromRun their first run
     * @param toRun the run after their last
     * @param runs by item and run, the pairs as {@link PairCodes#byRun} tells
     */
    record Block(int fromRun, int toRun, long[][] runs) {}

    /** Pairs where each row is a person: by item, pattern and what {@link Total} tells. */
    record Counts(long[][][] byPattern) {

        static Counts of(Panel panel, int items, int scalePoints) {
            return new Counts(IntStream.range(0, items)
                    .parallel()
                    .mapToObj(item -> byPattern(panel.runs(), new PairCodes(panel, item, scalePoints)))
                    .toArray(long[][][]::new));
        }

        private static long[][] byPattern(Runs runs, PairCodes codes) {
            long[][] totals = new long[runs.values().length][3];
            long[] byRun = codes.byRun(runs, 0, runs.count());
            for (int run = 0; run < byRun.length; run++) {
                long[] total = totals[runs.patterns()[run]];
                total[0] += Packed.count(byRun[run]);
                total[1] += Packed.sum(byRun[run]);
                total[2] += Packed.second(byRun[run]);
            }
            return totals;
        }
    }

    /** Where persons have several rows. */
    record OfPersons(Panel panel, Place place) implements PairSource {

        @Override
        public Total total(int item) {
            Sample.Pair pair = pair(item, Sample.of(panel, place));
            return new Total(
                    Arrays.stream(pair.importance().sizes()).sum(),
                    Arrays.stream(pair.importance().sums()).sum(),
                    Arrays.stream(pair.experience().sums()).sum());
        }

        @Override
        public Sample.Pair pair(int item, Block block) {
            int[] starts = panel.runs().starts();
            return pair(item, Sample.of(panel, place, starts[block.fromRun()], starts[block.toRun()]));
        }

        private Sample.Pair pair(int item, Sample sample) {
            return sample.pair(panel.column(Measure.IMPORTANCE, item), panel.column(Measure.EXPERIENCE, item));
        }
    }

    /** Where each row is a person. */
    final class OfRows implements PairSource {

        private final Runs runs;
        private final Place place;
        private final Counts counts;
        /** The runs that stand at the place, ascending. */
        private final int[] standing;
        /** Of each of these, its cluster among those at the place. */
        private final int[] clusterOf;

        OfRows(Runs runs, Place place, Counts counts) {
            this.runs = runs;
            this.place = place;
            this.counts = counts;
            standing = IntStream.range(0, runs.count())
                    .filter(run -> isAt(runs.patterns()[run]))
                    .toArray();
            clusterOf = new int[standing.length];
            for (int i = 1; i < standing.length; i++) {
                boolean same = runs.clusters()[standing[i]] == runs.clusters()[standing[i - 1]];
                clusterOf[i] = clusterOf[i - 1] + (same ? 0 : 1);
            }
        }

        private boolean isAt(int pattern) {
            return place.isAll() || runs.values()[pattern][place.variable()] == place.value();
        }

        @Override
        public Total total(int item) {
            long[] sums = new long[3];
            for (int pattern = 0; pattern < runs.values().length; pattern++) {
                for (int i = 0; i < sums.length && isAt(pattern); i++) {
                    sums[i] += counts.byPattern()[item][pattern][i];
                }
            }
            return new Total(Math.toIntExact(sums[0]), sums[1], sums[2]);
        }

        @Override
        public Sample.Pair pair(int item, Block block) {
            int first = positionOf(block.fromRun());
            int end = positionOf(block.toRun());
            int firstCluster = first < end ? clusterOf[first] : 0;
            int clusters = first < end ? clusterOf[end - 1] - firstCluster + 1 : 0;
            int[] sizes = new int[clusters];
            double[] important = new double[clusters];
            double[] experienced = new double[clusters];
            long[] ofRuns = block.runs()[item];
            for (int i = first; i < end; i++) {
                long sums = ofRuns[standing[i] - block.fromRun()];
                int cluster = clusterOf[i] - firstCluster;
                sizes[cluster] += Packed.count(sums);
                important[cluster] += Packed.sum(sums);
                experienced[cluster] += Packed.second(sums);
            }
            return new Sample.Pair(new ClusterColumn(sizes, important), new ClusterColumn(sizes, experienced));
        }

        /** Position of the first run at the place that is not before. */
        private int positionOf(int run) {
            int found = Arrays.binarySearch(standing, run);
            return found >= 0 ? found : -found - 1;
        }
    }

    /** All accounts of a panel, some at a time: what is counted of a block stays close to the processor. */
    static List<int[]> blocks(Runs runs, int runsAtOnce) {
        List<int[]> blocks = new ArrayList<>();
        int from = 0;
        while (from < runs.count()) {
            int to = Math.min(runs.count(), from + runsAtOnce);
            while (to < runs.count() && runs.clusters()[to] == runs.clusters()[to - 1]) {
                to++;
            }
            blocks.add(new int[] {from, to});
            from = to;
        }
        return blocks;
    }
}
