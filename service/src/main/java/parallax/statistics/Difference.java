package parallax.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A difference in scale points with its uncertainty: of two independent means, or the mean of paired differences.
 *
 * @param value any finite number
 * @param variance of the difference, in squared points, at least 0; NaN if unknown
 * @param df degrees of freedom, over 0; NaN if unknown, or if the variance is 0
 */
public record Difference(double value, double variance, double df) {

    /**
     * {@code a − b}, unequal variances: {@code V = Va + Vb}, {@code df = V² / (Va²/dfa + Vb²/dfb)}.
     *
     * @return a difference without variance if a side has none
     * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947), The generalization of 'Student's' problem
     *     when several different population variances are involved</a>
     */
    public static Difference between(MeanEstimate a, MeanEstimate b) {
        double variance = a.variance() + b.variance();
        double df = variance * variance / (a.variance() * a.variance() / a.df() + b.variance() * b.variance() / b.df());
        return new Difference(a.mean() - b.mean(), variance, df);
    }

    /** Whether intervals and tests exist. */
    public boolean hasVariance() {
        return !Double.isNaN(variance);
    }

    /** Standard error in scale points, at least 0. */
    public double standardError() {
        return Math.sqrt(variance);
    }

    /**
     * Two-sided t interval, in scale points.
     *
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException if confidence is outside
     * @throws IllegalStateException without a variance
     */
    public Interval interval(double confidence) {
        requireVariance();
        return StudentInterval.around(value, variance, df, confidence);
    }

    /**
     * Two-sided p of "the difference is 0", in [0, 1]. With a variance of 0 it is 1 for no difference, else 0.
     *
     * @throws IllegalStateException without a variance
     */
    public double p() {
        requireVariance();
        if (variance == 0) {
            return value == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(value) / standardError()));
    }

    /**
     * p of the two one-sided tests of "the difference lies outside (−margin, margin)", in [0, 1]; the larger of both.
     *
     * @param margin in scale points, over 0
     * @throws IllegalArgumentException if margin is not over 0
     * @throws IllegalStateException without a variance
     * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann (1987), A comparison of the two one-sided tests
     *     procedure and the power approach</a>
     */
    public double equivalenceP(double margin) {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("the margin must be over 0, was " + margin);
        }
        requireVariance();
        if (variance == 0) {
            return Math.abs(value) < margin ? 0 : 1;
        }
        TDistribution t = TDistribution.of(df);
        double notBelow = t.survivalProbability((value + margin) / standardError());
        double notAbove = t.cumulativeProbability((value - margin) / standardError());
        return Math.max(notBelow, notAbove);
    }

    private void requireVariance() {
        if (!hasVariance()) {
            throw new IllegalStateException("answers of a single cluster give no interval and no test");
        }
    }
}
