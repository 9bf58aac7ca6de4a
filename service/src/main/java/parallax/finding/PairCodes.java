package parallax.finding;

import java.util.function.IntBinaryOperator;
import parallax.questionnaire.Measure;

/** What follows from both ratings of a touchpoint in one row, by both codes: looked up, for who rated both cannot be foreseen. */
final class PairCodes {

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;
    private static final int CODES = 1 << 2 * BITS;

    private final byte[] importance;
    private final byte[] experience;
    private final int scalePoints;

    PairCodes(Panel panel, int item, int scalePoints) {
        importance = panel.column(Measure.IMPORTANCE, item);
        experience = panel.column(Measure.EXPERIENCE, item);
        this.scalePoints = scalePoints;
    }

    /** Where both codes of a row stand in a table; "did not encounter" becomes the highest code. */
    private int code(int row) {
        return (importance[row] & MASK) << BITS | experience[row] & MASK;
    }

    private boolean isPair(int code) {
        return isRating(code >> BITS) && isRating(code & MASK);
    }

    private boolean isRating(int code) {
        return code >= 1 && code <= scalePoints;
    }

    /** A column of what two ratings, importance first, make; 0 where one is missing. */
    byte[] column(IntBinaryOperator made) {
        byte[] table = new byte[CODES];
        for (int code = 0; code < CODES; code++) {
            if (isPair(code)) {
                table[code] = (byte) made.applyAsInt(code >> BITS, code & MASK);
            }
        }
        byte[] column = new byte[importance.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = table[code(row)];
        }
        return column;
    }

    /** By run, how many pairs, and the sums of their importance and of their experience, {@link Packed}. */
    long[] byRun(Runs runs, int from, int to) {
        long[] table = new long[CODES];
        for (int code = 0; code < CODES; code++) {
            if (isPair(code)) {
                table[code] = Packed.row(code >> BITS, code & MASK);
            }
        }
        int[] starts = runs.starts();
        long[] sums = new long[to - from];
        for (int run = from; run < to; run++) {
            long sum = 0;
            for (int row = starts[run]; row < starts[run + 1]; row++) {
                sum += table[code(row)];
            }
            sums[run - from] = sum;
        }
        return sums;
    }
}
