package parallax.finding;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.statistics.ClusterColumn;

/**
 * The rows of a panel that stand at one place, with their clusters numbered from 0 in the order of the rows.
 *
 * @param rows ascending; null for all
 * @param clusters by position in {@code rows}, the cluster
 * @param count clusters there are, silent ones included
 */
record Sample(Panel panel, int @Nullable [] rows, int[] clusters, int count) {

    static Sample of(Panel panel, Place place) {
        return place.isAll()
                ? new Sample(panel, null, panel.clusters(), panel.sources())
                : of(panel, Tables.rows(panel, place.variable(), place.value()));
    }

    /** The rows among some of the panel, which must not part a cluster. */
    static Sample of(Panel panel, Place place, int fromRow, int toRow) {
        IntStream rows = place.isAll()
                ? IntStream.range(fromRow, toRow)
                : Arrays.stream(Tables.rows(panel, place.variable(), place.value()))
                        .filter(row -> row >= fromRow && row < toRow);
        return of(panel, rows.toArray());
    }

    private static Sample of(Panel panel, int[] rows) {
        int[] clusters = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean starts = i == 0 || panel.clusters()[rows[i]] != panel.clusters()[rows[i - 1]];
            count += starts ? 1 : 0;
            clusters[i] = count - 1;
        }
        return new Sample(panel, rows, clusters, count);
    }

    private int row(int i) {
        return rows == null ? i : rows[i];
    }

    /** The answers of a column by cluster; those of one person are averaged. Ratings are the codes above 0. */
    ClusterColumn column(byte[] column) {
        int[] persons = panel.persons();
        return persons == null ? ofRows(column) : ofPersons(column, persons);
    }

    private ClusterColumn ofRows(byte[] column) {
        int[] sizes = new int[count];
        double[] sums = new double[count];
        for (int i = 0; i < clusters.length; i++) {
            // Nobody can foresee who answered: no jump. "Did not encounter" is below 0.
            int rating = Math.max(0, column[row(i)]);
            sizes[clusters[i]] += -rating >>> 31;
            sums[clusters[i]] += rating;
        }
        return new ClusterColumn(sizes, sums);
    }

    private ClusterColumn ofPersons(byte[] column, int[] persons) {
        int[] sizes = new int[count];
        double[] sums = new double[count];
        int i = 0;
        while (i < clusters.length) {
            int first = i;
            int numbers = 0;
            int sum = 0;
            do {
                byte code = column[row(i)];
                if (code > 0) {
                    numbers++;
                    sum += code;
                }
                i++;
            } while (i < clusters.length && isSame(persons, first, i));
            if (numbers > 0) {
                sizes[clusters[first]]++;
                sums[clusters[first]] += numbers == 1 ? sum : (double) sum / numbers;
            }
        }
        return new ClusterColumn(sizes, sums);
    }

    /** Both measures of the persons who rated both, by cluster. */
    Pair pair(byte[] importance, byte[] experience) {
        int[] sizes = new int[count];
        double[] important = new double[count];
        double[] experienced = new double[count];
        int[] persons = panel.persons();
        int i = 0;
        while (i < clusters.length) {
            int first = i;
            int numbers = 0;
            int sumOfImportance = 0;
            int sumOfExperience = 0;
            do {
                byte a = importance[row(i)];
                byte b = experience[row(i)];
                if (a > 0 && b > 0) {
                    numbers++;
                    sumOfImportance += a;
                    sumOfExperience += b;
                }
                i++;
            } while (persons != null && i < clusters.length && isSame(persons, first, i));
            if (numbers > 0) {
                int cluster = clusters[first];
                sizes[cluster]++;
                important[cluster] += numbers == 1 ? sumOfImportance : (double) sumOfImportance / numbers;
                experienced[cluster] += numbers == 1 ? sumOfExperience : (double) sumOfExperience / numbers;
            }
        }
        return new Pair(new ClusterColumn(sizes, important), new ClusterColumn(sizes, experienced));
    }

    /** One touchpoint's two measures. */
    record Pair(ClusterColumn importance, ClusterColumn experience) {}

    private boolean isSame(int[] persons, int first, int other) {
        int person = persons[row(first)];
        return person != CodeBook.NONE && person == persons[row(other)];
    }

    /** Takes a cluster and its code. */
    interface CodeConsumer {
        void accept(int cluster, UUID code);
    }

    /** Tells the code of each cluster that has one in every wave. */
    void forEachCode(CodeConsumer consumer) {
        for (int i = 0; i < clusters.length; i++) {
            if (i == 0 || clusters[i] != clusters[i - 1]) {
                UUID code = panel.codes().of(panel.clusters()[row(i)]);
                if (code != null) {
                    consumer.accept(clusters[i], code);
                }
            }
        }
    }
}
