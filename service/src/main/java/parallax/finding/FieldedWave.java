package parallax.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Minimum;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.Wave;

/**
 * All that figures depend on besides the answers.
 *
 * @param questionnaire the frozen version that was asked
 * @param counted responses of a wave run here, which has no other mark of being counted on; 0 for imported answers
 * @param previous the engagement's wave before, without its own; null if there is none with figures
 * @param frames what is known of an audience; one that is absent is {@link AudienceFrame#unknown()}
 */
record FieldedWave(
        Engagement engagement,
        Wave wave,
        Questionnaire questionnaire,
        long counted,
        List<SegmentVariable> segments,
        Map<Audience, AudienceFrame> frames,
        @Nullable FieldedWave previous) {

    FieldedWave {
        segments = List.copyOf(segments);
        frames = Map.copyOf(frames);
    }

    FieldedWave after(@Nullable FieldedWave wave) {
        return new FieldedWave(engagement, this.wave, questionnaire, counted, segments, frames, wave);
    }

    FieldedWave withoutSegments() {
        return new FieldedWave(engagement, wave, questionnaire, counted, List.of(), frames, null);
    }

    int items() {
        return questionnaire.touchpoints().size();
    }

    int scalePoints() {
        return questionnaire.scalePoints();
    }

    AudienceFrame frame(Audience audience) {
        return frames.getOrDefault(audience, AudienceFrame.unknown());
    }

    /** Positions an audience was asked about, ascending. */
    int[] askedItems(Audience audience) {
        List<Integer> asked = frame(audience).askedItems();
        return asked == null
                ? IntStream.range(0, items()).toArray()
                : asked.stream()
                        .mapToInt(Integer::intValue)
                        .filter(item -> item >= 0 && item < items())
                        .distinct()
                        .sorted()
                        .toArray();
    }

    boolean asks(Audience audience, Measure measure) {
        Set<Measure> asked = frame(audience).askedMeasures();
        return asked == null || asked.contains(measure);
    }

    boolean asks(Audience audience, Measure measure, int item) {
        return asks(audience, measure) && Arrays.binarySearch(askedItems(audience), item) >= 0;
    }

    /** The least that figures of an audience may stand on. */
    Minimum minimum(Audience audience) {
        return audience.isTeam()
                ? new Minimum(engagement.minimumTeam(), 1)
                : new Minimum(engagement.minimumGroup(), engagement.minimumAccounts());
    }

    String touchpoint(int item) {
        return questionnaire.touchpoints().get(item).key();
    }
}
