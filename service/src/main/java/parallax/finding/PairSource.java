package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import parallax.questionnaire.Measure;
import parallax.statistics.ClusterColumn;
import parallax.study.SegmentVariable;

/** Counts customers' pairs by cluster, at several places at once. Reuses its memory: one thread. */
interface PairSource {

    List<Place> places();

    /** How many clusters stand at a place, silent ones included. */
    int clusters(Place place);

    /**
     * Counts a touchpoint and forgets the one before.
     *
     * @param runs its pairs by run; nothing where persons have several rows
     */
    void count(int item, RunSums runs);

    /** What was counted at a place; good until the next touchpoint is. */
    Sample.Pair pair(Place place);

    /** Sources that together count at every place; each may be used by a thread of its own. */
    static List<PairSource> of(Panel panel, List<SegmentVariable> variables) {
        List<Place> places = Place.of(variables);
        List<PairSource> sources = new ArrayList<>();
        if (panel.persons() != null) {
            places.forEach(place -> sources.add(new OfPersons(Sample.of(panel, place), place)));
            return sources;
        }
        for (int variable = Place.ALL.variable(); variable < variables.size(); variable++) {
            int position = variable;
            sources.add(new OfRows(
                    panel,
                    places.stream()
                            .filter(place -> place.variable() == position)
                            .toList()));
        }
        return sources;
    }

    /**
     * Pairs of one touchpoint by run.
     *
     * @param sizes how many, and above {@link #SIZE} the sum of their importance
     * @param experienced the sum of their experience
     */
    record RunSums(long[] sizes, int[] experienced) {

        private static final int SIZE = 32;
        private static final RunSums NONE = new RunSums(new long[0], new int[0]);

        static RunSums of(Panel panel, int item) {
            if (panel.persons() != null) {
                return NONE;
            }
            byte[] importance = panel.column(Measure.IMPORTANCE, item);
            byte[] experience = panel.column(Measure.EXPERIENCE, item);
            int[] starts = panel.runs().starts();
            RunSums sums = new RunSums(
                    new long[panel.runs().count()], new int[panel.runs().count()]);
            for (int run = 0; run < sums.sizes.length; run++) {
                long important = 0;
                int experienced = 0;
                for (int row = starts[run]; row < starts[run + 1]; row++) {
                    // Ratings are over 0; 1 for a pair, else 0, without a jump that could not be foreseen.
                    int both = (-importance[row] & -experience[row]) >>> 31;
                    important += both + ((long) (both * importance[row]) << SIZE);
                    experienced += both * experience[row];
                }
                sums.sizes[run] = important;
                sums.experienced[run] = experienced;
            }
            return sums;
        }
    }

    /** Where persons have several rows. */
    final class OfPersons implements PairSource {

        private final Sample sample;
        private final Place place;
        private Sample.Pair pair;

        OfPersons(Sample sample, Place place) {
            this.sample = sample;
            this.place = place;
            pair = new Sample.Pair(
                    new ClusterColumn(new int[0], new double[0]), new ClusterColumn(new int[0], new double[0]));
        }

        @Override
        public List<Place> places() {
            return List.of(place);
        }

        @Override
        public int clusters(Place place) {
            return sample.count();
        }

        @Override
        public void count(int item, RunSums runs) {
            pair = sample.pair(
                    sample.panel().column(Measure.IMPORTANCE, item),
                    sample.panel().column(Measure.EXPERIENCE, item));
        }

        @Override
        public Sample.Pair pair(Place place) {
            return pair;
        }
    }

    /** Where each row is a person: all values of a variable, or the whole, in one pass over the rows. */
    final class OfRows implements PairSource {

        private final List<Place> places;
        /** By run, the value it counts for; 0 for none. */
        private final int[] valueOf;
        /** By run, its cluster among those with the value. */
        private final int[] clusterOf;

        private final Map<Place, Sums> sums = new HashMap<>();
        private final Sums[] byValue;

        OfRows(Panel panel, List<Place> places) {
            this.places = places;
            Runs runs = panel.runs();
            int values = places.stream().mapToInt(Place::value).max().orElse(0);
            boolean whole = places.stream().allMatch(Place::isAll);
            valueOf = new int[runs.count()];
            clusterOf = new int[runs.count()];
            int[] counts = new int[values + 1];
            int[] last = new int[values + 1];
            Arrays.fill(last, CodeBook.NONE);
            for (int run = 0; run < runs.count(); run++) {
                int value = whole ? 0 : runs.value(run, places.get(0).variable());
                int cluster = runs.clusters()[run];
                counts[value] += last[value] == cluster ? 0 : 1;
                last[value] = cluster;
                valueOf[run] = value;
                clusterOf[run] = counts[value] - 1;
            }
            byValue = new Sums[values + 1];
            Arrays.setAll(byValue, value -> new Sums(counts[value]));
            places.forEach(place -> sums.put(place, byValue[place.value()]));
        }

        @Override
        public List<Place> places() {
            return places;
        }

        @Override
        public int clusters(Place place) {
            return sums(place).sizes.length;
        }

        @Override
        public void count(int item, RunSums runs) {
            Arrays.stream(byValue).forEach(Sums::clear);
            for (int run = 0; run < valueOf.length; run++) {
                long sizes = runs.sizes[run];
                if (sizes != 0) {
                    byValue[valueOf[run]].add(
                            clusterOf[run], (int) sizes, (int) (sizes >>> RunSums.SIZE), runs.experienced[run]);
                }
            }
        }

        @Override
        public Sample.Pair pair(Place place) {
            Sums counted = sums(place);
            return new Sample.Pair(
                    new ClusterColumn(counted.sizes, counted.important),
                    new ClusterColumn(counted.sizes, counted.experienced));
        }

        private Sums sums(Place place) {
            return Objects.requireNonNull(sums.get(place));
        }

        private static final class Sums {

            private final int[] sizes;
            private final double[] important;
            private final double[] experienced;

            private Sums(int clusters) {
                sizes = new int[clusters];
                important = new double[clusters];
                experienced = new double[clusters];
            }

            private void add(int cluster, int size, int importance, int experience) {
                sizes[cluster] += size;
                important[cluster] += importance;
                experienced[cluster] += experience;
            }

            private void clear() {
                Arrays.fill(sizes, 0);
                Arrays.fill(important, 0);
                Arrays.fill(experienced, 0);
            }
        }
    }
}
