package parallax.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two independent groups' ratings compared by their order alone, from their distributions (METHOD.md §3). It ignores
 * clusters: a check beside the mean difference, never a verdict.
 *
 * @param theta {@code P(A > B) + ½ P(A = B)}, in [0, 1]
 * @param brunnerMunzelP two-sided p of "θ = ½", in [0, 1]; NaN if a group has one answer, or nothing varies: each group's
 *     answers are equal, or all of one group's lie above the other's
 * @param mannWhitneyP two-sided p of "both distributions are equal", normal with ties and continuity correction, in [0,
 *     1]; NaN if all answers of both groups are equal
 */
public record OrdinalComparison(double theta, double brunnerMunzelP, double mannWhitneyP) {

    /**
     * Compares two distributions. Time is linear in categories.
     *
     * @param a how often group A gave each category, categories ascending
     * @param b how often group B gave each, the same categories
     * @throws IllegalArgumentException if a group has no answer, a count is below 0 or the categories differ in number
     * @see <a href="https://doi.org/10.1002/(SICI)1521-4036(200001)42:1%3C17::AID-BIMJ17%3E3.0.CO;2-U">Brunner and Munzel
     *     (2000), The nonparametric Behrens–Fisher problem</a>
     * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947), On a test of whether one of two
     *     random variables is stochastically larger than the other</a>
     */
    public static OrdinalComparison of(int[] a, int[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "both groups need the same categories, were %d and %d".formatted(a.length, b.length));
        }
        return calculate(a, b, Counts.total(a), Counts.total(b));
    }

    private static OrdinalComparison calculate(int[] a, int[] b, double sizeOfA, double sizeOfB) {
        double wins = 0;
        double belowInB = 0;
        double ties = 0;
        for (int i = 0; i < a.length; i++) {
            wins += a[i] * (belowInB + b[i] / 2.0);
            belowInB += b[i];
            double tied = (double) a[i] + b[i];
            ties += tied * tied * tied - tied;
        }
        double theta = wins / (sizeOfA * sizeOfB);
        double spread = sizeOfA * placementVariance(a, b, sizeOfB * theta, sizeOfA);
        double spreadOfB = sizeOfB * placementVariance(b, a, sizeOfA * (1 - theta), sizeOfB);
        double brunnerMunzel = brunnerMunzelP(theta, spread, spreadOfB, sizeOfA, sizeOfB);
        return new OrdinalComparison(theta, brunnerMunzel, mannWhitneyP(wins, ties, sizeOfA, sizeOfB));
    }

    /** Variance of how many of the others each answer exceeds, ties half; NaN with one answer. */
    private static double placementVariance(int[] own, int[] others, double mean, double n) {
        double below = 0;
        double squares = 0;
        for (int i = 0; i < own.length; i++) {
            double deviation = below + others[i] / 2.0 - mean;
            squares += own[i] * deviation * deviation;
            below += others[i];
        }
        return squares / (n - 1);
    }

    private static double brunnerMunzelP(double theta, double spreadOfA, double spreadOfB, double a, double b) {
        double spread = spreadOfA + spreadOfB;
        if (!(spread > 0)) {
            return Double.NaN;
        }
        double statistic = a * b * (theta - 0.5) / Math.sqrt(spread);
        double df = spread * spread / (spreadOfA * spreadOfA / (a - 1) + spreadOfB * spreadOfB / (b - 1));
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(statistic)));
    }

    private static double mannWhitneyP(double wins, double ties, double a, double b) {
        double n = a + b;
        double variance = a * b / 12 * (n + 1 - ties / (n * (n - 1)));
        if (!(variance > 0)) {
            return Double.NaN;
        }
        double statistic = (Math.abs(wins - a * b / 2) - 0.5) / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(statistic));
    }

    /** Cliff's δ = 2θ − 1 = P(A > B) − P(A < B), in [−1, 1]. */
    public double cliffsDelta() {
        return 2 * theta - 1;
    }

    /** Whether there is a Brunner–Munzel p. */
    public boolean hasBrunnerMunzel() {
        return !Double.isNaN(brunnerMunzelP);
    }

    /** Whether there is a Mann–Whitney p. */
    public boolean hasMannWhitney() {
        return !Double.isNaN(mannWhitneyP);
    }
}
