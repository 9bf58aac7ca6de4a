package parallax.diagnostic;

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

/**
 * All that the diagnostic of a wave depends on besides the answers.
 *
 * @param frames what is known of an audience; one that is absent is unknown
 */
record Asked(
        Engagement engagement,
        Questionnaire questionnaire,
        List<Statement> statements,
        Map<Audience, AudienceFrame> frames) {

    /** Statements are about oneself and the others, so that no setting goes below it (METHOD.md §9.1). */
    private static final int FEWEST = 5;

    Asked {
        statements = List.copyOf(statements);
        frames = Map.copyOf(frames);
    }

    Asked withoutStatements() {
        return new Asked(engagement, questionnaire, List.of(), frames);
    }

    /** The least that a number may stand on. */
    Minimum minimum() {
        return new Minimum(Math.max(FEWEST, engagement.minimumTeam()), 1);
    }

    /** How many there are of an audience; null: nobody knows. */
    @Nullable
    Integer people(Audience audience) {
        return frame(audience).people();
    }

    /** Positions of the touchpoints that an audience rated. */
    List<Integer> touchpoints(Audience audience) {
        List<Integer> asked = frame(audience).askedItems();
        int all = questionnaire.touchpoints().size();
        return asked == null
                ? IntStream.range(0, all).boxed().toList()
                : asked.stream()
                        .filter(item -> item >= 0 && item < all)
                        .distinct()
                        .toList();
    }

    Set<Measure> measures(Audience audience) {
        Set<Measure> asked = frame(audience).askedMeasures();
        return asked == null ? Set.of(Measure.values()) : asked;
    }

    private AudienceFrame frame(Audience audience) {
        return frames.getOrDefault(audience, AudienceFrame.unknown());
    }
}
