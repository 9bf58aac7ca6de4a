package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * What a figure is about.
 *
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
}
