package parallax.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.statistics.Interval;
import parallax.statistics.MultipleTests;

/** Corrects the tests of each family for their number and gives every gap its verdict (METHOD.md §5). */
final class Judgement {

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
        Figure.Estimate estimate = measured == null ? null : estimate(measured, adjusted);
        return new Figure(ids.of(gap.key()), gap.key(), gap.suppression(), estimate);
    }

    private Figure.Estimate estimate(Gap.Measured gap, @Nullable Adjusted adjusted) {
        Gap.Test test = gap.test();
        double value = gap.difference().value();
        if (test == null || adjusted == null) {
            return Estimates.of(gap.n(), value)
                    .sides(gap.customers(), gap.accounts())
                    .verdict(Verdict.TOO_WIDE)
                    .flags(gap.flags())
                    .build();
        }
        Interval wide = test.interval95();
        Interval narrow = test.interval90();
        return Estimates.of(gap.n(), value)
                .sides(gap.customers(), gap.accounts())
                .spread(gap.difference().standardError(), gap.difference().df())
                .intervals(wide, narrow)
                .tests(test.p(), test.tostP())
                .adjusted(adjusted.q(), adjusted.holm())
                .verdict(rule.of(test, value, adjusted.q()))
                .flags(gap.flags())
                .build();
    }

    private record Adjusted(double q, double holm) {}
}
