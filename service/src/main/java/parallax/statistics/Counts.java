package parallax.statistics;

/** Distributions as counts. */
final class Counts {

    private Counts() {}

    /**
     * All counts together, at least 1.
     *
     * @throws IllegalArgumentException if there are none or one is below 0
     */
    static int total(int[] counts) {
        int total = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count must be at least 0, was " + count);
            }
            total = Math.addExact(total, count);
        }
        if (total == 0) {
            throw new IllegalArgumentException("a distribution needs at least one answer");
        }
        return total;
    }
}
