package parallax.finding;

import java.util.Arrays;
import java.util.Map;

/**
 * How often each number was given in a cell.
 *
 * @param values ascending
 * @param counts each at least 1
 */
record Answers(double[] values, int[] counts) {

    static final Answers NONE = new Answers(new double[0], new int[0]);

    /**
     * Of counts by code, from 1 on.
     *
     * @param end code from which on there are no numbers
     */
    static Answers ofRatings(int[] ratings, int end, double scale) {
        double[] values = new double[end];
        int[] counts = new int[end];
        int kinds = 0;
        for (int code = 1; code < end; code++) {
            if (ratings[code] > 0) {
                values[kinds] = scale * code;
                counts[kinds++] = ratings[code];
            }
        }
        return new Answers(Arrays.copyOf(values, kinds), Arrays.copyOf(counts, kinds));
    }

    static Answers of(Map<Double, Integer> numbersAscending, double scale) {
        return new Answers(
                numbersAscending.keySet().stream()
                        .mapToDouble(number -> scale * number)
                        .toArray(),
                numbersAscending.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * How often each category was given, 0 for those that were not.
     *
     * @param categories ascending, all values among them
     */
    int[] countsOf(double[] categories) {
        int[] all = new int[categories.length];
        int next = 0;
        for (int i = 0; i < categories.length && next < values.length; i++) {
            if (values[next] == categories[i]) {
                all[i] = counts[next++];
            }
        }
        return all;
    }

    boolean allSame() {
        return values.length == 1;
    }

    Answers minus(int points) {
        return new Answers(Arrays.stream(values).map(value -> value - points).toArray(), counts);
    }

    /** Share in [0, 1] of numbers up to a limit. */
    double shareUpTo(double limit) {
        long all = 0;
        long below = 0;
        for (int i = 0; i < values.length; i++) {
            all += counts[i];
            below += values[i] <= limit ? counts[i] : 0;
        }
        return (double) below / all;
    }
}
