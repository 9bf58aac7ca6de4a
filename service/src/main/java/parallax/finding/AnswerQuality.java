package parallax.finding;

import static parallax.response.Response.NOT_ANSWERED;
import static parallax.response.Response.NOT_ENCOUNTERED;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** How completely each person answered, and whether they rated everything alike (METHOD.md §1). */
final class AnswerQuality {

    private static final int FEWEST_ALIKE = 8;

    private final Cells cells;
    private final boolean[] asked;
    private final int questions;
    private final BitSet staying = new BitSet();
    private final BitSet straight = new BitSet();
    private int breakOffs;
    private int complete;
    private int straightLined;

    /**
     * Of rows whose answers stand first.
     *
     * @param asked by position in a row, whether it is an answer to a question that was asked
     */
    AnswerQuality(Cells cells, boolean[] asked) {
        this.cells = cells;
        this.asked = asked;
        int count = 0;
        for (boolean question : asked) {
            count += question ? 1 : 0;
        }
        questions = count;
    }

    /** @param person by row, null where each row is a person; rows of one stand together in the order */
    void judge(int[] order, int @Nullable [] person) {
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (person != null
                    && end < order.length
                    && PanelBuilder.isSame(person[order[start]], person[order[end]])) {
                end++;
            }
            judge(order, start, end);
            start = end;
        }
    }

    /** A question counts once a person, in whichever row; below half is a break-off, from four fifths on it is complete. */
    private void judge(int[] order, int start, int end) {
        int answered = answered(order, start, end);
        if (2 * answered < questions) {
            breakOffs++;
            return;
        }
        complete += 5 * answered >= 4 * questions ? 1 : 0;
        boolean alike = isStraight(order, start, end);
        straightLined += alike ? 1 : 0;
        for (int i = start; i < end; i++) {
            staying.set(order[i]);
            straight.set(order[i], alike);
        }
    }

    private int answered(int[] order, int start, int end) {
        int answered = 0;
        for (int question = 0; question < asked.length; question++) {
            if (asked[question]) {
                int i = start;
                while (i < end && cells.at(order[i], question) == NOT_ANSWERED) {
                    i++;
                }
                answered += i < end ? 1 : 0;
            }
        }
        return answered;
    }

    private boolean isStraight(int[] order, int start, int end) {
        int ratings = 0;
        byte first = NOT_ANSWERED;
        for (int i = start; i < end; i++) {
            for (int question = 0; question < asked.length; question++) {
                byte rating = cells.at(order[i], question);
                if (!asked[question] || rating == NOT_ANSWERED || rating == NOT_ENCOUNTERED) {
                    continue;
                }
                first = ratings == 0 ? rating : first;
                ratings++;
                if (rating != first) {
                    return false;
                }
            }
        }
        return ratings >= FEWEST_ALIKE;
    }

    boolean stays(int row) {
        return staying.get(row);
    }

    /** @param order of the rows that stay, as they stand in the panel */
    Panel.Quality of(int[] order) {
        BitSet straightLines = new BitSet();
        for (int i = 0; i < order.length; i++) {
            straightLines.set(i, straight.get(order[i]));
        }
        return new Panel.Quality(breakOffs, complete, straightLined, straightLines);
    }
}
