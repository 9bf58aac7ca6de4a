package parallax.statistics;

import java.util.OptionalDouble;

/**
 * Cronbach's α of persons who answered every item (METHOD.md §3): {@code k/(k−1)·(1 − Σ s_i²/s_total²)}. No verdict:
 * touchpoints form an index, they do not mirror one trait, so a low α is no defect. Gathers persons one by one.
 *
 * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach (1951), Coefficient alpha and the internal structure of
 *     tests</a>
 */
public final class Reliability {

    /** Fewest items of a printed α. */
    public static final int FEWEST_ITEMS = 3;

    /** Fewest complete persons of a printed α. */
    public static final int FEWEST_PERSONS = 30;

    private final long[] sums;
    private final long[] squares;
    private long sumOfTotals;
    private long squaresOfTotals;
    private int persons;

    /**
     * Of so many items.
     *
     * @param items at least 2
     * @throws IllegalArgumentException if items is below 2
     */
    public Reliability(int items) {
        if (items < 2) {
            throw new IllegalArgumentException("reliability needs at least 2 items, was " + items);
        }
        sums = new long[items];
        squares = new long[items];
    }

    /**
     * Adds a person who answered every item.
     *
     * @param ratings one of each item
     * @throws IllegalArgumentException if there are not as many ratings as items
     */
    public void add(int[] ratings) {
        if (ratings.length != sums.length) {
            throw new IllegalArgumentException(
                    "a complete person has %d ratings, had %d".formatted(sums.length, ratings.length));
        }
        long total = 0;
        for (int item = 0; item < ratings.length; item++) {
            sums[item] += ratings[item];
            squares[item] += (long) ratings[item] * ratings[item];
            total += ratings[item];
        }
        sumOfTotals += total;
        squaresOfTotals += total * total;
        persons++;
    }

    /** Persons added. */
    public int persons() {
        return persons;
    }

    /** α, at most 1 and possibly below 0; empty if the persons' totals do not differ, one person among them. */
    public OptionalDouble alpha() {
        double total = spread(sumOfTotals, squaresOfTotals);
        if (total == 0) {
            return OptionalDouble.empty();
        }
        double ofItems = 0;
        for (int item = 0; item < sums.length; item++) {
            ofItems += spread(sums[item], squares[item]);
        }
        double k = sums.length;
        return OptionalDouble.of(k / (k - 1) * (1 - ofItems / total));
    }

    /** Whether α stands on enough items and persons to be printed. */
    public boolean isPrintable() {
        return sums.length >= FEWEST_ITEMS && persons >= FEWEST_PERSONS && alpha().isPresent();
    }

    /** n times the sum of squared deviations, exact. */
    private double spread(long sum, long square) {
        return Math.subtractExact(Math.multiplyExact(persons, square), Math.multiplyExact(sum, sum));
    }
}
