package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

    /** R 4.x, help(sleep): t.test(extra ~ group) prints df = 17.776, p-value = 0.07939, -3.3654832 0.2054832. */
    @Test
    void theWelchIntervalMeetsR() {
        Difference difference = Difference.between(
                ordinary(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                ordinary(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));

        assertThat(difference.value()).isCloseTo(0.75 - 2.33, within(1e-14));
        assertThat(difference.df()).isCloseTo(17.776, within(5e-4));
        assertThat(difference.p()).isCloseTo(0.07939, within(5e-6));
        assertThat(difference.interval(0.95).low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(difference.interval(0.95).high()).isCloseTo(0.2054832, within(5e-8));
    }

    /** R (clubSandwich and pt), fixture "ordinary", wave 2025H2, touchpoint advice, Sales against customers. */
    @Test
    void testsAndIntervalsMeetTheReferenceOfAPerceptionGap() {
        Difference gap = new Difference(1.03526220615, square(0.291650017094), 23.0471750874);

        assertThat(gap.p()).isCloseTo(0.00170400424742, within(1e-12));
        assertThat(gap.equivalenceP(0.5)).isCloseTo(0.960299180596, within(1e-11));
        assertThat(gap.interval(0.95).low()).isCloseTo(0.432006505336, within(1e-11));
        assertThat(gap.interval(0.95).high()).isCloseTo(1.63851790696, within(1e-11));
        assertThat(gap.interval(0.90).low()).isCloseTo(0.535454446254, within(1e-11));
        assertThat(gap.interval(0.90).high()).isCloseTo(1.53506996604, within(1e-11));
    }

    @Test
    void swappingTheSidesTurnsTheSignAndNothingElse() {
        Random random = new Random(3);
        for (int trial = 0; trial < 100; trial++) {
            MeanEstimate a = new MeanEstimate(9, 9, 5 * random.nextDouble(), random.nextDouble(), 8, false);
            MeanEstimate b = new MeanEstimate(40, 20, 5 * random.nextDouble(), random.nextDouble(), 13.5, false);
            Difference one = Difference.between(a, b);
            Difference other = Difference.between(b, a);

            assertThat(other.value()).isEqualTo(-one.value());
            assertThat(other.p()).isEqualTo(one.p());
            assertThat(other.equivalenceP(0.5)).isCloseTo(one.equivalenceP(0.5), within(1e-14));
            assertThat(other.interval(0.95).low()).isEqualTo(-one.interval(0.95).high());
        }
    }

    /** A test at 5 % rejects exactly where the 90 % interval lies inside the margin. */
    @Test
    void theEquivalenceTestAgreesWithTheNinetyPercentInterval() {
        Random random = new Random(4);
        for (int trial = 0; trial < 500; trial++) {
            Difference gap =
                    new Difference(random.nextDouble() - 0.5, 0.05 * random.nextDouble(), 2 + 30 * random.nextDouble());
            Interval interval = gap.interval(0.90);
            boolean inside = interval.low() > -0.5 && interval.high() < 0.5;
            assertThat(gap.equivalenceP(0.5) < 0.05).isEqualTo(inside);
        }
    }

    @Test
    void aSideWithoutSamplingErrorLeavesTheOthersDegreesOfFreedom() {
        MeanEstimate team = new MeanEstimate(12, 12, 4.2, 0.04, 11, false);
        MeanEstimate customers = new MeanEstimate(79, 35, 3.1, 0.02, 23.5, false);

        Difference gap = Difference.between(team.asCensus(), customers);

        assertThat(gap.variance()).isEqualTo(0.02);
        assertThat(gap.df()).isCloseTo(23.5, within(1e-12));
    }

    @Test
    void aDifferenceKnownExactlyIsCertain() {
        Difference none = new Difference(0, 0, Double.NaN);
        Difference some = new Difference(0.4, 0, Double.NaN);

        assertThat(none.p()).isEqualTo(1);
        assertThat(some.p()).isZero();
        assertThat(some.interval(0.95)).isEqualTo(new Interval(0.4, 0.4));
        assertThat(some.equivalenceP(Math.nextUp(0.4))).isZero();
        assertThat(some.equivalenceP(0.4)).isEqualTo(1);
    }

    @Test
    void withoutAVarianceNothingIsSaid() {
        MeanEstimate oneCluster = new MeanEstimate(4, 1, 3, Double.NaN, Double.NaN, false);
        Difference gap = Difference.between(oneCluster, new MeanEstimate(9, 9, 2, 0.1, 8, false));

        assertThat(gap.value()).isEqualTo(1);
        assertThat(gap.hasVariance()).isFalse();
        assertThatThrownBy(gap::p).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gap.interval(0.95)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gap.equivalenceP(0.5)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void confidenceLiesBetweenZeroAndOne(double confidence) {
        Difference gap = new Difference(1, 1, 5);
        assertThatThrownBy(() -> gap.interval(confidence)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void confidenceMayComeCloseToItsBounds() {
        Difference gap = new Difference(1, 1, 5);
        assertThat(gap.interval(Double.MIN_NORMAL).halfWidth()).isBetween(0.0, 1e-6);
        assertThat(gap.interval(Math.nextDown(1.0)).halfWidth()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN})
    void theMarginIsOverZero(double margin) {
        Difference gap = new Difference(1, 1, 5);
        assertThatThrownBy(() -> gap.equivalenceP(margin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntervalNeedsAVarianceAndDegreesOfFreedom() {
        assertThatThrownBy(() -> StudentInterval.around(0, -0.1, 5, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentInterval.around(0, 1, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentInterval.around(0, Double.NaN, 5, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MeanEstimate ordinary(double... answers) {
        Clusters clusters = new Clusters();
        for (double answer : answers) {
            clusters.add(1, answer);
        }
        return ClusteredMean.of(clusters);
    }

    private static double square(double value) {
        return value * value;
    }
}
