package parallax.statistics;

/** The mean of weighted answers that come in clusters (METHOD.md §2). */
public final class WeightedMean {

    private WeightedMean() {}

    /**
     * {@code x̄_w = Σwx/Σw}, {@code V = G/(G−1)·Σ_g(Σ_{i∈g} w_i(x_i−x̄_w))²/(Σw)²}, {@code df = G − 1}, with the floor of
     * {@link ClusteredMean}. Any multiple of the weights gives the same.
     *
     * @param sizes answers of each cluster, at least 0
     * @param weights sum of the weights of these answers, over 0; not read where there are none
     * @param weightedSums sum of weight × answer, finite; not read where there are none
     * @return with a single cluster, an estimate that has a mean but no variance
     * @throws IllegalArgumentException if nobody answered, lengths differ or a number is outside its range
     * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), On the variances of asymptotically normal estimators
     *     from complex surveys</a>
     */
    public static MeanEstimate of(int[] sizes, double[] weights, double[] weightedSums) {
        if (sizes.length != weights.length || sizes.length != weightedSums.length) {
            throw new IllegalArgumentException("each cluster needs a size, a weight and a sum, were %d, %d and %d"
                    .formatted(sizes.length, weights.length, weightedSums.length));
        }
        int n = 0;
        int clusters = 0;
        double total = 0;
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != 0) {
                check(sizes[i], weights[i], weightedSums[i]);
                n += sizes[i];
                clusters++;
                total += weights[i];
                sum += weightedSums[i];
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("a mean needs at least one answer");
        }
        if (clusters == 1) {
            return new MeanEstimate(n, 1, sum / total, Double.NaN, Double.NaN, false);
        }
        double raw = clusters / (clusters - 1.0) * squares(sizes, weights, weightedSums, sum / total) / (total * total);
        double variance = ClusteredMean.floored(n, raw);
        return new MeanEstimate(n, clusters, sum / total, variance, clusters - 1, variance > raw);
    }

    private static double squares(int[] sizes, double[] weights, double[] weightedSums, double mean) {
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != 0) {
                double deviation = weightedSums[i] - weights[i] * mean;
                squares += deviation * deviation;
            }
        }
        return squares;
    }

    private static void check(int size, double weight, double weightedSum) {
        if (size < 0 || !(weight > 0 && Double.isFinite(weight)) || !Double.isFinite(weightedSum)) {
            throw new IllegalArgumentException(
                    "a cluster needs a size of at least 0, a weight over 0 and a finite sum, was %d, %s and %s"
                            .formatted(size, weight, weightedSum));
        }
    }
}
