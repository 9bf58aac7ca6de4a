package parallax.finding;

/**
 * What the rows of a run add up to, in one number, so that a row is one look-up and one addition: how many count, above that
 * the sum of something over 0, above that the sum of something of any sign. Holds {@link Runs#MOST_ROWS} rows.
 */
final class Packed {

    private static final int FIRST_BIT_OF_SUM = 16;
    private static final int FIRST_BIT_OF_SECOND = 40;
    private static final int COUNT = (1 << FIRST_BIT_OF_SUM) - 1;
    private static final int SUM = (1 << FIRST_BIT_OF_SECOND - FIRST_BIT_OF_SUM) - 1;

    private Packed() {}

    /** One row that counts. */
    static long row(int number, int second) {
        return 1 + ((long) number << FIRST_BIT_OF_SUM) + ((long) second << FIRST_BIT_OF_SECOND);
    }

    static int count(long packed) {
        return (int) packed & COUNT;
    }

    static int sum(long packed) {
        return (int) (packed >>> FIRST_BIT_OF_SUM) & SUM;
    }

    static int second(long packed) {
        return (int) (packed >> FIRST_BIT_OF_SECOND);
    }
}
