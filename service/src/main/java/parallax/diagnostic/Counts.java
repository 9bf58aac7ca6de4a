package parallax.diagnostic;

import java.util.Arrays;
import parallax.disclosure.Distribution;
import parallax.disclosure.Minimum;
import parallax.response.Response;
import parallax.statistics.ClusteredMean;
import parallax.statistics.Clusters;
import parallax.statistics.MeanEstimate;

/** How often each answer was given to a statement by an audience, before disclosure control. */
final class Counts {

    /** One for each byte. */
    static final int SLOTS = 256;

    private final int[] ratings;
    private final int cannotJudge;
    private final int leftOpen;

    /** @param byCode how often each byte was found */
    Counts(int[] byCode, int scalePoints) {
        ratings = Arrays.copyOfRange(byCode, 1, scalePoints + 1);
        cannotJudge = byCode[Response.NOT_ENCOUNTERED & 0xff];
        leftOpen = byCode[Response.NOT_ANSWERED];
    }

    /** How often each point was given, lowest first. */
    int[] ratings() {
        return ratings.clone();
    }

    int answers() {
        return Arrays.stream(ratings).sum();
    }

    int cannotJudge() {
        return cannotJudge;
    }

    /** Not answered, or not asked after other answers. */
    int leftOpen() {
        return leftOpen;
    }

    /** In a team everybody speaks for themselves. */
    Minimum.Group group() {
        return new Minimum.Group(answers(), answers(), cannotJudge + leftOpen);
    }

    /** The mean; each person is a cluster of their own. Only of answers that disclosure control let pass. */
    MeanEstimate mean() {
        Clusters clusters = new Clusters();
        for (int point = 0; point < ratings.length; point++) {
            if (ratings[point] > 0) {
                clusters.add(1, point + 1, ratings[point]);
            }
        }
        return ClusteredMean.of(clusters);
    }

    /** Whether a share may be told; by its absence it tells no more (METHOD.md §9.5). */
    boolean tellsShare() {
        return Distribution.tellsShares(ratings);
    }

    /** The share in [0, 1] of those who agree: who chose one of the two highest points. */
    double agreeing() {
        return (double) (ratings[ratings.length - 1] + ratings[ratings.length - 2]) / answers();
    }
}
