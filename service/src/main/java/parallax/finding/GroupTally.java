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

    private final Runs runs;
    private final boolean countsPoints;
    /** By code, what a row of it adds: its number and its points. */
    private final long[] weightOf = new long[MOST_CODES];
    /** By code, where it is counted: ratings by themselves, then "did not encounter". */
    private final int[] slotOf = new int[MOST_CODES];

    private final int slots;
    /** By pattern and slot. */
    private final int[] histogram;
    /** Where the groups of a variable begin, then how many groups there are; group 0 is the whole. */
    private final int[] firstGroup;
    /** By pattern, the groups it stands in. */
    private final int[][] groupsOf;

    private final ClusterSums sums;
    private final ClusterSums hits;

    private final int[] answers;
    private final int[] total;
    private final int[] points;
    private final int[] touched;
    private int touchedGroups;

    /** @param pointsOf what each code counts in the share */
    GroupTally(Runs runs, int[] pointsOf, int highestCode) {
        this.runs = runs;
        countsPoints = Arrays.stream(pointsOf).anyMatch(point -> point != 0);
        slots = highestCode + 2;
        Arrays.setAll(slotOf, code -> Math.min(code, highestCode + 1));
        Arrays.setAll(weightOf, code -> code == 0 || code == NA ? 0 : Packed.row(code, pointsOf[code]));
        histogram = new int[runs.values().length * slots];
        firstGroup = firstGroups(runs.values());
        groupsOf = groups(runs.values(), firstGroup);
        int groups = firstGroup[firstGroup.length - 1];
        sums = new ClusterSums(groups, highestCode);
        hits = new ClusterSums(groups, 1);
        answers = new int[groups];
        total = new int[groups];
        points = new int[groups];
        touched = new int[groups];
    }

    private static int[] firstGroups(int[][] values) {
        int variables = values[0].length;
        int[] first = new int[variables + 1];
        first[0] = WHOLE + 1;
        for (int variable = 0; variable < variables; variable++) {
            int position = variable;
            int highest = Arrays.stream(values)
                    .mapToInt(ofPattern -> ofPattern[position])
                    .max()
                    .orElse(0);
            first[variable + 1] = first[variable] + highest + 1;
        }
        return first;
    }

    private static int[][] groups(int[][] values, int[] firstGroup) {
        int[][] groups = new int[values.length][firstGroup.length];
        for (int pattern = 0; pattern < values.length; pattern++) {
            groups[pattern][0] = WHOLE;
            for (int variable = 0; variable < values[pattern].length; variable++) {
                groups[pattern][1 + variable] = firstGroup[variable] + values[pattern][variable];
            }
        }
        return groups;
    }

    /** Counts a column, and forgets the one before. */
    void count(byte[] column) {
        Arrays.fill(histogram, 0);
        sums.clear();
        hits.clear();
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
        long counted = countRows(column, run);
        int n = Packed.count(counted);
        if (n > 0) {
            int[] groups = groupsOf[runs.patterns()[run]];
            sums.add(groups, n, Packed.sum(counted));
            if (countsPoints) {
                hits.add(groups, n, Packed.second(counted));
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

    /** A cluster whose rows stand in different groups. */
    private void countCluster(byte[] column, int from, int to) {
        for (int run = from; run < to; run++) {
            long counted = countRows(column, run);
            int n = Packed.count(counted);
            if (n > 0) {
                for (int group : groupsOf[runs.patterns()[run]]) {
                    if (answers[group] == 0) {
                        touched[touchedGroups++] = group;
                    }
                    answers[group] += n;
                    total[group] += Packed.sum(counted);
                    points[group] += Packed.second(counted);
                }
            }
        }
        endCluster();
    }

    private void endCluster() {
        for (int i = 0; i < touchedGroups; i++) {
            int group = touched[i];
            sums.add(group, answers[group], total[group]);
            if (countsPoints) {
                hits.add(group, answers[group], points[group]);
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
     * @param groups those the rows make up
     */
    record Counts(int[] codes, int notEncountered, int leftOpen, ClusterSums sums, ClusterSums hits, int... groups) {}

    /** Of the whole; good until the next column is counted. */
    Counts whole() {
        int[] counts = new int[slots];
        for (int i = 0; i < histogram.length; i++) {
            counts[i % slots] += histogram[i];
        }
        return counts(counts, WHOLE);
    }

    /** Of those with a value of a variable. */
    Counts of(int variable, int value) {
        return counts(histogram(variable, value, value), existing(variable, value));
    }

    /** Of those with a value of a variable and those with none, where every row is a cluster. */
    Counts ofThoseAndOthers(int variable, int value) {
        return counts(histogram(variable, 0, value), existing(variable, 0, value));
    }

    /** The groups of values; nobody carries a value beyond the highest that was found. */
    private int[] existing(int variable, int... values) {
        return Arrays.stream(values)
                .map(value -> firstGroup[variable] + value)
                .filter(group -> group < firstGroup[variable + 1])
                .toArray();
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

    private Counts counts(int[] counts, int... groups) {
        int[] codes = Arrays.copyOf(counts, slots - 1);
        codes[0] = 0;
        return new Counts(codes, counts[slots - 1], counts[0], sums, hits, groups);
    }

    /** The persons, by where they stand. */
    List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        for (int pattern = 0; pattern < groupsOf.length; pattern++) {
            int persons = 0;
            for (int slot = 1; slot < slots - 1; slot++) {
                persons += histogram[pattern * slots + slot];
            }
            int silent = histogram[pattern * slots] + histogram[pattern * slots + slots - 1];
            if (persons + silent > 0) {
                atoms.add(new Atom(persons, silent, List.of(runs.values()[pattern]), new BitSet()));
            }
        }
        return atoms;
    }
}
