package parallax.finding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * The answers of one audience. Rows stand by account, those without one last; rows of one person stand together.
 *
 * @param columns by measure and item, a byte a row, coded as in {@link parallax.response.Response}
 * @param numbers by question besides touchpoints, a byte a row, coded as in {@link parallax.response.Response}
 * @param kept rows of the columns that count, ascending; null for all of them
 * @param clusters by row, position in {@code codes} of its account, or of its person where no account is known
 * @param codes by cluster
 * @param persons rank of each row's person where some have several rows, else null: each row is a person
 * @param runs rows that stand together; only where each row is a person do accounts stand in few of them
 * @param ids by row, the two halves of the response's id; null unless asked for
 * @param people persons left
 * @param sources accounts, or persons without one, that they come from
 */
record Panel(
        Audience audience,
        int rows,
        byte[][][] columns,
        byte[][] numbers,
        int @Nullable [] kept,
        int[] clusters,
        Codes codes,
        int @Nullable [] persons,
        Runs runs,
        long @Nullable [][] ids,
        int people,
        int sources,
        Quality quality) {

    /**
     * How completely and carefully the audience answered.
     *
     * @param breakOffs persons dropped
     * @param complete persons left who answered at least 80 % of the questions
     * @param straightLined persons left with at least eight ratings, all alike
     * @param straightLines their rows
     */
    record Quality(int breakOffs, int complete, int straightLined, BitSet straightLines) {}

    byte[] column(Measure measure, int item) {
        return pick(columns[measure.ordinal()][item]);
    }

    /** The answers to a question besides touchpoints. */
    byte[] numbers(Scores.Question question) {
        return pick(numbers[question.ordinal()]);
    }

    private byte[] pick(byte[] column) {
        if (kept == null) {
            return column;
        }
        byte[] picked = new byte[kept.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = column[kept[i]];
        }
        return picked;
    }

    /** Whether anybody of this audience carries a value of the variable. */
    boolean isSplitBy(int variable) {
        return Arrays.stream(runs.values()).anyMatch(values -> values[variable] != 0);
    }

    /** The same panel without the rows of straight-liners, and without segments; it shares its columns. */
    Panel withoutStraightLines() {
        int[] careful = IntStream.range(0, rows)
                .filter(row -> !quality.straightLines().get(row))
                .toArray();
        int[] ofCareful = pick(clusters, careful);
        return new Panel(
                audience,
                careful.length,
                columns,
                numbers,
                careful,
                ofCareful,
                codes,
                persons == null ? null : pick(persons, careful),
                Runs.of(ofCareful, new int[careful.length], new int[1][0]),
                null,
                people - quality.straightLined(),
                sources,
                new Quality(quality.breakOffs(), 0, 0, new BitSet()));
    }

    private static int[] pick(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }
}
