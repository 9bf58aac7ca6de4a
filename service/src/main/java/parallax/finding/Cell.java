package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.statistics.MeanEstimate;

/**
 * What one pass over the answers of a group to one question gives, before disclosure control.
 *
 * @param answers persons with a number
 * @param notEncountered persons without a number who said "did not encounter" or "can't judge"
 * @param leftOpen persons in the group who said neither
 * @param clusters accounts, or persons without one, that the numbers come from
 * @param largest numbers of the largest of them
 * @param mean null without answers
 * @param ratings how often each rating was given, by rating; null where persons' numbers are averages of several
 */
record Cell(
        int answers,
        int notEncountered,
        int leftOpen,
        int clusters,
        int largest,
        @Nullable MeanEstimate mean,
        int @Nullable [] ratings) {

    /** Share in [0, 1] of those who met it; NaN if nobody said either. */
    double reach() {
        return (double) answers / (answers + notEncountered);
    }

    /** The estimate of a cell that disclosure control let pass. */
    MeanEstimate requireMean() {
        if (mean == null) {
            throw new IllegalStateException("a cell without answers was let pass");
        }
        return mean;
    }

    /** The same cell of a column that was stored {@code points} too high. */
    Cell minus(int points) {
        return new Cell(
                answers, notEncountered, leftOpen, clusters, largest, mean == null ? null : mean.minus(points), null);
    }
}
