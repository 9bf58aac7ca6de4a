package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.disclosure.Distribution;
import parallax.disclosure.Minimum.Group;
import parallax.statistics.MeanEstimate;
import parallax.statistics.NetPromoterScore;
import parallax.statistics.Share;

/**
 * What one pass over the answers of a group to one question gives, before disclosure control.
 *
 * @param answers persons with a number
 * @param notEncountered persons without a number who said "did not encounter" or "can't judge"
 * @param leftOpen persons in the group who said neither
 * @param clusters accounts, or persons without one, that the numbers come from
 * @param largest numbers of the largest of them
 * @param mean null without answers
 * @param raw the mean before the variance floor
 * @param topTwo share of the two highest points; null where it means nothing
 * @param recommendation null but for recommendations
 * @param ratings how often each rating was given, by rating; null where persons' numbers are averages of several
 * @param distribution how often each number was given
 */
record Cell(
        int answers,
        int notEncountered,
        int leftOpen,
        int clusters,
        int largest,
        @Nullable MeanEstimate mean,
        @Nullable MeanEstimate raw,
        @Nullable Share topTwo,
        @Nullable NetPromoterScore recommendation,
        int @Nullable [] ratings,
        Answers distribution) {

    private static final int FEWEST_FOR_A_DISTRIBUTION = 10;

    Cell(
            int answers,
            int notEncountered,
            int leftOpen,
            int clusters,
            int largest,
            @Nullable MeanEstimate mean,
            int @Nullable [] ratings) {
        this(answers, notEncountered, leftOpen, clusters, largest, mean, mean, null, null, ratings, Answers.NONE);
    }

    /** Share in [0, 1] of those who met it; NaN if nobody said either. */
    double reach() {
        return (double) answers / (answers + notEncountered);
    }

    Group group() {
        return new Group(answers, clusters, notEncountered + leftOpen);
    }

    /** The estimate of a cell that disclosure control let pass. */
    MeanEstimate requireMean() {
        if (mean == null) {
            throw new IllegalStateException("a cell without answers was let pass");
        }
        return mean;
    }

    /** The top-2 share of a cell that disclosure control let pass. */
    Share requireTopTwo() {
        if (topTwo == null) {
            throw new IllegalStateException("a cell without a share was let pass");
        }
        return topTwo;
    }

    /** Whether sums, spread and shares may go to clients. */
    boolean tellsShares() {
        return Distribution.tellsShares(distribution.counts());
    }

    /** Whether METHOD.md §9.5 hides spread and shares. Clients learn less, or a share that is not there would tell why. */
    boolean hidesDistribution() {
        return answers < FEWEST_FOR_A_DISTRIBUTION || distribution.allSame();
    }

    /** The same cell of a column that was stored {@code points} too high. */
    Cell minus(int points) {
        return new Cell(
                answers,
                notEncountered,
                leftOpen,
                clusters,
                largest,
                mean == null ? null : mean.minus(points),
                raw == null ? null : raw.minus(points),
                topTwo,
                recommendation,
                null,
                distribution.minus(points));
    }
}
