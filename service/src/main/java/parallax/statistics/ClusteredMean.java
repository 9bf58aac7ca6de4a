package parallax.statistics;

/**
 * The one engine for every mean: plain mean of all answers, CR2 variance for clustered answers in its closed form for a
 * mean, Satterthwaite degrees of freedom and the variance floor (METHOD.md §2).
 *
 * <p>With one answer a cluster it is the ordinary mean with {@code s²/n} and {@code n − 1}.
 *
 * <p>Source: Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage
 * samples, Survey Methodology 28 (2), 169–181.
 *
 * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky and Tipton (2018), Small-sample methods for
 *     cluster-robust variance estimation</a>
 */
public final class ClusteredMean {

    /** Below this many answers the variance has a floor. */
    public static final int FLOOR_BELOW = 30;

    /** The floor of the variance of one answer: a half-half split over two neighbouring answers, in squared points. */
    public static final double FLOOR_VARIANCE = 0.25;

    /** A variance that equals the floor but for rounding was not raised by it. */
    private static final double ROUNDING = 1e-12;

    private ClusteredMean() {}

    /**
     * Mean of the answers with its uncertainty.
     *
     * @return with a single cluster, an estimate that has a mean but no variance
     * @throws IllegalArgumentException if there is no cluster
     */
    public static MeanEstimate of(Clusters clusters) {
        if (clusters.count() < 1) {
            throw new IllegalArgumentException("a mean needs at least one answer");
        }
        return calculate(clusters);
    }

    static MeanEstimate calculate(Clusters clusters) {
        MeanEstimate raw = withoutFloor(clusters);
        double variance = floored(raw.n(), raw.variance());
        return variance > raw.variance()
                ? new MeanEstimate(raw.n(), raw.clusters(), raw.mean(), variance, raw.df(), true)
                : raw;
    }

    /** The variance of a mean, not below the floor if there are few answers; NaN stays. */
    static double floored(int n, double variance) {
        double floor = FLOOR_VARIANCE / n;
        return n < FLOOR_BELOW && variance < floor * (1 - ROUNDING) ? floor : variance;
    }

    /**
     * The estimate before the variance floor.
     *
     * @param clusters at least one
     */
    public static MeanEstimate withoutFloor(Clusters clusters) {
        double n = clusters.answers();
        double mean = mean(clusters);
        if (clusters.count() == 1) {
            return new MeanEstimate(clusters.answers(), 1, mean, Double.NaN, Double.NaN, false);
        }
        double spread = 0;
        double sumP2 = 0;
        double sumQ = 0;
        double sumQ2 = 0;
        for (int i = 0; i < clusters.kinds(); i++) {
            double size = clusters.size(i);
            double times = clusters.times(i);
            double p = size / n;
            double q = p * p / (1 - p);
            double e = clusters.sum(i) - size * mean;
            spread += times * (e * e / (1 - p));
            sumP2 += times * (p * p);
            sumQ += times * q;
            sumQ2 += times * (q * q);
        }
        double variance = spread / (n * n);
        double df = 1 / (sumP2 + sumQ * sumQ - sumQ2);
        return new MeanEstimate(clusters.answers(), clusters.count(), mean, variance, df, false);
    }

    private static double mean(Clusters clusters) {
        double sum = 0;
        for (int i = 0; i < clusters.kinds(); i++) {
            sum += clusters.times(i) * clusters.sum(i);
        }
        return sum / clusters.answers();
    }
}
