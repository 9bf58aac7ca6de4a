package parallax.statistics;

/**
 * A mean with its uncertainty.
 *
 * @param n answers, at least 1
 * @param clusters clusters they come from, 1 to {@code n}
 * @param mean in scale points
 * @param variance of the mean, in squared scale points, at least 0; NaN with a single cluster
 * @param df degrees of freedom, fractional, over 0; NaN with a single cluster
 * @param floored whether the variance floor raised the variance
 */
public record MeanEstimate(int n, int clusters, double mean, double variance, double df, boolean floored) {

    /** Whether it has a variance; not with a single cluster. */
    public boolean hasVariance() {
        return !Double.isNaN(variance);
    }

    /**
     * The same mean known without sampling error, for a full count whose question is "these people, today" (METHOD.md
     * §4; why this is the exception: Deming and Stephan (1941), On the interpretation of censuses as samples).
     */
    public MeanEstimate asCensus() {
        return new MeanEstimate(n, clusters, mean, 0, hasVariance() ? df : 1, false);
    }

    /**
     * The same mean as an estimate for exactly the people of a finite population: the variance times {@code 1 − n/N}; a
     * full count is {@link #asCensus()} (METHOD.md §4; Cochran (1977), Sampling techniques, chapter 2). Never for verdicts, unless the question is "these people".
     *
     * @param population N, people there are, at least {@code n}
     * @throws IllegalArgumentException if the population is below {@code n}
     */
    public MeanEstimate ofPopulation(int population) {
        if (population < n) {
            throw new IllegalArgumentException("%d people cannot have given %d answers".formatted(population, n));
        }
        if (population == n) {
            return asCensus();
        }
        double unseen = 1 - (double) n / population;
        return new MeanEstimate(n, clusters, mean, variance * unseen, df, floored);
    }

    /** The same estimate on a scale that starts {@code points} lower. */
    public MeanEstimate minus(double points) {
        return new MeanEstimate(n, clusters, mean - points, variance, df, floored);
    }

    /**
     * Two-sided t interval of the mean, clipped to the scale.
     *
     * @param confidence in (0, 1), such as 0.95
     * @param lowest lowest point of the scale
     * @param highest highest point of the scale
     * @throws IllegalArgumentException if confidence is outside
     * @throws IllegalStateException without a variance
     */
    public Interval interval(double confidence, double lowest, double highest) {
        return asDifference().interval(confidence).clippedTo(lowest, highest);
    }

    /** This mean as a difference from 0, for means of differences. */
    public Difference asDifference() {
        return new Difference(mean, variance, df);
    }
}
