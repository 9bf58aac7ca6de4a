package parallax.statistics;

/** Spearman's ρ: Pearson's correlation of ranks, ties sharing their mean rank. */
final class RankCorrelation {

    private RankCorrelation() {}

    /** In [−1, 1]; NaN if all values of a side are equal. */
    static double of(double[] a, double[] b) {
        double[] ranksOfA = ranks(a);
        double[] ranksOfB = ranks(b);
        double middle = (a.length + 1) / 2.0;
        double products = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            double x = ranksOfA[i] - middle;
            double y = ranksOfB[i] - middle;
            products += x * y;
            squaresOfA += x * x;
            squaresOfB += y * y;
        }
        double rho = products / Math.sqrt(squaresOfA * squaresOfB);
        return Math.min(1, Math.max(-1, rho));
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int notAbove = 0;
            for (double other : values) {
                below += other < values[i] ? 1 : 0;
                notAbove += other <= values[i] ? 1 : 0;
            }
            ranks[i] = (below + notAbove + 1) / 2.0;
        }
        return ranks;
    }
}
