package parallax.statistics;

import java.util.Arrays;

/** Adjusted p values of a family of tests, in the order the p values came. */
public final class MultipleTests {

    private MultipleTests() {}

    /**
     * Benjamini–Hochberg q: the smallest false discovery rate at which each test is still found, in [0, 1].
     *
     * @param p each in [0, 1]
     * @throws IllegalArgumentException if one is outside or NaN
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg (1995), Controlling the
     *     false discovery rate</a>
     */
    public static double[] benjaminiHochberg(double[] p) {
        check(p);
        int[] order = ascending(p);
        double[] q = new double[p.length];
        double smallest = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            smallest = Math.min(smallest, p[i] * p.length / rank);
            q[i] = smallest;
        }
        return q;
    }

    /**
     * Holm's step-down p, which bounds the chance of any false finding in the family, in [0, 1].
     *
     * @param p each in [0, 1]
     * @throws IllegalArgumentException if one is outside or NaN
     * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979), A simple sequentially rejective multiple test
     *     procedure</a>
     */
    public static double[] holm(double[] p) {
        check(p);
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 1; rank <= p.length; rank++) {
            int i = order[rank - 1];
            largest = Math.max(largest, Math.min(1, p[i] * (p.length - rank + 1)));
            adjusted[i] = largest;
        }
        return adjusted;
    }

    private static void check(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p must lie in [0, 1], was " + value);
            }
        }
    }

    private static int[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
