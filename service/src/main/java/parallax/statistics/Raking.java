package parallax.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Iterative proportional fitting of persons to known margins, such as segment and size (METHOD.md §2). It repairs
 * composition, not motivation: the response rate belongs beside every weighted figure. Never for teams.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming and Stephan (1940), On a least squares adjustment of a
 *     sampled frequency table when the expected marginal totals are known</a>
 * @see <a href="https://www.jstor.org/stable/1403516">Kish (1992), Weighting for unequal P_i</a>
 */
public final class Raking {

    /** A weight is at most this many times the median weight. */
    public static final double TRIM_AT_MEDIANS = 5;

    private static final int MOST_ROUNDS = 1000;

    /** Largest deviation of a share from its margin. */
    private static final double PRECISION = 1e-12;

    /** Shares are often printed rounded. */
    private static final double SHARES_MAY_MISS_ONE_BY = 1e-6;

    private Raking() {}

    /**
     * A known margin.
     *
     * @param name for messages, such as "size"
     * @param categories their names, for messages
     * @param shares known share of each category in the population, over 0; kept so that they add up to 1
     */
    public record Margin(String name, List<String> categories, double[] shares) {

        /**
         * @throws IllegalArgumentException if names and shares differ in number, a share is not over 0, or all together
         *     differ from 1 by over 0.000001
         */
        public Margin {
            categories = List.copyOf(categories);
            if (categories.size() != shares.length) {
                throw new IllegalArgumentException("margin \"%s\" needs a share for each of %d categories, had %d"
                        .formatted(name, categories.size(), shares.length));
            }
            double total = 0;
            for (int category = 0; category < shares.length; category++) {
                if (!(shares[category] > 0)) {
                    throw new IllegalArgumentException("the share of \"%s\" in margin \"%s\" must be over 0, was %s"
                            .formatted(categories.get(category), name, shares[category]));
                }
                total += shares[category];
            }
            if (!(Math.abs(total - 1) <= SHARES_MAY_MISS_ONE_BY)) {
                throw new IllegalArgumentException(
                        "the shares of margin \"%s\" must add up to 1, were %s".formatted(name, total));
            }
            double all = total;
            shares = Arrays.stream(shares).map(share -> share / all).toArray();
        }
    }

    /**
     * Weights that meet all margins, then trimmed.
     *
     * @param margins at least one
     * @param categories of each margin, the category of every person, 0 to the margin's number of shares less 1
     * @throws IllegalArgumentException if there is no person or no margin, or a category is outside
     * @throws RakingFailedException if a category has no person, or margins contradict each other for these persons
     */
    public static RakedWeights weights(List<Margin> margins, int[][] categories) {
        int persons = check(margins, categories);
        Map<List<Integer>, Integer> cellOf = new LinkedHashMap<>();
        int[] cells = new int[persons];
        for (int person = 0; person < persons; person++) {
            cells[person] = cellOf.computeIfAbsent(key(categories, person), key -> cellOf.size());
        }
        return trimmed(new Fit(margins, List.copyOf(cellOf.keySet()), cells).weights(), cells);
    }

    private static int check(List<Margin> margins, int[][] categories) {
        if (margins.isEmpty() || categories.length != margins.size() || categories[0].length == 0) {
            throw new IllegalArgumentException("raking needs a person, a margin, and categories for each margin");
        }
        for (int margin = 0; margin < margins.size(); margin++) {
            checkMargin(margins.get(margin), categories[margin], categories[0].length);
        }
        return categories[0].length;
    }

    private static void checkMargin(Margin margin, int[] categories, int persons) {
        if (categories.length != persons) {
            throw new IllegalArgumentException("margin \"%s\" has categories of %d persons, another of %d"
                    .formatted(margin.name(), categories.length, persons));
        }
        boolean[] heard = new boolean[margin.shares().length];
        for (int category : categories) {
            if (category < 0 || category >= heard.length) {
                throw new IllegalArgumentException("a category of margin \"%s\" must be between 0 and %d, was %d"
                        .formatted(margin.name(), heard.length - 1, category));
            }
            heard[category] = true;
        }
        for (int category = 0; category < heard.length; category++) {
            if (!heard[category]) {
                throw new RakingFailedException(
                        "Nobody answered in \"%s\" of margin \"%s\"; merge it with another category or leave the margin out."
                                .formatted(margin.categories().get(category), margin.name()));
            }
        }
    }

    private static List<Integer> key(int[][] categories, int person) {
        return Arrays.stream(categories).map(ofMargin -> ofMargin[person]).toList();
    }

    private static RakedWeights trimmed(double[] weightOfCell, int[] cells) {
        double[] weights =
                Arrays.stream(cells).mapToDouble(cell -> weightOfCell[cell]).toArray();
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double most = TRIM_AT_MEDIANS * median;
        int trimmed = 0;
        double sum = 0;
        double squares = 0;
        for (int person = 0; person < weights.length; person++) {
            trimmed += weights[person] > most * (1 + PRECISION) ? 1 : 0;
            weights[person] = Math.min(weights[person], most);
            sum += Math.min(sorted[person], most);
            squares += Math.pow(Math.min(sorted[person], most), 2);
        }
        double mean = sum / weights.length;
        for (int person = 0; person < weights.length; person++) {
            weights[person] /= mean;
        }
        return new RakedWeights(weights, Math.max(1, weights.length * squares / (sum * sum)), trimmed);
    }

    /** Persons alike in every margin share a weight. */
    private static final class Fit {

        private final List<Margin> margins;
        private final List<List<Integer>> cells;
        private final double[] persons;
        private final double[] weights;

        Fit(List<Margin> margins, List<List<Integer>> cells, int[] cellOfPerson) {
            this.margins = margins;
            this.cells = cells;
            persons = new double[cells.size()];
            for (int cell : cellOfPerson) {
                persons[cell]++;
            }
            weights = new double[cells.size()];
            Arrays.fill(weights, 1.0 / cellOfPerson.length);
        }

        double[] weights() {
            double worst = 1;
            for (int round = 0; round < MOST_ROUNDS && worst > PRECISION; round++) {
                worst = 0;
                for (int margin = 0; margin < margins.size(); margin++) {
                    worst = Math.max(worst, adjust(margin));
                }
            }
            if (worst > PRECISION) {
                throw new RakingFailedException(
                        "No weights meet all margins (%s): after %d rounds a share is still off by %.2g. Some combination "
                                        .formatted(names(), MOST_ROUNDS, worst)
                                + "of categories has no answer; merge categories or use fewer margins.");
            }
            return weights;
        }

        private String names() {
            return String.join(", ", margins.stream().map(Margin::name).toList());
        }

        /** @return largest deviation of a share before adjusting */
        private double adjust(int margin) {
            double[] known = margins.get(margin).shares();
            double[] now = new double[known.length];
            for (int cell = 0; cell < weights.length; cell++) {
                now[cells.get(cell).get(margin)] += persons[cell] * weights[cell];
            }
            double worst = 0;
            for (int category = 0; category < known.length; category++) {
                worst = Math.max(worst, Math.abs(now[category] - known[category]));
            }
            for (int cell = 0; cell < weights.length; cell++) {
                int category = cells.get(cell).get(margin);
                weights[cell] *= known[category] / now[category];
            }
            return worst;
        }
    }
}
