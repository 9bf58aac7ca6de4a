package parallax.diagnostic;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Flag;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;

/** How much more one audience agrees with a statement than another: either suppressed, and then without any number, or measured. */
public record ViewGap(
        Audience audience,
        Audience against,
        @Nullable Suppression suppressed,
        @Nullable Estimate estimate) {

    public ViewGap {
        if ((suppressed == null) == (estimate == null)) {
            throw new IllegalArgumentException("a gap is either suppressed or has an estimate");
        }
    }

    public Verdict verdict() {
        return estimate == null ? Verdict.SUPPRESSED : estimate.verdict();
    }

    /**
     * The numbers of a gap that is shown, in scale points.
     *
     * @param n people of the first audience
     * @param nAgainst people of the other
     * @param value mean of the first less mean of the other
     * @param percent of the range of the scale
     * @param q of the statements of a wave, tested together for this pair of audiences
     */
    public record Estimate(
            int n,
            int nAgainst,
            double value,
            double percent,
            Spread spread,
            double q,
            double holm,
            Ranks ranks,
            Verdict verdict,
            Set<Flag> flags) {

        public Estimate {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * How sure a gap is.
     *
     * @param df NaN where the people themselves are meant and all answered
     * @param low of the 95 % interval
     * @param low90 of the 90 % interval
     */
    public record Spread(
            double se, double df, double low, double high, double low90, double high90, double p, double tostP) {}

    /**
     * What the order of answers alone says (METHOD.md §3).
     *
     * @param theta in [0, 1]: how likely one of the first audience agrees more than one of the other, ties half
     * @param p of Brunner and Munzel; NaN where nothing varies
     */
    public record Ranks(double theta, double p) {}
}
