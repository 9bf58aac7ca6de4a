package parallax.statistics;

/**
 * The answers to one item by cluster, in places that mean the same cluster in every column of a wave.
 *
 * @param sizes answers of each cluster, at least 0
 * @param sums the sum of its answers; 0 where it gave none
 */
public record ClusterColumn(int[] sizes, double[] sums) {

    /** @throws IllegalArgumentException if lengths differ, a size is below 0, a sum is not finite or without answers */
    public ClusterColumn {
        if (sizes.length != sums.length) {
            throw new IllegalArgumentException(
                    "each cluster needs a size and a sum, were %d and %d".formatted(sizes.length, sums.length));
        }
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] < 0 || !Double.isFinite(sums[i]) || (sizes[i] == 0 && sums[i] != 0)) {
                throw new IllegalArgumentException(
                        "a cluster needs a size of at least 0 and a finite sum, was %d and %s"
                                .formatted(sizes[i], sums[i]));
            }
        }
    }

    /** How many clusters it has places for, silent ones included. */
    public int clusters() {
        return sizes.length;
    }

    /** The clusters that answered, equal ones together, in an order that does not depend on places. */
    public Clusters toClusters() {
        return ClusterKinds.of(this).toClusters();
    }
}
