package parallax.statistics;

/**
 * The difference {@code a − b} of two independent shares, such as a top-2 gap of a team and customers.
 *
 * @param a share counted positive
 * @param b share counted negative
 */
public record ShareDifference(Share a, Share b) {

    /** {@code a − b}, in [−1, 1]. */
    public double value() {
        return a.value() - b.value();
    }

    /** Whether it has an interval; not if a side is a single cluster. */
    public boolean hasInterval() {
        return a.hasInterval() && b.hasInterval();
    }

    /**
     * Newcombe's hybrid of the two Wilson intervals, each on its effective n; in [−1, 1].
     *
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException if confidence is outside
     * @throws IllegalStateException if a side is a single cluster
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe
     *     (1998), Interval estimation for the difference between independent proportions, method 10</a>
     */
    public Interval interval(double confidence) {
        Interval ofA = a.interval(confidence);
        Interval ofB = b.interval(confidence);
        double below = Math.hypot(a.value() - ofA.low(), ofB.high() - b.value());
        double above = Math.hypot(ofA.high() - a.value(), b.value() - ofB.low());
        return new Interval(value() - below, value() + above).clippedTo(-1, 1);
    }
}
