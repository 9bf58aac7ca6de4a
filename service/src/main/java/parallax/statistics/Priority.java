package parallax.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The priority of an item, "fix first" (METHOD.md §6): per person {@code 100·(I−1)/R·(K−P)/R}, 0 (unimportant or perfect)
 * to 100 (as important and as bad as can be), where I is importance, P experience, on a scale 1..K with {@code R = K−1}.
 *
 * @param rank 1 + how many items have a higher mean score; equal scores share the smaller rank
 * @param lowest smallest rank within the joint confidence, 1 to {@code rank}
 * @param highest largest rank within the joint confidence, {@code rank} to the number of items
 */
public record Priority(int rank, int lowest, int highest) {

    /** Scores closer than this are equal but for rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * The score of one person, in [0, 100].
     *
     * @param importance 1 to {@code scalePoints}; a mean of several ratings may lie between
     * @param experience 1 to {@code scalePoints}; a mean of several ratings may lie between
     * @param scalePoints K, at least 2
     * @throws IllegalArgumentException if one is outside
     */
    public static double score(double importance, double experience, int scalePoints) {
        requireRating("importance", importance, scalePoints);
        requireRating("experience", experience, scalePoints);
        double range = scalePoints - 1;
        return 100 * (importance - 1) * (scalePoints - experience) / (range * range);
    }

    /**
     * The rank of each score, 1 for the highest, with its joint range: {@code [1 + #{u: L_u > U_t}, T − #{u: U_u < L_t}]}
     * from T two-sided intervals [L, U] at {@code 1 − (1 − confidence)/T} each (Bonferroni).
     *
     * @param scores means of {@link #score}; one without variance may have any rank
     * @param confidence that all true ranks lie in their ranges, in (0, 1), such as 0.90
     * @return in the order of scores
     * @throws IllegalArgumentException if confidence is outside
     * @see <a href="https://doi.org/10.1111/rssa.12515">Klein, Wright and Wieczorek (2020), A joint confidence region for
     *     an overall ranking of populations</a>
     */
    public static List<Priority> rank(List<MeanEstimate> scores, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, was " + confidence);
        }
        List<Interval> intervals = scores.stream()
                .map(score -> interval(score, 1 - (1 - confidence) / scores.size()))
                .toList();
        List<Priority> ranks = new ArrayList<>();
        for (int item = 0; item < scores.size(); item++) {
            ranks.add(rank(scores, intervals, item));
        }
        return List.copyOf(ranks);
    }

    private static Priority rank(List<MeanEstimate> scores, List<Interval> intervals, int item) {
        int higher = 0;
        int surelyHigher = 0;
        int surelyLower = 0;
        for (int other = 0; other < scores.size(); other++) {
            higher += scores.get(other).mean() > scores.get(item).mean() + ROUNDING ? 1 : 0;
            surelyHigher += intervals.get(other).low() > intervals.get(item).high() ? 1 : 0;
            surelyLower += intervals.get(other).high() < intervals.get(item).low() ? 1 : 0;
        }
        return new Priority(1 + higher, 1 + surelyHigher, scores.size() - surelyLower);
    }

    private static Interval interval(MeanEstimate score, double confidence) {
        return score.hasVariance()
                ? score.asDifference().interval(confidence)
                : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static void requireRating(String what, double rating, int scalePoints) {
        if (!(scalePoints >= 2 && rating >= 1 && rating <= scalePoints)) {
            throw new IllegalArgumentException(
                    "%s must be between 1 and %d, was %s".formatted(what, scalePoints, rating));
        }
    }
}
