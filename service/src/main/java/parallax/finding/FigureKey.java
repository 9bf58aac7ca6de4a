package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * What a figure is about.
 *
 * @param measure figures that stand on none or both are filed under experience
 * @param audience of means, shares, scores, trends and rates; null for gaps
 * @param team of perception, priority and top-2 gaps; null otherwise
 * @param touchpoint null for figures of the wave
 * @param segment null for all
 * @param variant the rate of a response rate, {@link #WEIGHTED} for a weighted mean, else null
 */
public record FigureKey(
        FigureKind kind,
        Measure measure,
        @Nullable Audience audience,
        @Nullable Audience team,
        @Nullable String touchpoint,
        @Nullable Segment segment,
        @Nullable String variant) {

    /** Variant of a mean that was weighted to known margins. */
    public static final String WEIGHTED = "weighted";

    /** One value of one segment variable. */
    public record Segment(String variable, String value) {}

    public FigureKey(
            FigureKind kind,
            Measure measure,
            @Nullable Audience audience,
            @Nullable Audience team,
            @Nullable String touchpoint,
            @Nullable Segment segment) {
        this(kind, measure, audience, team, touchpoint, segment, null);
    }

    public static FigureKey mean(Measure measure, Audience audience, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.MEAN, measure, audience, null, touchpoint, segment);
    }

    static FigureKey weightedMean(Measure measure, String touchpoint) {
        return new FigureKey(FigureKind.MEAN, measure, Audience.CUSTOMER, null, touchpoint, null, WEIGHTED);
    }

    public static FigureKey topTwo(Measure measure, Audience audience, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.TOP2, measure, audience, null, touchpoint, segment);
    }

    public static FigureKey reach(Measure measure, Audience audience, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.REACH, measure, audience, null, touchpoint, segment);
    }

    /** Perception gap on experience, priority gap on importance. */
    public static FigureKey teamGap(Measure measure, Audience team, String touchpoint, @Nullable Segment segment) {
        FigureKind kind = measure == Measure.EXPERIENCE ? FigureKind.PERCEPTION_GAP : FigureKind.PRIORITY_GAP;
        return new FigureKey(kind, measure, null, team, touchpoint, segment);
    }

    public static FigureKey alignmentGap(Measure measure, String touchpoint) {
        return new FigureKey(FigureKind.ALIGNMENT_GAP, measure, null, null, touchpoint, null);
    }

    /**
     * Difference of two top-2 shares.
     *
     * @param team null for Sales minus Marketing
     */
    public static FigureKey topTwoGap(
            Measure measure, @Nullable Audience team, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.TOP2_GAP, measure, null, team, touchpoint, segment);
    }

    public static FigureKey serviceGap(String touchpoint, @Nullable Segment segment) {
        return ofPairs(FigureKind.SERVICE_GAP, touchpoint, segment);
    }

    public static FigureKey priority(String touchpoint, @Nullable Segment segment) {
        return ofPairs(FigureKind.PRIORITY, touchpoint, segment);
    }

    public static FigureKey grid(String touchpoint, @Nullable Segment segment) {
        return ofPairs(FigureKind.GRID, touchpoint, segment);
    }

    private static FigureKey ofPairs(FigureKind kind, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(kind, Measure.EXPERIENCE, null, null, touchpoint, segment);
    }

    public static FigureKey trend(Measure measure, Audience audience, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.TREND, measure, audience, null, touchpoint, segment);
    }

    /** Recommendation, satisfaction or effort. */
    public static FigureKey score(FigureKind kind, Audience audience, @Nullable Segment segment) {
        return new FigureKey(kind, Measure.EXPERIENCE, audience, null, null, segment);
    }

    public static FigureKey alignmentIndex(Measure measure) {
        return new FigureKey(FigureKind.ALIGNMENT_INDEX, measure, null, null, null, null);
    }

    /** @param rate such as {@code RR2} */
    public static FigureKey responseRate(Audience audience, String rate) {
        return new FigureKey(FigureKind.RESPONSE_RATE, Measure.EXPERIENCE, audience, null, null, null, rate);
    }

    /**
     * The touchpoint of a figure that is about one.
     *
     * @throws IllegalStateException for a figure of the wave
     */
    public String requireTouchpoint() {
        if (touchpoint == null) {
            throw new IllegalStateException(kind.code() + " is about no touchpoint");
        }
        return touchpoint;
    }
}
