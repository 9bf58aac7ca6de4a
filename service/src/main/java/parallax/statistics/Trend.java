package parallax.statistics;

/**
 * The change of a mean between two waves in which the same clusters may have answered (METHOD.md §3): CR2 variance of the
 * difference with the clusters linked, and its Satterthwaite degrees of freedom.
 *
 * @param from answers of the earlier wave, at least 1
 * @param to answers of the later wave, at least 1
 * @param sharedClusters clusters that answered in both
 * @param change later mean less earlier mean, with its uncertainty; without variance if a wave has a single cluster
 * @param floored whether the variance floor raised the variance; only if no cluster is shared
 */
public record Trend(int from, int to, int sharedClusters, Difference change, boolean floored) {

    /** A variance below it, in squared points, is what rounding leaves of 0. */
    private static final double ROUNDING = 1e-24;

    /**
     * Whether every cluster changed alike, most often not at all: the variance is 0, and the interval has no width. It tells
     * what these clusters did, and nothing of chance.
     */
    public boolean isWithoutSpread() {
        return change.variance() == 0;
    }

    /**
     * {@code V = Σ_g (c_g2 E_g2 / n_2 − c_g1 E_g1 / n_1)²} with {@code c = (1 − n_gw/n_w)^(−½)} and E the sum of a
     * cluster's deviations from the mean of its wave. With {@code u_gw = c_gw n_gw n_w^(−3/2)} and {@code d_g = Σ_w
     * n_gw/n_w²}, {@code df = (Σd)² / {Σd² + Σ_{w,w'} [(Σ_g u_gw u_gw')² − Σ_g u_gw² u_gw'²]}}. If no cluster is shared,
     * the waves are independent, V is the sum of their CR2 variances, and each has the floor of {@link ClusteredMean}.
     *
     * @throws IllegalArgumentException if a wave has no answer
     * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky and Tipton (2018), Small-sample methods
     *     for cluster-robust variance estimation</a>
     */
    public static Trend of(LinkedClusters clusters) {
        if (clusters.answers(0) < 1 || clusters.answers(1) < 1) {
            throw new IllegalArgumentException("a change needs an answer in both waves, were %d and %d"
                    .formatted(clusters.answers(0), clusters.answers(1)));
        }
        return new Calculation(clusters).trend();
    }

    /** One pass for the means, one for variance and degrees of freedom. */
    private static final class Calculation {

        private final LinkedClusters clusters;
        private final double[] n = new double[2];
        private final double[] mean = new double[2];
        private final double[] variance = new double[2];
        private double linkedVariance;
        private double sumD;
        private double sumD2;
        private final double[] sumU2 = new double[2];
        private final double[] sumU4 = new double[2];
        private double sumUU;
        private double sumU2U2;

        Calculation(LinkedClusters clusters) {
            this.clusters = clusters;
            for (int wave = 0; wave < 2; wave++) {
                n[wave] = clusters.answers(wave);
                for (int kind = 0; kind < clusters.kinds(); kind++) {
                    mean[wave] += clusters.times(kind) * clusters.sum(wave, kind);
                }
                mean[wave] /= n[wave];
            }
        }

        Trend trend() {
            double change = mean[1] - mean[0];
            if (clusters.clusters(0) == 1 || clusters.clusters(1) == 1) {
                return trend(new Difference(change, Double.NaN, Double.NaN), false);
            }
            for (int kind = 0; kind < clusters.kinds(); kind++) {
                add(kind);
            }
            double linked = 2 * (sumUU * sumUU - sumU2U2);
            double within = sumU2[0] * sumU2[0] - sumU4[0] + sumU2[1] * sumU2[1] - sumU4[1];
            double df = sumD * sumD / (sumD2 + within + linked);
            double raised = floored(0) + floored(1);
            boolean floored = clusters.shared() == 0 && raised > variance[0] + variance[1];
            return trend(new Difference(change, floored ? raised : withoutNoise(linkedVariance), df), floored);
        }

        private Trend trend(Difference change, boolean floored) {
            return new Trend(clusters.answers(0), clusters.answers(1), clusters.shared(), change, floored);
        }

        private static double withoutNoise(double variance) {
            return variance < ROUNDING ? 0 : variance;
        }

        private double floored(int wave) {
            return ClusteredMean.floored((int) n[wave], variance[wave]);
        }

        private void add(int kind) {
            double[] e = new double[2];
            double[] u = new double[2];
            double d = 0;
            for (int wave = 0; wave < 2; wave++) {
                double size = clusters.size(wave, kind);
                double c = 1 / Math.sqrt(1 - size / n[wave]);
                e[wave] = c * (clusters.sum(wave, kind) - size * mean[wave]) / n[wave];
                u[wave] = c * size / (n[wave] * Math.sqrt(n[wave]));
                d += size / (n[wave] * n[wave]);
            }
            addTimes(clusters.times(kind), e, u, d);
        }

        private void addTimes(double times, double[] e, double[] u, double d) {
            for (int wave = 0; wave < 2; wave++) {
                variance[wave] += times * e[wave] * e[wave];
                sumU2[wave] += times * u[wave] * u[wave];
                sumU4[wave] += times * u[wave] * u[wave] * u[wave] * u[wave];
            }
            linkedVariance += times * (e[1] - e[0]) * (e[1] - e[0]);
            sumD += times * d;
            sumD2 += times * d * d;
            sumUU += times * u[0] * u[1];
            sumU2U2 += times * u[0] * u[0] * u[1] * u[1];
        }
    }
}
