package parallax.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The alignment index: how far customers, Sales and Marketing see the same items alike (METHOD.md §7). {@code 100·(1 −
 * √(mean Q)/R)} over the pairs with {@code Q_ab = max(0, Σ_t w_t[(x̄_a−x̄_b)² − V_a − V_b]/Σ_t w_t)} and {@code R = K−1}:
 * 100 = all agree, each point lost = a typical gap of 1 % of the range. Never compare indices of different items.
 *
 * @param value in [0, 100]
 * @param standardError by delete-one jackknife over clusters, stratified by group, weights held: {@code √Σ_h (n_h−1)/n_h
 *     Σ_i (θ_(i) − θ̄_h)²}, in index points, at least 0; NaN if an item has only two clusters of a group, so that a
 *     deletion leaves it without variance
 * @param pairs those heard on at least 3 items, at least one
 * @see AlignmentSample
 * @see <a href="https://doi.org/10.1007/978-1-4757-3692-2">Wolter (2007), Introduction to variance estimation, chapter
 *     4</a>
 */
public record AlignmentIndex(double value, double standardError, List<PairAlignment> pairs) {

    /** An index needs this many items of a pair. */
    public static final int FEWEST_ITEMS = 3;

    private static final double TOP = 100;

    /** The normal quantile of 0.975, to the digits of the reference implementation. */
    private static final double NORMAL_975 = 1.959964;

    /** Copies the list. */
    public AlignmentIndex {
        pairs = List.copyOf(pairs);
    }

    /** The pair, if it was heard on enough items. */
    public Optional<PairAlignment> find(AlignmentPair pair) {
        return pairs.stream().filter(alignment -> alignment.pair() == pair).findFirst();
    }

    /** Whether it has an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(standardError);
    }

    /**
     * The 95 % interval, {@code value ± 1.959964·SE}, clipped to [0, 100].
     *
     * @throws IllegalStateException without a standard error
     */
    public Interval interval() {
        if (!hasInterval()) {
            throw new IllegalStateException("an item with two clusters of a group gives the index no interval");
        }
        double reach = NORMAL_975 * standardError;
        return new Interval(value - reach, value + reach).clippedTo(0, TOP);
    }
}
