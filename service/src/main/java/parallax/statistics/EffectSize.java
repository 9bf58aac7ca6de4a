package parallax.statistics;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.GammaRatio;

/** Standardised differences: an aid to readers of other studies, since gaps are told in points. */
public final class EffectSize {

    private EffectSize() {}

    /**
     * Hedges' g: the difference of two means in pooled standard deviations, freed of its small-sample bias by the exact
     * factor {@code Γ(m/2) / (√(m/2) Γ((m−1)/2))}, {@code m = n_A + n_B − 2}. It ignores clusters.
     *
     * @param a how often group A gave 0, 1, 2, …
     * @param b how often group B gave 0, 1, 2, …
     * @return any finite number; empty with fewer than 4 answers together, or if no group's answers vary
     * @throws IllegalArgumentException if a group has no answer or a count is below 0
     * @see <a href="https://doi.org/10.3102/10769986006002107">Hedges (1981), Distribution theory for Glass's estimator
     *     of effect size and related estimators</a>
     */
    public static OptionalDouble hedgesG(int[] a, int[] b) {
        double freedom = (double) Counts.total(a) + Counts.total(b) - 2;
        double squares = squares(a) + squares(b);
        if (freedom < 2 || squares == 0) {
            return OptionalDouble.empty();
        }
        double d = (mean(a) - mean(b)) / Math.sqrt(squares / freedom);
        double factor = 1 / (Math.sqrt(freedom / 2) * GammaRatio.delta((freedom - 1) / 2, 0.5));
        return OptionalDouble.of(factor * d);
    }

    private static double mean(int[] counts) {
        double sum = 0;
        for (int value = 0; value < counts.length; value++) {
            sum += (double) value * counts[value];
        }
        return sum / Counts.total(counts);
    }

    private static double squares(int[] counts) {
        double mean = mean(counts);
        double squares = 0;
        for (int value = 0; value < counts.length; value++) {
            squares += counts[value] * (value - mean) * (value - mean);
        }
        return squares;
    }
}
