package parallax.finding;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.Difference;
import parallax.statistics.Interval;

/** A gap before its family is known: suppressed, or measured. */
record Gap(
        FigureKey key,
        @Nullable Suppression suppression,
        @Nullable Measured measured) {

    static Gap suppressed(FigureKey key, Suppression reason) {
        return new Gap(key, reason, null);
    }

    static Gap measured(FigureKey key, Measured measured) {
        return new Gap(key, null, measured);
    }

    Family family() {
        return new Family(key.kind(), key.measure(), key.audience(), key.team(), key.segment() == null);
    }

    /**
     * The gaps that are tested together: one figure type and team (of a trend: audience), all touchpoints; all segments are a
     * family of their own.
     */
    record Family(
            FigureKind kind,
            Measure measure,
            @Nullable Audience audience,
            @Nullable Audience team,
            boolean atAll) {}

    /**
     * Numbers of a gap.
     *
     * @param fields all but value, spread and tests
     * @param test null if the difference has no variance
     */
    record Measured(
            Map<Field, Object> fields,
            Difference difference,
            @Nullable Test test,
            Set<Flag> flags) {}

    /** Everything said of one gap on its own. */
    record Test(double p, double tostP, Interval interval95, Interval interval90) {

        static @Nullable Test of(Difference difference, double smallestGap) {
            return difference.hasVariance()
                    ? new Test(
                            difference.p(),
                            difference.equivalenceP(smallestGap),
                            difference.interval(0.95),
                            difference.interval(0.90))
                    : null;
        }
    }
}
