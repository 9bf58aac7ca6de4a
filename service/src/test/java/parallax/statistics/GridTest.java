package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.Quadrant.CONCENTRATE_HERE;
import static parallax.statistics.Quadrant.KEEP_UP;
import static parallax.statistics.Quadrant.LOW_PRIORITY;
import static parallax.statistics.Quadrant.POSSIBLE_OVERKILL;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GridTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns q_*, d_*, quadrant, quadrant_mid, quadrant_firm and below_diagonal of service.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyPositionMeetsItsReference(ReferenceData data) {
        for (List<NamedCsvRecord> table : ReferenceData.tables(data.expected("service"))) {
            List<NamedCsvRecord> rows = table.stream()
                    .filter(row -> row.getField("suppressed").equals("FALSE"))
                    .toList();
            if (rows.isEmpty()) {
                continue;
            }
            List<ClusterColumn> importance = columns(data, rows, "importance");
            List<ClusterColumn> experience = columns(data, rows, "experience");
            LineDistances importanceLine = line(importance);
            LineDistances experienceLine = line(experience);
            for (int i = 0; i < rows.size(); i++) {
                NamedCsvRecord row = rows.get(i);
                GridPosition position = new GridPosition(
                        mean(importance.get(i)),
                        mean(experience.get(i)),
                        importanceLine.distance(i),
                        experienceLine.distance(i));
                assertThat(importanceLine.line()).isCloseTo(number(row, "q_imp_line"), within(TOLERANCE));
                assertThat(experienceLine.line()).isCloseTo(number(row, "q_perf_line"), within(TOLERANCE));
                assertDistance(position.aboveImportanceLine(), row, "d_imp");
                assertDistance(position.aboveExperienceLine(), row, "d_perf");
                assertPlace(position, row, data.scalePoints());
            }
        }
    }

    private static void assertDistance(Difference distance, NamedCsvRecord row, String column) {
        assertThat(distance.value()).isCloseTo(number(row, column), within(TOLERANCE));
        assertThat(distance.interval(0.90).low()).isCloseTo(number(row, column + "_lo"), within(TOLERANCE));
        assertThat(distance.interval(0.90).high()).isCloseTo(number(row, column + "_hi"), within(TOLERANCE));
    }

    private static void assertPlace(GridPosition position, NamedCsvRecord row, int scalePoints) {
        assertThat(words(position.quadrant())).isEqualTo(row.getField("quadrant"));
        assertThat(words(position.quadrantAtMidpoint(scalePoints))).isEqualTo(row.getField("quadrant_mid"));
        assertThat(String.valueOf(position.isFirm(0.90))).isEqualToIgnoringCase(row.getField("quadrant_firm"));
        assertThat(String.valueOf(position.isBelowDiagonal())).isEqualToIgnoringCase(row.getField("below_diagonal"));
    }

    private static String words(Quadrant quadrant) {
        return quadrant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<ClusterColumn> columns(ReferenceData data, List<NamedCsvRecord> rows, String measure) {
        List<List<ReferenceData.Answer>> pairs = rows.stream()
                .map(
                        row -> data
                                .select(
                                        row.getField("wave"),
                                        "customer",
                                        row.getField("segment"),
                                        row.getField("touchpoint"))
                                .stream()
                                .filter(ReferenceData.Answer::isPair)
                                .toList())
                .toList();
        List<String> places = pairs.stream()
                .flatMap(List::stream)
                .map(ReferenceData.Answer::cluster)
                .distinct()
                .sorted()
                .toList();
        return pairs.stream()
                .map(answers -> ReferenceData.column(answers, measure, places))
                .toList();
    }

    /** In two parts: how clusters are cut must not matter. */
    private static LineDistances line(List<ClusterColumn> columns) {
        LineDistances line = new LineDistances(
                columns.stream().mapToDouble(GridTest::mean).toArray(),
                columns.stream()
                        .mapToInt(column -> column.toClusters().answers())
                        .toArray());
        int clusters = columns.get(0).clusters();
        line.add(columns.stream().map(column -> part(column, 0, clusters / 3)).toList());
        line.add(columns.stream()
                .map(column -> part(column, clusters / 3, clusters))
                .toList());
        return line;
    }

    private static ClusterColumn part(ClusterColumn column, int from, int to) {
        return new ClusterColumn(
                Arrays.copyOfRange(column.sizes(), from, to), Arrays.copyOfRange(column.sums(), from, to));
    }

    private static double mean(ClusterColumn column) {
        return ClusteredMean.of(column.toClusters()).mean();
    }

    /**
     * By hand: two persons, items A = 1, 3 and B = 5, 5. Line 3.5; ψ of A is ±½·½, so V = 2·(2·(1/4)²) = ¼ and df = 1; B
     * differs from the line by the same half of A's influence.
     */
    @Test
    void aDistanceIsALinearCombinationOfMeans() {
        ClusterColumn a = new ClusterColumn(new int[] {1, 1}, new double[] {1, 3});
        ClusterColumn b = new ClusterColumn(new int[] {1, 1}, new double[] {5, 5});
        LineDistances line = line(List.of(a, b));

        assertThat(line.line()).isEqualTo(3.5);
        assertThat(line.distance(0)).isEqualTo(new Difference(-1.5, 0.25, 1));
        assertThat(line.distance(1)).isEqualTo(new Difference(1.5, 0.25, 1));
    }

    @Test
    void accountsSilentOnAnItemCountIfTheyAnsweredAnother() {
        ClusterColumn a = new ClusterColumn(new int[] {1, 1, 0, 0}, new double[] {1, 3, 0, 0});
        ClusterColumn b = new ClusterColumn(new int[] {0, 1, 2, 0}, new double[] {0, 5, 10, 0});
        assertThat(line(List.of(a, b)).distance(0).df()).isEqualTo(2);
    }

    @Test
    void theOnlyItemIsTheLine() {
        ClusterColumn a = new ClusterColumn(new int[] {2, 1}, new double[] {5, 3});
        assertThat(line(List.of(a)).distance(0)).isEqualTo(new Difference(0, 0, 1));
    }

    @Test
    void aSingleAccountGivesADistanceWithoutVariance() {
        ClusterColumn a = new ClusterColumn(new int[] {0, 2}, new double[] {0, 4});
        ClusterColumn b = new ClusterColumn(new int[] {0, 2}, new double[] {0, 8});
        Difference distance = line(List.of(a, b)).distance(0);
        assertThat(distance.value()).isEqualTo(-1);
        assertThat(distance.hasVariance()).isFalse();
        assertThat(new GridPosition(2, 4, distance, distance).possibleQuadrants(0.90))
                .hasSize(4);
    }

    @Test
    void aGridIsCheckedBeforeItIsUsed() {
        ClusterColumn longer = new ClusterColumn(new int[] {1, 1, 1}, new double[] {1, 1, 1});
        ClusterColumn shorter = new ClusterColumn(new int[] {1, 1}, new double[] {1, 1});
        assertThatThrownBy(() -> new LineDistances(new double[0], new int[0])).hasMessageContaining("were 0 and 0");
        assertThatThrownBy(() -> new LineDistances(new double[] {3}, new int[] {1, 2}))
                .hasMessageContaining("were 1 and 2");
        assertThatThrownBy(() -> new LineDistances(new double[] {3}, new int[] {0}))
                .hasMessageContaining("at least one answer");
        LineDistances line = new LineDistances(new double[] {1, 1}, new int[] {2, 3});
        assertThatThrownBy(() -> line.add(List.of(shorter))).hasMessage("the line has 2 items, the clusters had 1");
        assertThatThrownBy(() -> line.add(List.of(shorter, longer)))
                .hasMessage("the column must have 2 clusters, had 3");
    }

    @Test
    void aMeanOnTheLineCountsAsHigh() {
        assertThat(position(0, 0, 0).quadrant()).isEqualTo(KEEP_UP);
        assertThat(position(-1e-15, -1e-15, 0).quadrant()).isEqualTo(KEEP_UP);
        assertThat(position(-1e-9, 0, 0).quadrant()).isEqualTo(POSSIBLE_OVERKILL);
        assertThat(position(0, -1e-9, 0).quadrant()).isEqualTo(CONCENTRATE_HERE);
        assertThat(position(-1, -1, 0).quadrant()).isEqualTo(LOW_PRIORITY);
    }

    @Test
    void theMidpointIsTheMiddleOfTheScale() {
        Difference any = new Difference(1, 1, 5);
        assertThat(new GridPosition(3, 3, any, any).quadrantAtMidpoint(5)).isEqualTo(KEEP_UP);
        assertThat(new GridPosition(2.99, 3, any, any).quadrantAtMidpoint(5)).isEqualTo(POSSIBLE_OVERKILL);
        assertThat(new GridPosition(3, 2.99, any, any).quadrantAtMidpoint(5)).isEqualTo(CONCENTRATE_HERE);
        assertThat(new GridPosition(3.99, 3.99, any, any).quadrantAtMidpoint(7)).isEqualTo(LOW_PRIORITY);
        assertThat(new GridPosition(5.5, 5.5, any, any).quadrantAtMidpoint(10)).isEqualTo(KEEP_UP);
        assertThat(new GridPosition(4 - 1e-15, 4 - 1e-15, any, any).quadrantAtMidpoint(7))
                .isEqualTo(KEEP_UP);
    }

    /** With variance 1 and so many degrees of freedom the 90 % interval reaches 1.645 to both sides. */
    @Test
    void aFieldIsFirmOnlyIfBothDistancesAre() {
        assertThat(position(1.7, 1.7, 1).isFirm(0.90)).isTrue();
        assertThat(position(-1.7, -1.7, 1).possibleQuadrants(0.90)).containsExactly(LOW_PRIORITY);
        assertThat(position(1.6, 1.7, 1).isFirm(0.90)).isFalse();
        assertThat(position(1.6, 1.7, 1).possibleQuadrants(0.90)).containsExactlyInAnyOrder(KEEP_UP, POSSIBLE_OVERKILL);
        assertThat(position(1.7, -1.6, 1).possibleQuadrants(0.90)).containsExactlyInAnyOrder(CONCENTRATE_HERE, KEEP_UP);
        assertThat(position(-1.6, -1.6, 1).possibleQuadrants(0.90)).hasSize(4);
        assertThat(position(1e-15, -1e-15, 0).isFirm(0.90)).isFalse();
        assertThat(position(0.1, -0.1, 0).isFirm(0.90)).isTrue();
    }

    @Test
    void theDiagonalIsThatOfTheServiceGap() {
        Difference any = new Difference(1, 1, 5);
        assertThat(new GridPosition(4, 3.9, any, any).isBelowDiagonal()).isTrue();
        assertThat(new GridPosition(4, 4, any, any).isBelowDiagonal()).isFalse();
        assertThat(new GridPosition(4, 4 - 1e-15, any, any).isBelowDiagonal()).isFalse();
        assertThat(new GridPosition(3.9, 4, any, any).isBelowDiagonal()).isFalse();
    }

    @Test
    void shiftingEveryAnswerMovesTheLineAndNoDistance() {
        Random random = new Random(41);
        for (int trial = 0; trial < 30; trial++) {
            int[][] sizes = new int[6][];
            double[][] sums = new double[6][20];
            double[][] shifted = new double[6][20];
            for (int item = 0; item < 6; item++) {
                sizes[item] = random.ints(20, 0, 4).toArray();
                sizes[item][0] = 1;
                for (int i = 0; i < 20; i++) {
                    sums[item][i] = random.ints(sizes[item][i], 1, 6).sum();
                    shifted[item][i] = sums[item][i] + 2.0 * sizes[item][i];
                }
            }
            assertShifted(sizes, sums, shifted);
        }
    }

    private static void assertShifted(int[][] sizes, double[][] sums, double[][] shifted) {
        LineDistances line = line(columns(sizes, sums));
        LineDistances other = line(columns(sizes, shifted));
        assertThat(other.line()).isCloseTo(line.line() + 2, within(1e-13));
        double total = 0;
        for (int item = 0; item < 6; item++) {
            Difference one = line.distance(item);
            Difference two = other.distance(item);
            assertThat(two.value()).isCloseTo(one.value(), within(1e-13));
            assertThat(two.variance()).isCloseTo(one.variance(), within(1e-14));
            assertThat(two.df()).isEqualTo(one.df());
            total += one.value();
        }
        assertThat(total).isCloseTo(0, within(1e-13));
    }

    private static List<ClusterColumn> columns(int[][] sizes, double[][] sums) {
        return IntStream.range(0, sizes.length)
                .mapToObj(item -> new ClusterColumn(sizes[item], sums[item]))
                .toList();
    }

    private static GridPosition position(double importance, double experience, double variance) {
        return new GridPosition(
                3, 3, new Difference(importance, variance, 1e9), new Difference(experience, variance, 1e9));
    }
}
