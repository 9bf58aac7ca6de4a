package parallax.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.Wave;

/**
 * All figures of a closed wave, already through disclosure control: what pages, workbooks and the API print.
 *
 * @param questionnaire the frozen version the wave asked
 * @param sensitivity whether verdicts rest on answers that look careless
 * @param unweighted why there are no weighted means though margins of customers are known; else empty
 * @param participation of each audience that was asked; an audience nobody answered for is absent
 */
public record Findings(
        Engagement engagement,
        Wave wave,
        Questionnaire questionnaire,
        List<SegmentVariable> segments,
        Map<Audience, Participation> participation,
        List<Figure> figures,
        List<TouchpointCounts> counts,
        Sensitivity sensitivity,
        String unweighted) {

    /** Findings of which no margins are known. */
    public Findings(
            Engagement engagement,
            Wave wave,
            Questionnaire questionnaire,
            List<SegmentVariable> segments,
            Map<Audience, Participation> participation,
            List<Figure> figures,
            List<TouchpointCounts> counts,
            Sensitivity sensitivity) {
        this(engagement, wave, questionnaire, segments, participation, figures, counts, sensitivity, "");
    }

    /** Findings in which nobody answered carelessly. */
    public Findings(
            Engagement engagement,
            Wave wave,
            Questionnaire questionnaire,
            List<SegmentVariable> segments,
            Map<Audience, Participation> participation,
            List<Figure> figures,
            List<TouchpointCounts> counts) {
        this(engagement, wave, questionnaire, segments, participation, figures, counts, Sensitivity.NONE);
    }

    public Findings {
        segments = List.copyOf(segments);
        participation = Map.copyOf(participation);
        figures = List.copyOf(figures);
        counts = List.copyOf(counts);
    }

    /** The figure of a key at "all", if the wave has it. */
    public Optional<Figure> find(
            FigureKind kind, Measure measure, @Nullable Audience audience, @Nullable Audience team, String touchpoint) {
        FigureKey key = new FigureKey(kind, measure, audience, team, touchpoint, null);
        return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }

    /** Figures by key, for callers that look up many. */
    public Map<FigureKey, Figure> byKey() {
        return figures.stream().collect(Collectors.toMap(Figure::key, Function.identity()));
    }
}
