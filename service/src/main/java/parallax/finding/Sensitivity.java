package parallax.finding;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.questionnaire.Audience;

/**
 * Whether results rest on answers that look careless: verdicts at "all" computed again without those who rated everything
 * alike (METHOD.md §1).
 *
 * @param flagged persons left out in the comparison
 * @param changed gaps with another verdict then; one that could not be shown without them is not compared
 */
public record Sensitivity(int flagged, Set<FigureKey> changed) {

    public static final Sensitivity NONE = new Sensitivity(0, Set.of());

    public Sensitivity {
        changed = Set.copyOf(changed);
    }

    /** "Result unchanged without flagged answers", or that it changed; empty where nothing was flagged. */
    public String words() {
        if (flagged == 0) {
            return "";
        }
        return changed.isEmpty()
                ? "Result unchanged without flagged answers"
                : "Result changed without flagged answers for %d of the gaps".formatted(changed.size());
    }

    /** @param gaps the figures of all gaps, as they are told */
    static Sensitivity of(Counted counted, List<Figure> gaps, Judgement judgement) {
        int flagged = 0;
        Map<Audience, Panel> panels = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.raters()) {
            Panel panel = counted.cube().panel(audience).orElse(null);
            if (panel != null) {
                flagged += panel.quality().straightLined();
                panels.put(audience, panel.withoutStraightLines());
            }
        }
        if (flagged == 0) {
            return NONE;
        }
        FieldedWave wave = counted.wave().withoutSegments();
        Map<FigureKey, Verdict> without = new HashMap<>();
        for (Figure figure : judgement.of(Gaps.of(wave, new Tables(wave, Cube.of(panels)), null))) {
            if (figure.estimate() != null && figure.verdict() != null) {
                without.put(figure.key(), figure.verdict());
            }
        }
        return new Sensitivity(flagged, changed(gaps, without));
    }

    /** The gaps, those that change marked as such. */
    List<Figure> marked(List<Figure> gaps) {
        return gaps.stream()
                .map(gap -> changed.contains(gap.key()) ? gap.with(Flag.CHANGES_WITHOUT_FLAGGED) : gap)
                .toList();
    }

    private static Set<FigureKey> changed(List<Figure> gaps, Map<FigureKey, Verdict> without) {
        Set<FigureKey> changed = new HashSet<>();
        for (Figure gap : gaps) {
            Verdict other = without.get(gap.key());
            if (gap.estimate() != null && other != null && other != gap.verdict()) {
                changed.add(gap.key());
            }
        }
        return changed;
    }
}
