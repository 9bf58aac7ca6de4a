package parallax.finding;

import static parallax.response.Response.NOT_ENCOUNTERED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Atom;
import parallax.finding.GroupTally.Counts;
import parallax.statistics.ClusteredMean;
import parallax.statistics.Clusters;
import parallax.statistics.NetPromoterScore;
import parallax.statistics.Share;

/** Counts one column of a panel, for all its rows or those of a group. Reuses its memory: one thread, one panel. */
final class Tally {

    private static final int MOST_CODES = 256;
    private static final int NA = NOT_ENCOUNTERED & 0xff;
    private static final int ONLY_GROUP = 0;

    private final Panel panel;
    private final Kind kind;
    /** What each code counts in the share; 0 everywhere if there is none. */
    private final int[] pointsOf = new int[MOST_CODES];

    private final double scale;
    private final ClusterSums sums;
    private final ClusterSums hits = new ClusterSums(1, 1);
    private final @Nullable GroupTally groups;
    private byte @Nullable [] counted;
    private final int[] codes;

    private int account = CodeBook.NONE;
    private int accountAnswers;
    private double accountSum;
    private int accountHits;

    private enum Kind {
        PLAIN,
        SHARE,
        RECOMMENDATION
    }

    private Tally(Panel panel, Kind kind, IntUnaryOperator points, double scale, int highestCode) {
        this.panel = panel;
        this.kind = kind;
        this.scale = scale;
        Arrays.setAll(pointsOf, code -> code == 0 || code == NA ? 0 : points.applyAsInt(code));
        sums = new ClusterSums(1, highestCode);
        codes = new int[highestCode + 1];
        groups = panel.persons() == null ? new GroupTally(panel.runs(), pointsOf, highestCode) : null;
    }

    /** Of a column of which only the mean is wanted, each code counting {@code scale}. */
    static Tally plain(Panel panel, double scale, int highestCode) {
        return new Tally(panel, Kind.PLAIN, code -> 0, scale, highestCode);
    }

    /** Of a column whose two highest codes make a share. */
    static Tally withTopTwo(Panel panel, int highestCode) {
        return new Tally(panel, Kind.SHARE, code -> Share.isTopTwo(code, highestCode) ? 1 : 0, 1, highestCode);
    }

    /** Of a column of recommendations, coded one higher. */
    static Tally ofRecommendations(Panel panel) {
        return new Tally(
                panel,
                Kind.RECOMMENDATION,
                code -> code < 1 || code > NetPromoterScore.SCALE_TOP + 1 ? 0 : NetPromoterScore.net(code - 1),
                1,
                NetPromoterScore.SCALE_TOP + 1);
    }

    Cell all(byte[] column) {
        if (groups == null) {
            return ofPersons(column, null);
        }
        count(groups, column);
        return cell(groups.whole());
    }

    /** Counts those with a value of a variable. */
    Cell of(byte[] column, int variable, int value) {
        if (groups == null) {
            return ofPersons(column, panel.runs().rows(variable, value, false));
        }
        count(groups, column);
        return cell(groups.of(variable, value));
    }

    /** As {@link #of}; team members without a segment count for every segment. */
    Cell at(byte[] column, int variable, int value) {
        if (!panel.audience().isTeam()) {
            return of(column, variable, value);
        }
        if (groups == null) {
            return ofPersons(column, Tables.rows(panel, variable, value));
        }
        count(groups, column);
        return cell(groups.ofThoseAndOthers(variable, value));
    }

    /** The persons, by where they stand, in an order that says nothing. */
    List<Atom> atoms(byte[] column) {
        if (groups == null) {
            return new Standings(panel).atoms(column);
        }
        count(groups, column);
        return groups.atoms();
    }

    private void count(GroupTally tally, byte[] column) {
        if (counted != column) {
            tally.count(column);
            counted = column;
        }
    }

    private Cell cell(Counts counts) {
        return cell(counts, counts.codes(), Answers.ofRatings(counts.codes(), counts.codes().length, scale));
    }

    /** Where a person's number is the mean of the numbers in their rows. */
    private Cell ofPersons(byte[] column, int @Nullable [] rows) {
        int[] ofPanel = rows == null ? IntStream.range(0, panel.rows()).toArray() : rows;
        Arrays.fill(codes, 0);
        Map<Double, Integer> numbers = new TreeMap<>();
        int notEncountered = 0;
        int leftOpen = 0;
        int first = 0;
        while (first < ofPanel.length) {
            int end = endOfPerson(ofPanel, first);
            OptionalDouble mean = mean(column, ofPanel, first, end);
            if (mean.isPresent()) {
                double number = person(panel.clusters()[ofPanel[first]], mean.getAsDouble());
                numbers.merge(number, 1, Integer::sum);
                codes[(int) number]++;
            } else if (IntStream.range(first, end).anyMatch(i -> column[ofPanel[i]] == NOT_ENCOUNTERED)) {
                notEncountered++;
            } else {
                leftOpen++;
            }
            first = end;
        }
        endAccount();
        Counts counts = new Counts(codes, notEncountered, leftOpen, sums, hits, ONLY_GROUP);
        Cell cell = cell(counts, null, Answers.of(numbers, scale));
        hits.clear();
        sums.clear();
        return cell;
    }

    private int endOfPerson(int[] rows, int first) {
        int[] persons = Objects.requireNonNull(panel.persons());
        int end = first + 1;
        while (end < rows.length && PanelBuilder.isSame(persons[rows[first]], persons[rows[end]])) {
            end++;
        }
        return end;
    }

    private static OptionalDouble mean(byte[] column, int[] rows, int from, int to) {
        return IntStream.range(from, to)
                .map(i -> column[rows[i]] & 0xff)
                .filter(code -> code != 0 && code != NA)
                .average();
    }

    /** A recommendation is a whole number, the lower one of a person who gave several. */
    private double person(int cluster, double mean) {
        double number = kind == Kind.RECOMMENDATION ? Math.floor(mean) : mean;
        // Below the next whole number means below it for every limit that is one.
        inAccount(cluster, number, pointsOf[(int) number]);
        return number;
    }

    private void inAccount(int cluster, double number, int point) {
        if (cluster != account) {
            endAccount();
            account = cluster;
        }
        accountAnswers++;
        accountSum += number;
        accountHits += point;
    }

    private void endAccount() {
        if (accountAnswers > 0) {
            sums.add(ONLY_GROUP, accountAnswers, accountSum);
            hits.add(ONLY_GROUP, accountAnswers, accountHits);
        }
        account = CodeBook.NONE;
        accountAnswers = 0;
        accountSum = 0;
        accountHits = 0;
    }

    private Cell cell(Counts counts, int @Nullable [] ratings, Answers distribution) {
        Clusters clusters = counts.sums().gather(scale, counts.groups());
        boolean any = clusters.count() > 0;
        return new Cell(
                clusters.answers(),
                counts.notEncountered(),
                counts.leftOpen(),
                clusters.count(),
                clusters.largest(),
                any ? ClusteredMean.of(clusters) : null,
                any ? ClusteredMean.withoutFloor(clusters) : null,
                any && kind == Kind.SHARE ? Share.of(counts.hits().gather(1, counts.groups())) : null,
                any && kind == Kind.RECOMMENDATION
                        ? NetPromoterScore.of(
                                Arrays.copyOfRange(counts.codes(), 1, NetPromoterScore.SCALE_TOP + 2),
                                counts.hits().gather(1, counts.groups()))
                        : null,
                ratings,
                distribution);
    }
}
