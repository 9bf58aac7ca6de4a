package parallax.finding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a wave: either suppressed, and then without any number, or with its estimate.
 *
 * @param id stable name, {@code f_} and 24 hex digits, the same for the same wave and key
 */
public record Figure(
        String id,
        FigureKey key,
        @Nullable Suppression suppressed,
        @Nullable Estimate estimate) {

    public Figure {
        if ((suppressed == null) == (estimate == null)) {
            throw new IllegalArgumentException("a figure is either suppressed or has an estimate");
        }
    }

    /** The verdict; {@code SUPPRESSED} for suppressed gaps, null for kinds that carry none. */
    public @Nullable Verdict verdict() {
        return suppressed != null ? Verdict.SUPPRESSED : estimate == null ? null : estimate.verdict();
    }

    /**
     * The numbers of a figure that is shown.
     *
     * @throws IllegalStateException if it is suppressed
     */
    public Estimate requireEstimate() {
        if (estimate == null) {
            throw new IllegalStateException("figure %s is suppressed".formatted(id));
        }
        return estimate;
    }

    /**
     * The numbers of a figure, unrounded, in scale points unless said otherwise. What a kind does not have is null.
     *
     * @param n answers of the audience; of the team (alignment gap: Sales) for gaps; pairs for a service gap
     * @param customers the other side's answers: customers for perception and priority gaps, Marketing for an alignment gap
     * @param accounts accounts (or persons, where no account is known) that the customers' answers come from; for teams persons
     * @param value mean, gap, or share in [0, 1] for reach
     * @param se standard error
     * @param df degrees of freedom, fractional
     * @param low lower end of the 95 % interval; means are clipped to the scale
     * @param high upper end of the 95 % interval
     * @param low90 lower end of the 90 % interval
     * @param high90 upper end of the 90 % interval
     * @param p two-sided p of "no gap"
     * @param tostP p of the equivalence test within ± the smallest gap that matters
     * @param q Benjamini–Hochberg adjusted p within the family
     * @param holm Holm adjusted p within the family
     * @param verdict null for means and reach
     * @param flags such as {@code floored}, {@code dominated}, {@code low_reach}, {@code census}
     */
    public record Estimate(
            int n,
            @Nullable Integer customers,
            @Nullable Integer accounts,
            double value,
            @Nullable Double se,
            @Nullable Double df,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double low90,
            @Nullable Double high90,
            @Nullable Double p,
            @Nullable Double tostP,
            @Nullable Double q,
            @Nullable Double holm,
            @Nullable Verdict verdict,
            Set<String> flags) {

        public Estimate {
            flags = Set.copyOf(flags);
        }
    }
}
