package parallax.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.statistics.MultipleTests;

/** Corrects the tests of each family for their number and gives every gap its verdict (METHOD.md §5). */
final class Judgement {

    private static final double ORDINAL_P = 0.10;

    private final FigureIds ids;
    private final VerdictRule rule;

    Judgement(FigureIds ids, VerdictRule rule) {
        this.ids = ids;
        this.rule = rule;
    }

    /** Figures of the gaps, in their order. */
    List<Figure> of(List<Gap> gaps) {
        Map<FigureKey, Adjusted> adjusted = new LinkedHashMap<>();
        gaps.stream()
                .collect(Collectors.groupingBy(Gap::family, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(family -> adjust(family, adjusted));
        return gaps.stream().map(gap -> figure(gap, adjusted.get(gap.key()))).toList();
    }

    private static void adjust(List<Gap> family, Map<FigureKey, Adjusted> adjusted) {
        List<FigureKey> keys = new ArrayList<>();
        List<Double> tested = new ArrayList<>();
        for (Gap gap : family) {
            Gap.Measured measured = gap.measured();
            if (measured != null && measured.test() != null) {
                keys.add(gap.key());
                tested.add(measured.test().p());
            }
        }
        double[] p = tested.stream().mapToDouble(Double::doubleValue).toArray();
        double[] q = MultipleTests.benjaminiHochberg(p);
        double[] holm = MultipleTests.holm(p);
        for (int i = 0; i < p.length; i++) {
            adjusted.put(keys.get(i), new Adjusted(q[i], holm[i]));
        }
    }

    private Figure figure(Gap gap, @Nullable Adjusted adjusted) {
        Gap.Measured measured = gap.measured();
        Figure.Estimate estimate = measured == null ? null : estimate(gap.key(), measured, adjusted);
        return new Figure(ids.of(gap.key()), gap.key(), gap.suppression(), estimate);
    }

    private Figure.Estimate estimate(FigureKey key, Gap.Measured gap, @Nullable Adjusted adjusted) {
        Gap.Test test = gap.test();
        double value = gap.difference().value();
        Estimates estimate = Estimates.none().with(Field.VALUE, value).with(gap.fields());
        if (test == null || adjusted == null) {
            return estimate.verdict(Verdict.TOO_WIDE).flags(gap.flags()).build();
        }
        Verdict verdict = rule.of(test, value, adjusted.q());
        boolean agrees = ordinalAgrees(verdict, estimate);
        return estimate.spread(
                        gap.difference().standardError(), gap.difference().df())
                .intervals(test.interval95(), test.interval90())
                .tests(test.p(), test.tostP())
                .adjusted(adjusted.q(), adjusted.holm())
                .with(agrees(key.kind(), agrees))
                .with(Field.LEANING_REASON, rule.leavesOpen(verdict, adjusted.q()))
                .with(Field.LABEL, label(key.kind(), verdict))
                .verdict(verdict)
                .flags(agrees ? gap.flags() : Flag.with(gap.flags(), Flag.ORDINAL_DISAGREES))
                .build();
    }

    private static Map<Field, Object> agrees(FigureKind kind, boolean agrees) {
        return kind == FigureKind.SERVICE_GAP || kind == FigureKind.TREND
                ? Map.of()
                : Map.of(Field.ORDINAL_AGREES, agrees);
    }

    /** A clear verdict that the ranks do not bear out rests on few extreme answers (METHOD.md §3). */
    private static boolean ordinalAgrees(Verdict verdict, Estimates estimate) {
        Object theta = estimate.fields().get(Field.THETA);
        Object p = estimate.fields().get(Field.BRUNNER_MUNZEL_P);
        if (!verdict.isClear() || !(theta instanceof Double above)) {
            return true;
        }
        boolean sameDirection = verdict == Verdict.CLEAR_ABOVE ? above > 0.5 : above < 0.5;
        return sameDirection && (!(p instanceof Double chance) || chance <= ORDINAL_P + VerdictRule.SLACK);
    }

    private static @Nullable String label(FigureKind kind, Verdict verdict) {
        if (kind != FigureKind.PERCEPTION_GAP) {
            return null;
        }
        return switch (verdict) {
            case CLEAR_ABOVE, LEANING_ABOVE -> "blind spot";
            case CLEAR_BELOW, LEANING_BELOW -> "hidden strength";
            case SUPPRESSED, ALIGNED, TOO_WIDE, NO_EVIDENCE, NOT_COMPARABLE -> null;
        };
    }

    private record Adjusted(double q, double holm) {}
}
