package parallax.diagnostic;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Flag;
import parallax.questionnaire.Audience;

/** What an audience says to a statement: either suppressed, and then without any number, or with its estimate. */
public record View(
        Audience audience,
        @Nullable Suppression suppressed,
        @Nullable Estimate estimate) {

    public View {
        if ((suppressed == null) == (estimate == null)) {
            throw new IllegalArgumentException("a view is either suppressed or has an estimate");
        }
    }

    /**
     * The numbers of a view that is shown.
     *
     * @param n people who gave a number
     * @param cannotJudge people who said that they cannot judge
     * @param leftOpen people who did not answer it, or were not asked after other answers
     * @param mean in scale points: 1 is the strongest disagreement, K the strongest agreement
     * @param low of the 95 % interval, clipped to the scale
     * @param agreeing share in [0, 1] who chose one of the two highest points; null where it would tell too much
     */
    public record Estimate(
            int n,
            int cannotJudge,
            int leftOpen,
            double mean,
            double se,
            double df,
            double low,
            double high,
            @Nullable Double agreeing,
            Set<Flag> flags) {

        public Estimate {
            flags = Set.copyOf(flags);
        }
    }
}
