package parallax.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided interval by Student's t with fractional degrees of freedom. */
public final class StudentInterval {

    private StudentInterval() {}

    /**
     * {@code value ± t√variance}; with a variance of 0 the value alone.
     *
     * @param variance at least 0
     * @param df over 0; not read if the variance is 0
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException if a number is outside its range or NaN
     */
    public static Interval around(double value, double variance, double df, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, was " + confidence);
        }
        if (!(variance >= 0) || (variance > 0 && !(df > 0))) {
            throw new IllegalArgumentException(
                    "an interval needs a variance of at least 0 and df over 0, was %s and %s".formatted(variance, df));
        }
        return calculate(value, variance, df, confidence);
    }

    static Interval calculate(double value, double variance, double df, double confidence) {
        if (variance == 0) {
            return new Interval(value, value);
        }
        double reach = TDistribution.of(df).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(variance);
        return new Interval(value - reach, value + reach);
    }
}
