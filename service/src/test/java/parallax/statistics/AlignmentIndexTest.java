package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.AlignmentGroup.CUSTOMERS;
import static parallax.statistics.AlignmentGroup.MARKETING;
import static parallax.statistics.AlignmentGroup.SALES;
import static parallax.statistics.AlignmentPair.MARKETING_CUSTOMERS;
import static parallax.statistics.AlignmentPair.SALES_CUSTOMERS;
import static parallax.statistics.AlignmentPair.SALES_MARKETING;
import static parallax.statistics.ReferenceData.TOLERANCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentIndexTest {

    private static final Map<AlignmentGroup, String> AUDIENCES =
            Map.of(CUSTOMERS, "customer", SALES, "sales", MARKETING, "marketing");

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: index of all.json. */
    @ParameterizedTest
    @MethodSource("data")
    void everyIndexMeetsItsReference(ReferenceData data) throws IOException {
        JsonNode indices = new ObjectMapper()
                .readTree(data.file("expected/all.json").toFile())
                .get("index");
        assertThat(indices).isNotEmpty();
        for (JsonNode expected : indices) {
            AlignmentIndex index = index(data, expected).orElseThrow();

            assertThat(index.value()).isCloseTo(expected.get("overall").asDouble(), within(TOLERANCE));
            assertThat(index.standardError())
                    .isCloseTo(expected.get("jackknife_se").asDouble(), within(TOLERANCE));
            assertThat(index.interval().low()).isCloseTo(expected.get("lo").asDouble(), within(TOLERANCE));
            assertThat(index.interval().high()).isCloseTo(expected.get("hi").asDouble(), within(TOLERANCE));
            assertThat(index.pairs()).hasSameSizeAs(expected.get("pairs"));
            for (PairAlignment pair : index.pairs()) {
                String name = pair.pair().name().toLowerCase(Locale.ROOT).replace("customers", "customer");
                assertPair(pair, expected.get("pairs").get(name.replace('_', '-')));
            }
        }
    }

    private static void assertPair(PairAlignment pair, JsonNode expected) {
        assertThat(pair.items()).isEqualTo(expected.get("touchpoints").asInt());
        assertThat(pair.index()).isCloseTo(expected.get("index").asDouble(), within(TOLERANCE));
        assertThat(pair.elevation()).isCloseTo(expected.get("elevation").asDouble(), within(TOLERANCE));
        assertThat(pair.patternSpread()).isCloseTo(expected.get("pattern_sd").asDouble(), within(TOLERANCE));
        assertThat(pair.rankCorrelation()).isCloseTo(expected.get("spearman").asDouble(), within(TOLERANCE));
    }

    private static Optional<AlignmentIndex> index(ReferenceData data, JsonNode expected) {
        AlignmentSample sample = new AlignmentSample(data.scalePoints());
        String wave = expected.get("wave").asText();
        Map<AlignmentGroup, List<String>> places = new EnumMap<>(AlignmentGroup.class);
        AUDIENCES.forEach((group, audience) -> places.put(
                group,
                data.answers().stream()
                        .filter(answer ->
                                answer.wave().equals(wave) && answer.audience().equals(audience))
                        .map(ReferenceData.Answer::cluster)
                        .distinct()
                        .toList()));
        for (String touchpoint : data.touchpoints()) {
            Map<AlignmentGroup, ClusterColumn> columns = new HashMap<>();
            AUDIENCES.forEach((group, audience) -> {
                if (expected.get("pairs").toString().contains(audience)) {
                    columns.put(
                            group,
                            ReferenceData.column(
                                    data.select(wave, audience, "ALL", touchpoint),
                                    expected.get("measure").asText(),
                                    places.get(group)));
                }
            });
            ClusterColumn importance = ReferenceData.column(
                    data.select(wave, "customer", "ALL", touchpoint), "importance", places.get(CUSTOMERS));
            double mean = ClusteredMean.of(importance.toClusters()).mean();
            sample.add((mean - 1) / (data.scalePoints() - 1), columns);
        }
        return sample.index();
    }

    /** The definition, computed from scratch without each cluster in turn. */
    @Test
    void theJackknifeByKindsEqualsTheNaiveOne() {
        Random random = new Random(51);
        for (int trial = 0; trial < 20; trial++) {
            List<Map<AlignmentGroup, ClusterColumn>> items = new ArrayList<>();
            double[] weights = random.doubles(5, 0.1, 1).toArray();
            for (int item = 0; item < 5; item++) {
                Map<AlignmentGroup, ClusterColumn> columns = new EnumMap<>(AlignmentGroup.class);
                columns.put(CUSTOMERS, randomColumn(random, 40, 4));
                columns.put(SALES, randomColumn(random, 8, 1));
                columns.put(MARKETING, randomColumn(random, 12, 1));
                items.add(columns);
            }
            AlignmentIndex index = sample(weights, items).index().orElseThrow();
            double variance = 0;
            for (AlignmentGroup group : AlignmentGroup.values()) {
                variance += naiveVariance(weights, items, group);
            }
            assertThat(index.standardError()).isCloseTo(Math.sqrt(variance), within(1e-9));
        }
    }

    private static double naiveVariance(
            double[] weights, List<Map<AlignmentGroup, ClusterColumn>> items, AlignmentGroup group) {
        int clusters = items.get(0).get(group).clusters();
        double[] values = new double[clusters];
        for (int cluster = 0; cluster < clusters; cluster++) {
            int left = cluster;
            values[cluster] = sample(
                            weights,
                            items.stream()
                                    .map(columns -> {
                                        Map<AlignmentGroup, ClusterColumn> fewer = new EnumMap<>(columns);
                                        fewer.put(group, without(columns.get(group), left));
                                        return fewer;
                                    })
                                    .toList())
                    .index()
                    .orElseThrow()
                    .value();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        return (clusters - 1.0)
                / clusters
                * Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    private static ClusterColumn without(ClusterColumn column, int cluster) {
        int[] sizes = column.sizes().clone();
        double[] sums = column.sums().clone();
        sizes[cluster] = 0;
        sums[cluster] = 0;
        return new ClusterColumn(sizes, sums);
    }

    private static AlignmentSample sample(double[] weights, List<Map<AlignmentGroup, ClusterColumn>> items) {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < weights.length; item++) {
            sample.add(weights[item], items.get(item));
        }
        return sample;
    }

    /** Place 0 answers everything, so that every cluster counts in the naive computation, too. */
    private static ClusterColumn randomColumn(Random random, int clusters, int largest) {
        int[] sizes = random.ints(clusters, 1, largest + 1).toArray();
        double[] sums = new double[clusters];
        for (int i = 0; i < clusters; i++) {
            sums[i] = random.ints(sizes[i], 1, 6).sum();
        }
        return new ClusterColumn(sizes, sums);
    }

    /**
     * By hand: Sales says 4, 3, 2 where customers say 3, 3, 3, many answers and no spread. Q = 2/3, index 100(1 −
     * √(2/3)/4); elevation 0, pattern spread √(2/3). Weights 1, 1, 0 give Q = ½, elevation ½, spread ½.
     */
    @Test
    void thePartsMeetTheirDefinition() {
        AlignmentSample equal = new AlignmentSample(5);
        AlignmentSample unequal = new AlignmentSample(5);
        double[] weights = {1, 1, 0};
        for (int item = 0; item < 3; item++) {
            Map<AlignmentGroup, ClusterColumn> columns = Map.of(SALES, constant(4 - item), CUSTOMERS, constant(3));
            equal.add(1, columns);
            unequal.add(weights[item], columns);
        }

        AlignmentIndex index = equal.index().orElseThrow();
        assertThat(index.value()).isCloseTo(100 * (1 - Math.sqrt(2 / 3.0) / 4), within(1e-12));
        assertThat(index.standardError()).isCloseTo(0, within(1e-12));
        assertThat(index.interval().halfWidth()).isCloseTo(0, within(1e-10));
        PairAlignment pair = index.find(SALES_CUSTOMERS).orElseThrow();
        assertThat(pair.index()).isEqualTo(index.value());
        assertThat(pair.elevation()).isCloseTo(0, within(1e-15));
        assertThat(pair.patternSpread()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-14));
        assertThat(pair.hasRankCorrelation()).isFalse();
        assertThat(index.find(SALES_MARKETING)).isEmpty();

        PairAlignment weighted = unequal.index().orElseThrow().pairs().get(0);
        assertThat(weighted.index()).isCloseTo(100 * (1 - Math.sqrt(0.5) / 4), within(1e-12));
        assertThat(weighted.elevation()).isCloseTo(0.5, within(1e-15));
        assertThat(weighted.patternSpread()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void theIndexIsOfTheMeanSquareOfAllPairs() {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < 3; item++) {
            sample.add(1, Map.of(SALES, constant(4), MARKETING, constant(3), CUSTOMERS, constant(2)));
        }
        AlignmentIndex index = sample.index().orElseThrow();
        assertThat(index.value()).isCloseTo(100 * (1 - Math.sqrt(2) / 4), within(1e-12));
        assertThat(index.find(SALES_CUSTOMERS).orElseThrow().elevation()).isEqualTo(2);
        assertThat(index.find(MARKETING_CUSTOMERS).orElseThrow().index()).isEqualTo(75);
        assertThat(index.find(SALES_MARKETING).orElseThrow().elevation()).isEqualTo(1);
    }

    @Test
    void noiseAloneDoesNotLowerTheIndex() {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < 3; item++) {
            sample.add(1, Map.of(SALES, singles(2, 4, 4), CUSTOMERS, singles(4, 2, 3)));
        }
        AlignmentIndex index = sample.index().orElseThrow();
        assertThat(index.value()).isEqualTo(100);
        assertThat(index.hasInterval()).isTrue();
        assertThat(index.interval().high()).isEqualTo(100);
    }

    @Test
    void anIndexNeedsThreeItemsOfSomePair() {
        AlignmentSample sample = new AlignmentSample(5);
        Map<AlignmentGroup, ClusterColumn> both = Map.of(SALES, constant(3), CUSTOMERS, constant(3));
        assertThat(sample.index()).isEmpty();
        sample.add(1, both);
        sample.add(1, both);
        sample.add(1, Map.of(CUSTOMERS, constant(3)));
        sample.add(1, Map.of(CUSTOMERS, constant(3), SALES, onlyOneAnswers()));
        assertThat(sample.index()).isEmpty();
        sample.add(1, both);
        assertThat(sample.index().orElseThrow().pairs().get(0).items()).isEqualTo(3);
    }

    @Test
    void aPairWithTooFewItemsDoesNotCount() {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < 3; item++) {
            sample.add(
                    1,
                    item == 0
                            ? Map.of(SALES, constant(3), CUSTOMERS, constant(3), MARKETING, constant(5))
                            : Map.of(SALES, constant(3), CUSTOMERS, constant(3)));
        }
        AlignmentIndex index = sample.index().orElseThrow();
        assertThat(index.value()).isEqualTo(100);
        assertThat(index.pairs()).hasSize(1);
    }

    @Test
    void itemsWithoutAnyImportanceGiveNoIndex() {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < 3; item++) {
            sample.add(0, Map.of(SALES, constant(3), CUSTOMERS, constant(4)));
        }
        assertThat(sample.index()).isEmpty();
    }

    @Test
    void twoPersonsGiveAnIndexWithoutInterval() {
        AlignmentSample sample = new AlignmentSample(5);
        for (int item = 0; item < 3; item++) {
            sample.add(1, Map.of(SALES, singles(4, 5), CUSTOMERS, constant(1)));
        }
        AlignmentIndex index = sample.index().orElseThrow();
        assertThat(index.value()).isBetween(0.0, 100.0);
        assertThat(index.hasInterval()).isFalse();
        assertThatThrownBy(() -> index.interval()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFloorEndsAtThirtyAnswersWithoutOneClusterToo() {
        assertThat(new LeaveOneOut(constants(30)).all().floored()).isFalse();
        assertThat(new LeaveOneOut(constants(30)).varianceWithout(0)).isEqualTo(0.25 / 29);
        assertThat(new LeaveOneOut(constants(31)).varianceWithout(0)).isZero();
        assertThat(new LeaveOneOut(constants(3)).varianceWithout(0)).isEqualTo(0.125);
        assertThat(new LeaveOneOut(constants(2)).varianceWithout(0)).isNaN();
    }

    @Test
    void theOrderOfClustersDoesNotChangeADigit() {
        Random random = new Random(52);
        for (int trial = 0; trial < 20; trial++) {
            AlignmentSample sample = new AlignmentSample(5);
            AlignmentSample turned = new AlignmentSample(5);
            for (int item = 0; item < 4; item++) {
                ClusterColumn customers = randomColumn(random, 50, 5);
                ClusterColumn sales = randomColumn(random, 9, 1);
                sample.add(0.5, Map.of(CUSTOMERS, customers, SALES, sales));
                turned.add(0.5, Map.of(CUSTOMERS, turned(customers), SALES, turned(sales)));
            }
            assertThat(turned.index()).isEqualTo(sample.index());
        }
    }

    private static ClusterColumn turned(ClusterColumn column) {
        int n = column.clusters();
        int[] sizes = new int[n];
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = column.sizes()[n - 1 - i];
            sums[i] = column.sums()[n - 1 - i];
        }
        return new ClusterColumn(sizes, sums);
    }

    /** Shifting everybody changes no gap; turning the scale round turns the elevation only. */
    @Test
    void theIndexIsOfGapsOnly() {
        Random random = new Random(53);
        AlignmentSample sample = new AlignmentSample(5);
        AlignmentSample reversed = new AlignmentSample(5);
        for (int item = 0; item < 4; item++) {
            ClusterColumn customers = randomColumn(random, 30, 3);
            ClusterColumn sales = randomColumn(random, 7, 1);
            sample.add(1, Map.of(CUSTOMERS, customers, SALES, sales));
            reversed.add(1, Map.of(CUSTOMERS, reversed(customers), SALES, reversed(sales)));
        }
        AlignmentIndex one = sample.index().orElseThrow();
        AlignmentIndex other = reversed.index().orElseThrow();
        assertThat(other.value()).isCloseTo(one.value(), within(1e-10));
        assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-10));
        assertThat(other.pairs().get(0).elevation())
                .isCloseTo(-one.pairs().get(0).elevation(), within(1e-12));
        assertThat(other.pairs().get(0).patternSpread())
                .isCloseTo(one.pairs().get(0).patternSpread(), within(1e-12));
        assertThat(other.pairs().get(0).rankCorrelation())
                .isCloseTo(one.pairs().get(0).rankCorrelation(), within(1e-12));
    }

    private static ClusterColumn reversed(ClusterColumn column) {
        double[] sums = new double[column.clusters()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 6 * column.sizes()[i] - column.sums()[i];
        }
        return new ClusterColumn(column.sizes(), sums);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.000001, Double.NaN})
    void aWeightLiesBetweenZeroAndOne(double weight) {
        AlignmentSample sample = new AlignmentSample(5);
        assertThatThrownBy(() -> sample.add(weight, Map.of())).hasMessage("a weight must lie in [0, 1], was " + weight);
    }

    @Test
    void columnsOfAGroupHaveTheSameClusters() {
        AlignmentSample sample = new AlignmentSample(5);
        sample.add(1, Map.of(SALES, singles(1, 2)));
        assertThatThrownBy(() -> sample.add(1, Map.of(SALES, singles(1, 2, 3))))
                .hasMessage("every column of SALES must have 2 clusters, one has 3");
        assertThatThrownBy(() -> new AlignmentSample(1)).hasMessageContaining("at least 2 points, was 1");
    }

    /** Spearman's ρ by hand: ranks 1 2.5 2.5 4 against 4 1 2 3 give −1.5/√(4.5·5). */
    @Test
    void tiesShareTheirMeanRank() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 2, 7}, new double[] {9, 1, 3, 4}))
                .isCloseTo(-1.5 / Math.sqrt(4.5 * 5), within(1e-15));
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {5, 6, 9}))
                .isEqualTo(1);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {9, 6, 5}))
                .isEqualTo(-1);
        assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {9, 6, 5}))
                .isNaN();
    }

    /** Forty single answers, so that no floor holds. */
    private static ClusterColumn constant(double rating) {
        double[] answers = new double[40];
        Arrays.fill(answers, rating);
        return singles(answers);
    }

    private static ClusterColumn onlyOneAnswers() {
        int[] sizes = new int[40];
        double[] sums = new double[40];
        sizes[7] = 1;
        sums[7] = 3;
        return new ClusterColumn(sizes, sums);
    }

    private static ClusterColumn constants(int n) {
        return singles(new double[n]);
    }

    private static ClusterColumn singles(double... answers) {
        int[] sizes = new int[answers.length];
        Arrays.fill(sizes, 1);
        return new ClusterColumn(sizes, answers);
    }

    @Test
    void aScaleOfTwoPointsHasAnIndex() {
        AlignmentSample sample = new AlignmentSample(2);
        for (int item = 0; item < 3; item++) {
            sample.add(1, Map.of(SALES, constant(2), CUSTOMERS, constant(1)));
        }
        assertThat(sample.index().orElseThrow().value()).isZero();
    }
}
