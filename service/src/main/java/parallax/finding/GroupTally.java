package parallax.finding;

import static parallax.response.Response.NOT_ENCOUNTERED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import parallax.disclosure.Atom;

/**
 * Counts a column for the whole panel and every group of it in one pass, where each row is a person. A row is only looked up in
 * tables; what is added to groups is added once a run.
 */
final class GroupTally {

    private static final int MOST_CODES = 256;
    private static final int NA = NOT_ENCOUNTERED & 0xff;
    private static final int WHOLE = 0;
    /** Above the number of answers of a run stands their sum. */
    private static final int SUM = 32;

    private final Runs runs;
    private final boolean countsPoints;
    private final int[] pointsOf;
    /** By code, what it adds to answers and sum. */
    private final long[] weightOf = new long[MOST_CODES];
    /** By code, where it is counted: ratings by themselves, then "did not encounter". */
    private final int[] slotOf = new int[MOST_CODES];

    private final int slots;
    /** By pattern and slot. */
    private final int[] histogram;
    /** Where the groups of a variable begin; group 0 is the whole. */
    private final int[] firstGroup;
    /** By pattern, the groups it stands in. */
    private final int[][] groupsOf;

    private final ClusterSums[] sums;
    private final ClusterSums[] hits;
    private final ClusterSums sumsOfTwo;
    private final ClusterSums hitsOfTwo;

    private final int[] answers;
    private final int[] total;
    private final int[] points;
    private final int[] touched;
    private int touchedGroups;

    /** @param pointsOf what each code counts in the share */
    GroupTally(Runs runs, int[] pointsOf, int highestCode) {
        this.runs = runs;
        this.pointsOf = pointsOf;
        countsPoints = Arrays.stream(pointsOf).anyMatch(point -> point != 0);
        slots = highestCode + 2;
        Arrays.setAll(slotOf, code -> Math.min(code, highestCode + 1));
        Arrays.setAll(weightOf, code -> code == 0 || code == NA ? 0 : 1 + ((long) code << SUM));
        int patterns = runs.values().length;
        histogram = new int[patterns * slots];
        int variables = runs.values()[0].length;
        firstGroup = new int[variables];
        int groups = 1;
        for (int variable = 0; variable < variables; variable++) {
            int position = variable;
            firstGroup[variable] = groups;
            groups += 1
                    + Arrays.stream(runs.values())
                            .mapToInt(values -> values[position])
                            .max()
                            .orElse(0);
        }
        groupsOf = new int[patterns][1 + variables];
        for (int pattern = 0; pattern < patterns; pattern++) {
            for (int variable = 0; variable < variables; variable++) {
                groupsOf[pattern][1 + variable] = group(variable, runs.values()[pattern][variable]);
            }
        }
        sums = new ClusterSums[groups];
        hits = new ClusterSums[groups];
        Arrays.setAll(sums, group -> new ClusterSums(highestCode));
        Arrays.setAll(hits, group -> new ClusterSums(1));
        sumsOfTwo = new ClusterSums(highestCode);
        hitsOfTwo = new ClusterSums(1);
        answers = new int[groups];
        total = new int[groups];
        points = new int[groups];
        touched = new int[groups];
    }

    private int group(int variable, int value) {
        return firstGroup[variable] + value;
    }

    /** Counts a column, and forgets the one before. */
    void count(byte[] column) {
        Arrays.fill(histogram, 0);
        Arrays.stream(sums).forEach(ClusterSums::clear);
        Arrays.stream(hits).forEach(ClusterSums::clear);
        int[] clusters = runs.clusters();
        int run = 0;
        while (run < clusters.length) {
            int end = run + 1;
            while (end < clusters.length && clusters[end] == clusters[run]) {
                end++;
            }
            if (end == run + 1) {
                countCluster(column, run);
            } else {
                countCluster(column, run, end);
            }
            run = end;
        }
    }

    private void countCluster(byte[] column, int run) {
        int pattern = runs.patterns()[run];
        long counted = countRows(column, run);
        int n = (int) counted;
        if (n > 0) {
            int[] groups = groupsOf[pattern];
            add(sums, groups, groups.length, n, (int) (counted >>> SUM));
            if (countsPoints) {
                add(hits, groups, groups.length, n, countPoints(column, run));
            }
        }
    }

    private long countRows(byte[] column, int run) {
        int first = runs.patterns()[run] * slots;
        int end = runs.starts()[run + 1];
        long counted = 0;
        for (int row = runs.starts()[run]; row < end; row++) {
            int code = column[row] & 0xff;
            histogram[first + slotOf[code]]++;
            counted += weightOf[code];
        }
        return counted;
    }

