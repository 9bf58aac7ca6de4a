package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.statistics.Difference;
import parallax.statistics.Interval;

/**
 * The published rule that turns a gap's numbers into words (METHOD.md §5).
 *
 * @param smallestGap the smallest gap that matters, in scale points
 * @param range of the scale, K − 1
 */
public record VerdictRule(double smallestGap, double range) {

    private static final double CLEAR_Q = 0.05;
    private static final double LEANING_P = 0.10;
    private static final double WIDEST_HALF = 0.25;
    /** Two programs that add in another order must not disagree about a gap at a limit. */
    static final double SLACK = 1e-12;

    /**
     * The verdict of a gap that is shown.
     *
     * @param difference with a variance
     * @param q of its family
     */
    public Verdict of(Difference difference, double q) {
        Gap.Test test = Gap.Test.of(difference, smallestGap);
        return test == null ? Verdict.TOO_WIDE : of(test, difference.value(), q);
    }

    /** The verdict of a gap that is shown, tested in a family that gave it {@code q}. */
    Verdict of(Gap.Test test, double gap, double q) {
        boolean above = gap > 0;
        if (q <= CLEAR_Q + SLACK && Math.abs(gap) >= smallestGap - SLACK) {
            return above ? Verdict.CLEAR_ABOVE : Verdict.CLEAR_BELOW;
        }
        if (isWithinSmallestGap(test.interval90())) {
            return Verdict.ALIGNED;
        }
        if (test.p() <= LEANING_P + SLACK) {
            return above ? Verdict.LEANING_ABOVE : Verdict.LEANING_BELOW;
        }
        boolean wide = test.interval95().halfWidth() > WIDEST_HALF * range + SLACK;
        return wide ? Verdict.TOO_WIDE : Verdict.NO_EVIDENCE;
    }

    /** What a leaning leaves open: whether there is a gap at all, or whether it is large enough to matter. */
    @Nullable
    String leavesOpen(Verdict verdict, double q) {
        if (!verdict.isLeaning()) {
            return null;
        }
        return q > CLEAR_Q + SLACK ? "existence" : "size";
    }

    private boolean isWithinSmallestGap(Interval interval) {
        return interval.low() > -smallestGap + SLACK && interval.high() < smallestGap - SLACK;
    }
}
