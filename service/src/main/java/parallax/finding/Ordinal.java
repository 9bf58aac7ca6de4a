package parallax.finding;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import parallax.statistics.EffectSize;
import parallax.statistics.OrdinalComparison;
import parallax.statistics.SignedRankTest;

/** What the order of answers alone says of a gap (METHOD.md §3). */
final class Ordinal {

    private Ordinal() {}

    static Map<Field, Object> between(Answers a, Answers b) {
        double[] categories = DoubleStream.concat(DoubleStream.of(a.values()), DoubleStream.of(b.values()))
                .sorted()
                .distinct()
                .toArray();
        OrdinalComparison comparison = OrdinalComparison.of(a.countsOf(categories), b.countsOf(categories));
        return Estimates.none()
                .with(Field.THETA, comparison.theta())
                .with(Field.BRUNNER_MUNZEL_P, comparison.brunnerMunzelP())
                .with(Field.MANN_WHITNEY_P, comparison.mannWhitneyP())
                .with(Field.CLIFFS_DELTA, comparison.cliffsDelta())
                .with(Field.HEDGES_G, hedgesG(a, b).orElse(Double.NaN))
                .fields();
    }

    /** Empty where somebody's number is a mean of several and so no whole number. */
    private static OptionalDouble hedgesG(Answers a, Answers b) {
        double highest = DoubleStream.concat(DoubleStream.of(a.values()), DoubleStream.of(b.values()))
                .max()
                .orElse(0);
        boolean whole = DoubleStream.concat(DoubleStream.of(a.values()), DoubleStream.of(b.values()))
                .allMatch(value -> value == Math.rint(value));
        if (!whole) {
            return OptionalDouble.empty();
        }
        double[] categories =
                IntStream.rangeClosed(0, (int) highest).asDoubleStream().toArray();
        return EffectSize.hedgesG(a.countsOf(categories), b.countsOf(categories));
    }

    /** p of the signed-rank test; empty where differences are means of several and so no whole numbers. */
    static Optional<Double> ofPairs(Answers differences, int range) {
        if (DoubleStream.of(differences.values()).anyMatch(value -> value != Math.rint(value))) {
            return Optional.empty();
        }
        double[] categories =
                IntStream.rangeClosed(-range, range).asDoubleStream().toArray();
        return Optional.of(SignedRankTest.p(differences.countsOf(categories)));
    }
}
