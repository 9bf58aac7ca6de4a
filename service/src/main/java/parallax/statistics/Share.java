package parallax.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share of answers that come in clusters, such as the top-2 share, with Wilson's interval on the effective number of
 * answers (METHOD.md §3). CSAT is the top-2 share on 1–5, CES that on 1–7.
 *
 * @param n answers, at least 1
 * @param clusters clusters they come from, 1 to {@code n}
 * @param value share in [0, 1]
 * @param effectiveN {@code n / max(1, deff)}, in (0, n], where {@code deff} is the CR2 variance of the share, without
 *     floor, divided by {@code s²/n}; the number of clusters if the share is 0 or 1; NaN with a single cluster
 */
public record Share(int n, int clusters, double value, double effectiveN) {

    /**
     * Whether a rating counts as a hit of the top-2 share.
     *
     * @param rating 1 to {@code scalePoints}; a mean of several ratings may lie between
     * @param scalePoints K of a scale 1..K, at least 3
     * @throws IllegalArgumentException if scalePoints is below 3
     */
    public static boolean isTopTwo(double rating, int scalePoints) {
        if (scalePoints < 3) {
            throw new IllegalArgumentException("a top-2 share needs at least 3 scale points, was " + scalePoints);
        }
        return rating >= scalePoints - 1;
    }

    /**
     * The share of hits.
     *
     * @param hits of each cluster the number of answers and, as its sum, how many of them are hits
     * @return with a single cluster, a share without effective n and interval
     * @throws IllegalArgumentException if there is no cluster, or one has hits below 0 or above its answers
     * @see <a href="https://doi.org/10.1093/jssam/smy019">Franco, Little, Louis and Slud (2019), Comparative study of
     *     confidence intervals for proportions in complex sample surveys</a>
     */
    public static Share of(Clusters hits) {
        for (int i = 0; i < hits.kinds(); i++) {
            if (!(hits.sum(i) >= 0 && hits.sum(i) <= hits.size(i))) {
                throw new IllegalArgumentException(
                        "a cluster of %d answers cannot have %s hits".formatted(hits.size(i), hits.sum(i)));
            }
        }
        MeanEstimate mean = ClusteredMean.of(hits);
        double spread = mean.mean() * (1 - mean.mean());
        double variance = ClusteredMean.withoutFloor(hits).variance();
        return new Share(mean.n(), mean.clusters(), mean.mean(), effectiveN(mean, variance, spread));
    }

    /**
     * {@code n / max(1, deff)}.
     *
     * @param variance CR2 variance of the mean, without floor; NaN with a single cluster
     * @param spread of the answers, divisor {@code n}
     */
    static double effectiveN(MeanEstimate mean, double variance, double spread) {
        if (Double.isNaN(variance)) {
            return Double.NaN;
        }
        if (spread == 0) {
            return mean.clusters();
        }
        return mean.n() / Math.max(1, variance * (mean.n() - 1) / spread);
    }

    /** Whether it has an interval; not with a single cluster. */
    public boolean hasInterval() {
        return !Double.isNaN(effectiveN);
    }

    /**
     * Wilson's score interval on the effective n, in [0, 1].
     *
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException if confidence is outside
     * @throws IllegalStateException with a single cluster
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), Probable inference, the law of
     *     succession, and statistical inference</a>
     */
    public Interval interval(double confidence) {
        if (!hasInterval()) {
            throw new IllegalStateException("answers of a single cluster give no interval");
        }
        double z = quantile(confidence);
        double z2 = z * z / effectiveN;
        double centre = (value + z2 / 2) / (1 + z2);
        double reach = z / (1 + z2) * Math.sqrt(value * (1 - value) / effectiveN + z2 / (4 * effectiveN));
        return new Interval(Math.min(value, centre - reach), Math.max(value, centre + reach)).clippedTo(0, 1);
    }

    /** This share less the other. */
    public ShareDifference minus(Share other) {
        return new ShareDifference(this, other);
    }

    /** The two-sided quantile of the normal distribution; 1.96 for 0.95. */
    static double quantile(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, was " + confidence);
        }
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
