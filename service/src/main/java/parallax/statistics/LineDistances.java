package parallax.statistics;

import java.util.List;

/**
 * How far each item's mean lies from the line of the grid, the unweighted mean of all items' means, for one measure
 * (METHOD.md §6). The means are known beforehand; then the clusters are added, some at a time, each with its answers to all
 * items. Time is linear in clusters × items, memory does not grow with clusters.
 */
public final class LineDistances {

    private final double[] means;
    /** By item, what one answer weighs in its mean. */
    private final double[] shares;
    /** By item, the squared influence of the clusters on its distance. */
    private final double[] squares;

    private int answered;

    /**
     * Takes the mean of every item, over persons who rated both measures.
     *
     * @param means in scale points, at least one
     * @param answers of each item, at least 1
     * @throws IllegalArgumentException if there is no item, one has no answer, or the lengths differ
     */
    public LineDistances(double[] means, int[] answers) {
        if (means.length == 0 || means.length != answers.length) {
            throw new IllegalArgumentException(
                    "a line needs a mean and a number of answers of each item, were %d and %d"
                            .formatted(means.length, answers.length));
        }
        this.means = means.clone();
        shares = new double[means.length];
        squares = new double[means.length];
        for (int item = 0; item < means.length; item++) {
            if (answers[item] < 1) {
                throw new IllegalArgumentException("an item of the grid needs at least one answer");
            }
            shares[item] = 1.0 / answers[item];
        }
    }

    /**
     * Adds clusters that were not added before.
     *
     * @param columns their answers to each item, in the order of the means
     * @throws IllegalArgumentException if there are more or fewer columns than means, or they differ in clusters
     */
    public void add(List<ClusterColumn> columns) {
        if (columns.size() != means.length) {
            throw new IllegalArgumentException(
                    "the line has %d items, the clusters had %d".formatted(means.length, columns.size()));
        }
        int clusters = columns.get(0).clusters();
        double[] ofLine = new double[clusters];
        int[] heard = new int[clusters];
        for (int item = 0; item < means.length; item++) {
            ClusterColumn column = columns.get(item);
            if (column.clusters() != clusters) {
                throw new IllegalArgumentException(
                        "the column must have %d clusters, had %d".formatted(clusters, column.clusters()));
            }
            double share = shares[item] / means.length;
            for (int i = 0; i < clusters; i++) {
                ofLine[i] += share * (column.sums()[i] - means[item] * column.sizes()[i]);
                heard[i] += column.sizes()[i];
            }
        }
        for (int item = 0; item < means.length; item++) {
            squares[item] += squares(columns.get(item), item, ofLine);
        }
        for (int size : heard) {
            answered += size > 0 ? 1 : 0;
        }
    }

    private double squares(ClusterColumn column, int item, double[] ofLine) {
        double sum = 0;
        for (int i = 0; i < ofLine.length; i++) {
            double psi = shares[item] * (column.sums()[i] - means[item] * column.sizes()[i]) - ofLine[i];
            sum += psi * psi;
        }
        return sum;
    }

    /** The line, in scale points. */
    public double line() {
        double sum = 0;
        for (double mean : means) {
            sum += mean;
        }
        return sum / means.length;
    }

    /**
     * The item's mean less the line, once all clusters were added: {@code V = G/(G−1) Σ_g ψ_g²}, {@code df = G − 1}, with
     * {@code ψ_g = Σ_{i∈g} [(x_it − x̄_t)/n_t − (1/T) Σ_u (x_iu − x̄_u)/n_u]} and G the clusters that answered any item (the
     * influence of clusters on a linear combination of means).
     *
     * @param item its position
     * @return without variance if G is below 2
     * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), On the variances of asymptotically normal estimators
     *     from complex surveys</a>
     */
    public Difference distance(int item) {
        double value = means[item] - line();
        double g = answered;
        return g < 2
                ? new Difference(value, Double.NaN, Double.NaN)
                : new Difference(value, g / (g - 1) * squares[item], g - 1);
    }
}
