package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClusteredMeanTest {

    /**
     * Computed from the matrix definition of Pustejovsky and Tipton (2018) with A = (I − H)^(−1/2) as a power series and
     * df = tr(G)²/tr(G²), by a Python 3.11 program that knows nothing of the closed form.
     */
    static Stream<Arguments> matrixDefinition() {
        return Stream.of(
                Arguments.of(
                        new int[][] {{1, 2, 3}, {4}, {5, 5}, {2}},
                        3.14285714285714,
                        0.862585034013605,
                        2.36842105263158),
                Arguments.of(
                        new int[][] {{5, 4, 5, 4, 4, 3}, {2}, {1, 3}, {4}}, 3.5, 0.540277777777778, 1.81005586592179),
                Arguments.of(new int[][] {{1}, {2}, {3}, {4}, {6}}, 3.2, 0.74, 4.0));
    }

    @ParameterizedTest
    @MethodSource("matrixDefinition")
    void theClosedFormEqualsTheMatrixDefinition(int[][] answers, double mean, double variance, double df) {
        MeanEstimate estimate = ClusteredMean.of(clusters(answers));

        assertThat(estimate.mean()).isCloseTo(mean, within(1e-13));
        assertThat(estimate.variance()).isCloseTo(variance, within(1e-13));
        assertThat(estimate.df()).isCloseTo(df, within(1e-12));
        assertThat(estimate.clusters()).isEqualTo(answers.length);
        assertThat(estimate.floored()).isFalse();
    }

    /** R 4.x, help(sleep): t.test of the paired differences prints df = 9, -2.4598858 -0.7001142, mean -1.58. */
    @Test
    void withOneAnswerAClusterItIsTheOrdinaryInterval() {
        double[] differences = {-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4};
        Clusters clusters = new Clusters();
        for (double difference : differences) {
            clusters.add(1, difference);
        }

        MeanEstimate estimate = ClusteredMean.of(clusters);

        assertThat(estimate.mean()).isCloseTo(-1.58, within(1e-14));
        assertThat(estimate.df()).isCloseTo(9, within(1e-12));
        Interval interval = estimate.asDifference().interval(0.95);
        assertThat(interval.low()).isCloseTo(-2.4598858, within(5e-8));
        assertThat(interval.high()).isCloseTo(-0.7001142, within(5e-8));
        assertThat(estimate.asDifference().p()).isCloseTo(0.002833, within(5e-7));
    }

    @Test
    void equalClustersMayBeAddedAtOnce() {
        Clusters oneByOne = clusters(new int[][] {{4}, {4}, {4}, {2}, {3, 5}});
        Clusters atOnce = new Clusters();
        atOnce.add(1, 4, 3);
        atOnce.add(1, 2);
        atOnce.add(2, 8);

        assertThat(ClusteredMean.of(atOnce)).isEqualTo(ClusteredMean.of(oneByOne));
        assertThat(atOnce.largest()).isEqualTo(2);
    }

    /** 4 ± 2.776445105 · √(0.25/5), with t(0.975, 4) from printed tables. */
    @Test
    void fiveEqualAnswersAreNotCertainty() {
        MeanEstimate estimate = ClusteredMean.of(equal(4, 5));

        assertThat(estimate.floored()).isTrue();
        assertThat(estimate.variance()).isEqualTo(0.05);
        Interval interval = estimate.interval(0.95, 1, 5);
        assertThat(interval.low()).isCloseTo(4 - 2.776445105 * Math.sqrt(0.05), within(1e-8));
        assertThat(interval.high()).isCloseTo(4 + 2.776445105 * Math.sqrt(0.05), within(1e-8));
    }

    @Test
    void theFloorEndsAtThirtyAnswers() {
        assertThat(ClusteredMean.of(equal(4, 29)).variance()).isEqualTo(0.25 / 29);
        assertThat(ClusteredMean.of(equal(4, 30)).variance()).isZero();
        assertThat(ClusteredMean.of(equal(4, 30)).floored()).isFalse();
    }

    @Test
    void anIntervalDoesNotLeaveTheScale() {
        Interval interval = ClusteredMean.of(equal(5, 5)).interval(0.95, 1, 5);

        assertThat(interval.high()).isEqualTo(5);
        assertThat(interval.low()).isLessThan(5);
    }

    @Test
    void aSingleClusterHasAMeanButNoInterval() {
        MeanEstimate estimate = ClusteredMean.of(clusters(new int[][] {{1, 2, 5}}));

        assertThat(estimate.mean()).isCloseTo(8 / 3.0, within(1e-15));
        assertThat(estimate.hasVariance()).isFalse();
        assertThatThrownBy(() -> estimate.interval(0.95, 1, 5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clustersAreChecked() {
        Clusters clusters = new Clusters();
        assertThatThrownBy(() -> ClusteredMean.of(clusters)).hasMessage("a mean needs at least one answer");
        assertThatThrownBy(() -> clusters.add(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clusters.add(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clusters.add(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clusters.add(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clusters.count()).isZero();
    }

    @Test
    void theOrderOfClustersOnlyMovesTheLastDigits() {
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            List<int[]> answers = new ArrayList<>();
            for (int cluster = 0; cluster < 40; cluster++) {
                answers.add(random.ints(1 + random.nextInt(6), 1, 6).toArray());
            }
            MeanEstimate before = ClusteredMean.of(clusters(answers.toArray(int[][]::new)));
            Collections.shuffle(answers, random);
            MeanEstimate after = ClusteredMean.of(clusters(answers.toArray(int[][]::new)));
            assertThat(after.mean()).isEqualTo(before.mean());
            assertThat(after.variance()).isCloseTo(before.variance(), within(1e-15));
            assertThat(after.df()).isCloseTo(before.df(), within(1e-11));
        }
    }

    private static Clusters equal(int rating, int times) {
        Clusters clusters = new Clusters();
        clusters.add(1, rating, times);
        return clusters;
    }

    private static Clusters clusters(int[][] answers) {
        Clusters clusters = new Clusters();
        for (int[] cluster : answers) {
            double sum = 0;
            for (int answer : cluster) {
                sum += answer;
            }
            clusters.add(cluster.length, sum);
        }
        return clusters;
    }

    @Test
    void clearedClustersLeaveNothingBehind() {
        Clusters reused = new Clusters();
        reused.add(5, 20, 7);
        reused.add(3, 3);
        reused.add(2, 10);
        reused.clear();
        reused.add(2, 7);
        reused.add(1, 5);

        assertThat(ClusteredMean.of(reused)).isEqualTo(ClusteredMean.of(clusters(new int[][] {{3, 4}, {5}})));
        assertThat(reused.largest()).isEqualTo(2);
    }

    @Test
    void aVarianceThatEqualsTheFloorButForRoundingWasNotRaised() {
        double floor = 0.25 / 10;
        assertThat(ClusteredMean.floored(10, floor)).isEqualTo(floor);
        assertThat(ClusteredMean.floored(10, floor * (1 - 1e-13))).isLessThan(floor);
        assertThat(ClusteredMean.floored(10, floor * (1 - 1e-11))).isEqualTo(floor);
        assertThat(ClusteredMean.floored(10, Double.NaN)).isNaN();
    }

    @Test
    void aShiftedScaleMovesTheMeanOnly() {
        MeanEstimate estimate = new MeanEstimate(9, 7, 3.5, 0.1, 6.5, true);
        assertThat(estimate.minus(1)).isEqualTo(new MeanEstimate(9, 7, 2.5, 0.1, 6.5, true));
    }

    @Test
    void halfOfAnIntervalIsItsReach() {
        assertThat(new Interval(1, 4).halfWidth()).isEqualTo(1.5);
        assertThat(new Interval(-2, 4).clippedTo(-1, 3)).isEqualTo(new Interval(-1, 3));
        assertThat(new Interval(2, 4).clippedTo(5, 6)).isEqualTo(new Interval(5, 5));
    }

    /** Any linear change of the scale changes mean and standard error alike, and no degree of freedom. */
    @Test
    void shiftAndScaleMoveMeanAndErrorOnly() {
        Random random = new Random(6);
        for (int trial = 0; trial < 100; trial++) {
            Clusters plain = new Clusters();
            Clusters changed = new Clusters();
            double scale = 0.5 + 3 * random.nextDouble();
            double shift = 10 * random.nextDouble() - 5;
            for (int cluster = 0; cluster < 35; cluster++) {
                int size = 1 + random.nextInt(5);
                double sum = random.ints(size, 1, 6).sum();
                plain.add(size, sum);
                changed.add(size, scale * sum + size * shift);
            }
            MeanEstimate one = ClusteredMean.of(plain);
            MeanEstimate other = ClusteredMean.of(changed);
            assertThat(other.mean()).isCloseTo(scale * one.mean() + shift, within(1e-12));
            assertThat(other.variance()).isCloseTo(scale * scale * one.variance(), within(1e-13));
            assertThat(other.df()).isEqualTo(one.df());
        }
    }
}
