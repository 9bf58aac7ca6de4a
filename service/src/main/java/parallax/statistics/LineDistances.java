package parallax.statistics;

import java.util.BitSet;

/**
 * How far each item's mean lies from the line of the grid, the unweighted mean of all items' means, for one measure
 * (METHOD.md §6). First every item is added, then each may be asked for its distance. Time is linear in clusters × items,
 * memory in clusters: columns need not be kept between the two, they may be counted again.
 */
public final class LineDistances {

    private final double[] pattern;
    private final BitSet answered;
    private double sumOfMeans;
    private int items;

    /** @param clusters places in every column */
    public LineDistances(int clusters) {
        pattern = new double[clusters];
        answered = new BitSet(clusters);
    }

    /**
     * Adds an item to the line.
     *
     * @param answers of persons who rated both measures
     * @throws IllegalArgumentException if nobody answered or the column has another number of clusters
     */
    public void add(ClusterColumn answers) {
        Item item = new Item(answers);
        for (int i = 0; i < pattern.length; i++) {
            if (answers.sizes()[i] > 0) {
                pattern[i] += item.influence(i);
                answered.set(i);
            }
        }
        sumOfMeans += item.mean;
        items++;
    }

    /**
     * The line, in scale points.
     *
     * @throws IllegalStateException if no item was added
     */
    public double line() {
        if (items == 0) {
            throw new IllegalStateException("a line needs at least one item");
        }
        return sumOfMeans / items;
    }

    /**
     * The item's mean less the line: {@code V = G/(G−1) Σ_g ψ_g²}, {@code df = G − 1}, with {@code ψ_g =
     * Σ_{i∈g} [(x_it − x̄_t)/n_t − (1/T) Σ_u (x_iu − x̄_u)/n_u]} and G the clusters that answered any item (the influence
     * of clusters on a linear combination of means).
     *
     * @param answers an item that was added before, unchanged
     * @return without variance if G is 1
     * @throws IllegalArgumentException if nobody answered or the column has another number of clusters
     * @throws IllegalStateException if no item was added
     * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), On the variances of asymptotically normal estimators
     *     from complex surveys</a>
     */
    public Difference distance(ClusterColumn answers) {
        double line = line();
        Item item = new Item(answers);
        double squares = 0;
        for (int i = 0; i < pattern.length; i++) {
            double psi = (answers.sizes()[i] > 0 ? item.influence(i) : 0) - pattern[i] / items;
            squares += psi * psi;
        }
        double g = answered.cardinality();
        if (g < 2) {
            return new Difference(item.mean - line, Double.NaN, Double.NaN);
        }
        return new Difference(item.mean - line, g / (g - 1) * squares, g - 1);
    }

    private final class Item {

        private final ClusterColumn answers;
        private final double mean;
        private final double n;

        Item(ClusterColumn answers) {
            if (answers.clusters() != pattern.length) {
                throw new IllegalArgumentException(
                        "the column must have %d clusters, had %d".formatted(pattern.length, answers.clusters()));
            }
            this.answers = answers;
            long count = 0;
            double sum = 0;
            for (int i = 0; i < pattern.length; i++) {
                count += answers.sizes()[i];
                sum += answers.sums()[i];
            }
            if (count == 0) {
                throw new IllegalArgumentException("an item of the grid needs at least one answer");
            }
            n = count;
            mean = sum / n;
        }

        double influence(int cluster) {
            return (answers.sums()[cluster] - answers.sizes()[cluster] * mean) / n;
        }
    }
}
