package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parallax.statistics.Raking.Margin;

class RakingTest {

    private static final Margin HALVES = margin("size", 0.5, 0.5);

    /** One margin is post-stratification: 3 of 4 persons stand for half, 1 for the other. */
    @Test
    void withOneMarginAWeightIsKnownShareByAnsweredShare() {
        RakedWeights raked = Raking.weights(List.of(HALVES), new int[][] {{0, 0, 0, 1}});

        assertThat(raked.weights()).containsExactly(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0, 2}, within(1e-12));
        assertThat(raked.designEffect()).isCloseTo(4 * (3 * 4 / 9.0 + 4) / 16, within(1e-12));
        assertThat(raked.trimmed()).isZero();
    }

    /**
     * By hand: cells 4 1 / 2 3 fitted to margins 0.6 0.4 and 0.7 0.3 keep their odds ratio of 6, so
     * the first cell solves x(0.3 − 0.6 + x)/((0.6 − x)(0.7 − x)) = 6, that is 5x² − 7.5x + 2.52 = 0.
     */
    @Test
    void twoMarginsKeepTheOddsRatio() {
        int[][] categories = {{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 1, 0, 0, 1, 1, 1}};
        RakedWeights raked = Raking.weights(List.of(margin("region", 0.6, 0.4), margin("size", 0.7, 0.3)), categories);

        double x = (7.5 - Math.sqrt(7.5 * 7.5 - 4 * 5 * 2.52)) / 10;
        double[] w = raked.weights();
        assertThat(4 * w[0] / 10).isCloseTo(x, within(1e-10));
        assertThat(w[4] / 10).isCloseTo(0.6 - x, within(1e-10));
        assertThat(2 * w[5] / 10).isCloseTo(0.7 - x, within(1e-10));
        assertThat(3 * w[9] / 10).isCloseTo(x - 0.3, within(1e-10));
    }

    @Test
    void marginsAlreadyMetChangeNothing() {
        RakedWeights raked = Raking.weights(List.of(HALVES), new int[][] {{0, 1, 1, 0}});
        assertThat(raked.weights()).containsExactly(new double[] {1, 1, 1, 1}, within(1e-15));
        assertThat(raked.designEffect()).isCloseTo(1, within(1e-15));
        assertThat(raked.designEffect()).isGreaterThanOrEqualTo(1);
    }

    /** 19 persons stand for 0.7, one for 0.3: weights 0.7·20/19 and 6; the median is 0.7·20/19, five times that 3.684. */
    @Test
    void aWeightIsAtMostFiveMedians() {
        int[] categories = new int[20];
        categories[7] = 1;
        RakedWeights raked = Raking.weights(List.of(margin("size", 0.7, 0.3)), new int[][] {categories});

        assertThat(raked.trimmed()).isEqualTo(1);
        assertThat(raked.weights()[7] / raked.weights()[0]).isCloseTo(5, within(1e-12));
        assertThat(Arrays.stream(raked.weights()).average()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(raked.designEffect()).isCloseTo(20.0 * (19 + 25) / (24 * 24), within(1e-12));
    }

    /** 19 persons for 19/24, one for 5/24: the one weighs exactly five medians. */
    @Test
    void fiveMediansAreNotCut() {
        int[] categories = new int[20];
        categories[0] = 1;
        assertThat(Raking.weights(List.of(margin("size", 19 / 24.0, 5 / 24.0)), new int[][] {categories})
                        .trimmed())
                .isZero();
    }

    @Test
    void everyMarginIsMet() {
        Random random = new Random(71);
        for (int trial = 0; trial < 30; trial++) {
            int[][] categories = {
                random.ints(400, 0, 3).toArray(), random.ints(400, 0, 4).toArray()
            };
            List<Margin> margins = List.of(margin("region", 0.2, 0.5, 0.3), margin("size", 0.4, 0.3, 0.2, 0.1));
            RakedWeights raked = Raking.weights(margins, categories);
            assertThat(raked.trimmed()).isZero();
            for (int m = 0; m < 2; m++) {
                double[] shares = new double[margins.get(m).shares().length];
                for (int person = 0; person < 400; person++) {
                    shares[categories[m][person]] += raked.weights()[person] / 400;
                }
                assertThat(shares).containsExactly(margins.get(m).shares(), within(1e-10));
            }
        }
    }

    @Test
    void aCategoryWithoutPersonsIsNamed() {
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES), new int[][] {{0, 0}}))
                .isInstanceOf(RakingFailedException.class)
                .hasMessage("Nobody answered in \"size 1\" of margin \"size\";"
                        + " merge it with another category or leave the margin out.");
    }

    /** Both margins split the same persons, but demand another share. */
    @Test
    void marginsThatContradictEachOtherAreRefused() {
        int[][] categories = {{0, 0, 1, 1}, {0, 0, 1, 1}};
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES, margin("region", 0.6, 0.4)), categories))
                .isInstanceOf(RakingFailedException.class)
                .hasMessageStartingWith("No weights meet all margins (size, region): after 1000 rounds")
                .hasMessageEndingWith("merge categories or use fewer margins.");
    }

    @Test
    void sharesPrintedRoundedAreTakenAsMeant() {
        Margin rounded = margin("size", 0.3333333, 0.3333333, 0.3333333);
        assertThat(Arrays.stream(rounded.shares()).sum()).isCloseTo(1, within(1e-15));
        assertThat(Raking.weights(List.of(rounded, rounded), new int[][] {{0, 1, 2}, {0, 1, 2}})
                        .weights())
                .containsExactly(new double[] {1, 1, 1}, within(1e-12));
    }

    @Test
    void marginsAreChecked() {
        assertThatThrownBy(() -> margin("size", 0.5, 0.4)).hasMessageContaining("must add up to 1, were 0.9");
        assertThatThrownBy(() -> margin("size", 0.5, 0.500002)).hasMessageContaining("must add up to 1");
        assertThatThrownBy(() -> margin("size", 1, 0))
                .hasMessage("the share of \"size 1\" in margin \"size\" must be over 0, was 0.0");
        assertThatThrownBy(() -> margin("size", Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Margin("size", List.of("a"), new double[] {0.5, 0.5}))
                .hasMessageContaining("for each of 1 categories, had 2");
    }

    @Test
    void categoriesAreChecked() {
        assertThatThrownBy(() -> Raking.weights(List.of(), new int[0][])).hasMessageContaining("raking needs");
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES), new int[0][])).hasMessageContaining("raking needs");
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES), new int[1][0])).hasMessageContaining("raking needs");
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES), new int[][] {{0, 2}}))
                .hasMessage("a category of margin \"size\" must be between 0 and 1, was 2");
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES), new int[][] {{0, -1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Raking.weights(List.of(HALVES, HALVES), new int[][] {{0, 1}, {0}}))
                .hasMessageContaining("categories of 1 persons, another of 2");
    }

    /**
     * By hand: weights 2 and 1 on clusters {1, 3} and {5}: mean (2·4 + 5)/5 = 2.6; V = 2·((8 − 4·2.6)² + 2.4²)/25 =
     * 0.9216, over the floor of 0.25/3.
     */
    @Test
    void theWeightedMeanMeetsItsDefinition() {
        MeanEstimate mean = WeightedMean.of(new int[] {2, 0, 1}, new double[] {4, 0, 1}, new double[] {8, 0, 5});

        assertThat(mean.mean()).isCloseTo(2.6, within(1e-15));
        assertThat(mean.variance()).isCloseTo(0.9216, within(1e-14));
        assertThat(mean.df()).isEqualTo(1);
        assertThat(mean.n()).isEqualTo(3);
        assertThat(mean.clusters()).isEqualTo(2);
        assertThat(mean.floored()).isFalse();
    }

    @Test
    void equalWeightsOfPersonsGiveTheOrdinaryMean() {
        double[] answers = new Random(72).doubles(40, 1, 5).toArray();
        int[] sizes = new int[40];
        double[] weights = new double[40];
        double[] sums = new double[40];
        Clusters clusters = new Clusters();
        for (int i = 0; i < 40; i++) {
            sizes[i] = 1;
            weights[i] = 0.7;
            sums[i] = 0.7 * answers[i];
            clusters.add(1, answers[i]);
        }
        MeanEstimate plain = ClusteredMean.of(clusters);
        MeanEstimate weighted = WeightedMean.of(sizes, weights, sums);
        assertThat(weighted.mean()).isCloseTo(plain.mean(), within(1e-13));
        assertThat(weighted.variance()).isCloseTo(plain.variance(), within(1e-14));
        assertThat(weighted.df()).isCloseTo(plain.df(), within(1e-10));
    }

    @Test
    void equalAnswersHaveTheFloor() {
        MeanEstimate mean = WeightedMean.of(new int[] {2, 3}, new double[] {2, 1}, new double[] {8, 4});
        assertThat(mean.floored()).isTrue();
        assertThat(mean.variance()).isEqualTo(0.05);
    }

    @Test
    void aSingleClusterHasAMeanButNoVariance() {
        MeanEstimate mean = WeightedMean.of(new int[] {0, 4}, new double[] {0, 2}, new double[] {0, 6});
        assertThat(mean.mean()).isEqualTo(3);
        assertThat(mean.hasVariance()).isFalse();
    }

    @Test
    void weightedClustersAreChecked() {
        double[] one = {1};
        assertThatThrownBy(() -> WeightedMean.of(new int[2], one, one)).hasMessageContaining("were 2, 1 and 1");
        assertThatThrownBy(() -> WeightedMean.of(new int[1], one, new double[2]))
                .hasMessageContaining("1, 1 and 2");
        assertThatThrownBy(() -> WeightedMean.of(new int[1], one, one)).hasMessage("a mean needs at least one answer");
        assertThatThrownBy(() -> WeightedMean.of(new int[] {-1}, one, one)).hasMessageContaining("was -1");
        assertThatThrownBy(() -> WeightedMean.of(new int[] {1}, new double[1], one))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> WeightedMean.of(new int[] {1}, new double[] {Double.POSITIVE_INFINITY}, one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightedMean.of(new int[] {1}, one, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Margin margin(String name, double... shares) {
        List<String> categories = IntStream.range(0, shares.length)
                .mapToObj(category -> name + " " + category)
                .toList();
        return new Margin(name, categories, shares);
    }

    /** Weights 0.2, 0.2, 0.4 and 3.2 have the median 0.3, so the largest is cut to 1.5, 7.5 times the smallest. */
    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        RakedWeights raked = Raking.weights(List.of(margin("size", 0.1, 0.1, 0.8)), new int[][] {{0, 0, 1, 2}});
        double[] w = raked.weights();
        assertThat(w[2] / w[0]).isCloseTo(2, within(1e-12));
        assertThat(w[3] / w[0]).isCloseTo(7.5, within(1e-12));
        assertThat(raked.trimmed()).isEqualTo(1);
    }
}
