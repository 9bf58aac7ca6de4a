package parallax.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Wilcoxon's signed-rank test of paired differences, from their distribution (METHOD.md §3). It ignores clusters. */
public final class SignedRankTest {

    private SignedRankTest() {}

    /**
     * Two-sided p of "differences lie symmetrically around 0", normal with continuity correction. Zeros are ranked, then
     * dropped (Pratt), and the variance is the exact conditional one, {@code Σ_{D≠0} rank²/4}.
     *
     * @param differences how often each difference −m, …, 0, …, m occurred
     * @return in [0, 1]; 1 if all differences are 0
     * @throws IllegalArgumentException if there is no difference, a count is below 0 or their number is even
     * @see <a href="https://doi.org/10.1080/01621459.1959.10501526">Pratt (1959), Remarks on zeros and ties in the
     *     Wilcoxon signed rank procedures</a>
     */
    public static double p(int[] differences) {
        if (differences.length % 2 == 0) {
            throw new IllegalArgumentException(
                    "differences run from −m to m, an odd number of counts, were " + differences.length);
        }
        Counts.total(differences);
        int zero = differences.length / 2;
        double ranked = differences[zero];
        double surplus = 0;
        double squares = 0;
        for (int size = 1; size <= zero; size++) {
            double below = differences[zero - size];
            double above = differences[zero + size];
            double rank = ranked + (below + above + 1) / 2;
            surplus += (above - below) * rank / 2;
            squares += (above + below) * rank * rank;
            ranked += below + above;
        }
        if (squares == 0) {
            return 1;
        }
        double statistic = Math.abs(Math.abs(surplus) - (surplus == 0 ? 0 : 0.5)) / Math.sqrt(squares / 4);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(statistic));
    }
}
