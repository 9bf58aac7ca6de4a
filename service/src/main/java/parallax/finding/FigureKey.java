package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * What a figure is about.
 *
 * @param measure a service gap, which stands on both, is filed under experience
 * @param audience of means and reach; null for gaps
 * @param team of perception and priority gaps; null otherwise
 * @param segment null for all
 */
public record FigureKey(
        FigureKind kind,
        Measure measure,
        @Nullable Audience audience,
        @Nullable Audience team,
        String touchpoint,
        @Nullable Segment segment) {

    /** One value of one segment variable. */
    public record Segment(String variable, String value) {}

    public static FigureKey mean(Measure measure, Audience audience, String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.MEAN, measure, audience, null, touchpoint, segment);
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

    public static FigureKey serviceGap(String touchpoint, @Nullable Segment segment) {
        return new FigureKey(FigureKind.SERVICE_GAP, Measure.EXPERIENCE, null, null, touchpoint, segment);
    }
}