    private int countPoints(byte[] column, int run) {
        int end = runs.starts()[run + 1];
        int sum = 0;
        for (int row = runs.starts()[run]; row < end; row++) {
            sum += pointsOf[column[row] & 0xff];
        }
        return sum;
    }

    private static void add(ClusterSums[] to, int[] groups, int count, int size, int sum) {
        int kind = to[WHOLE].kind(size, sum);
        for (int i = 0; i < count; i++) {
            if (kind == ClusterSums.LARGE) {
                to[groups[i]].addLarge(size, sum);
            } else {
                to[groups[i]].addKind(kind);
            }
        }
    }

    /** A cluster whose rows stand in different groups. */
    private void countCluster(byte[] column, int from, int to) {
        for (int run = from; run < to; run++) {
            long counted = countRows(column, run);
            int n = (int) counted;
            if (n > 0) {
                int sum = (int) (counted >>> SUM);
                int point = countsPoints ? countPoints(column, run) : 0;
                for (int group : groupsOf[runs.patterns()[run]]) {
                    if (answers[group] == 0) {
                        touched[touchedGroups++] = group;
                    }
                    answers[group] += n;
                    total[group] += sum;
                    points[group] += point;
                }
            }
        }
        endCluster();
    }

    private void endCluster() {
        for (int i = 0; i < touchedGroups; i++) {
            int group = touched[i];
            sums[group].add(answers[group], total[group]);
            if (countsPoints) {
                hits[group].add(answers[group], points[group]);
            }
            answers[group] = 0;
            total[group] = 0;
            points[group] = 0;
        }
        touchedGroups = 0;
    }

    /**
     * What was counted of some rows.
     *
     * @param codes by code, ratings only
     */
    record Counts(int[] codes, int notEncountered, int leftOpen, ClusterSums sums, ClusterSums hits) {}

    /** Of the whole; good until the next column is counted. */
    Counts whole() {
        int[] counts = new int[slots];
        for (int i = 0; i < histogram.length; i++) {
            counts[i % slots] += histogram[i];
        }
        return counts(counts, sums[WHOLE], hits[WHOLE]);
    }

    /** Of those with a value of a variable. */
    Counts of(int variable, int value) {
        int group = group(variable, value);
        if (!hasGroup(variable, value)) {
            sumsOfTwo.clear();
            hitsOfTwo.clear();
            return counts(new int[slots], sumsOfTwo, hitsOfTwo);
        }
        return counts(histogram(variable, value, value), sums[group], hits[group]);
    }

    /** Of those with a value of a variable and those with none, where every row is a cluster. */
    Counts ofThoseAndOthers(int variable, int value) {
        sumsOfTwo.clear();
        hitsOfTwo.clear();
        for (int own : new int[] {0, value}) {
            if (hasGroup(variable, own)) {
                sumsOfTwo.addAll(sums[group(variable, own)]);
                hitsOfTwo.addAll(hits[group(variable, own)]);
            }
        }
        return counts(histogram(variable, 0, value), sumsOfTwo, hitsOfTwo);
    }

    /** Whether any row could stand in it. */
    private boolean hasGroup(int variable, int value) {
        int end = variable + 1 < firstGroup.length ? firstGroup[variable + 1] : sums.length;
        return group(variable, value) < end;
    }

    private int[] histogram(int variable, int value, int orValue) {
        int[] counts = new int[slots];
        for (int pattern = 0; pattern < groupsOf.length; pattern++) {
            int own = runs.values()[pattern][variable];
            for (int slot = 0; (own == value || own == orValue) && slot < slots; slot++) {
                counts[slot] += histogram[pattern * slots + slot];
            }
        }
        return counts;
    }

    private Counts counts(int[] counts, ClusterSums sums, ClusterSums hits) {
        int[] codes = Arrays.copyOf(counts, slots - 1);
        codes[0] = 0;
        return new Counts(codes, counts[slots - 1], counts[0], sums, hits);
    }

    /** The persons with a number, by where they stand. */
    List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        for (int pattern = 0; pattern < groupsOf.length; pattern++) {
            int persons = 0;
            for (int slot = 1; slot < slots - 1; slot++) {
                persons += histogram[pattern * slots + slot];
            }
            if (persons > 0) {
                atoms.add(new Atom(persons, List.of(runs.values()[pattern]), new BitSet()));
            }
        }
        return atoms;
    }
}
