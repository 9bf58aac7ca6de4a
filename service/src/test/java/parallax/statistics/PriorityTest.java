package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns priority, priority_se, priority_df, rank, rank_lo, rank_hi of service.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyPriorityMeetsItsReference(ReferenceData data) {
        for (List<NamedCsvRecord> rows : ReferenceData.tables(data.expected("service"))) {
            List<MeanEstimate> unsuppressed = new ArrayList<>();
            List<NamedCsvRecord> ranked = new ArrayList<>();
            for (NamedCsvRecord row : rows) {
                MeanEstimate score = score(data, row);
                assertThat(score.mean()).isCloseTo(number(row, "priority"), within(TOLERANCE));
                assertThat(score.asDifference().standardError())
                        .isCloseTo(number(row, "priority_se"), within(TOLERANCE));
                assertThat(score.df()).isCloseTo(number(row, "priority_df"), within(TOLERANCE));
                if (row.getField("suppressed").equals("FALSE")) {
                    unsuppressed.add(score);
                    ranked.add(row);
                }
            }
            List<Priority> ranks = Priority.rank(unsuppressed, 0.90);
            for (int i = 0; i < ranks.size(); i++) {
                NamedCsvRecord row = ranked.get(i);
                assertThat(ranks.get(i))
                        .isEqualTo(new Priority(
                                (int) number(row, "rank"), (int) number(row, "rank_lo"), (int) number(row, "rank_hi")));
            }
        }
    }

    private static MeanEstimate score(ReferenceData data, NamedCsvRecord row) {
        Map<String, double[]> byAccount = new TreeMap<>();
        for (ReferenceData.Answer answer :
                data.select(row.getField("wave"), "customer", row.getField("segment"), row.getField("touchpoint"))) {
            if (answer.isPair()) {
                double[] sums = byAccount.computeIfAbsent(answer.cluster(), key -> new double[2]);
                sums[0]++;
                sums[1] += Priority.score(answer.importance(), answer.experience(), data.scalePoints());
            }
        }
        Clusters clusters = new Clusters();
        byAccount.values().forEach(sums -> clusters.add((int) sums[0], sums[1]));
        return ClusteredMean.of(clusters);
    }

    @ParameterizedTest
    @CsvSource({"5,1,5,100", "1,1,5,0", "5,5,5,0", "3,3,5,25", "7,1,7,100", "4,6,7,8.333333333333334"})
    void thePriorityGrowsWithImportanceAndFallsWithExperience(
            double importance, double experience, int scalePoints, double score) {
        assertThat(Priority.score(importance, experience, scalePoints)).isCloseTo(score, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.9,3,5", "5.1,3,5", "3,0.9,5", "3,5.1,5", "NaN,3,5", "3,NaN,5", "1,1,1"})
    void ratingsLieOnTheScale(double importance, double experience, int scalePoints) {
        assertThatThrownBy(() -> Priority.score(importance, experience, scalePoints))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be between 1 and " + scalePoints);
    }

    /**
     * By hand: with three scores and a joint 90 % each interval is one of 96.67 %, which for so many degrees of freedom
     * reaches 2.128 standard errors (normal quantile of 0.98333).
     */
    @ParameterizedTest
    @CsvSource({"4.2,1,2", "4.3,1,1"})
    void rangesEndWhereIntervalsPart(double lead, int lowest, int highest) {
        List<Priority> ranks = Priority.rank(List.of(estimate(50 + lead), estimate(50), estimate(20)), 0.90);

        assertThat(ranks.get(0)).isEqualTo(new Priority(1, lowest, highest));
        assertThat(ranks.get(1)).isEqualTo(new Priority(2, highest == 2 ? 1 : 2, 2));
        assertThat(ranks.get(2)).isEqualTo(new Priority(3, 3, 3));
    }

    @Test
    void equalScoresShareTheSmallerRank() {
        List<Priority> ranks = Priority.rank(List.of(estimate(10), estimate(30), estimate(30), estimate(50)), 0.90);
        assertThat(ranks).extracting(Priority::rank).containsExactly(4, 2, 2, 1);
    }

    @Test
    void aScoreWithoutVarianceMayHaveAnyRank() {
        MeanEstimate oneAccount = new MeanEstimate(9, 1, 99, Double.NaN, Double.NaN, false);
        List<Priority> ranks = Priority.rank(List.of(oneAccount, estimate(50), estimate(20)), 0.90);
        assertThat(ranks).containsExactly(new Priority(1, 1, 3), new Priority(2, 1, 2), new Priority(3, 2, 3));
    }

    @Test
    void aSingleItemIsFirstAndNoneHasNoRank() {
        assertThat(Priority.rank(List.of(estimate(7)), 0.90)).containsExactly(new Priority(1, 1, 1));
        assertThat(Priority.rank(List.of(), 0.90)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void confidenceLiesBetweenZeroAndOne(double confidence) {
        assertThatThrownBy(() -> Priority.rank(List.of(), confidence)).hasMessageContaining("confidence");
    }

    /** A score with a standard error of 1 and so many degrees of freedom that t is normal. */
    private static MeanEstimate estimate(double mean) {
        return new MeanEstimate(1_000_000, 1_000_000, mean, 1, 1e9, false);
    }

    /** Intervals of no width meet themselves and each other, but none lies above another. */
    @Test
    void equalScoresKnownExactlyShareTheirRange() {
        MeanEstimate exact = new MeanEstimate(40, 40, 25, 0, 39, false);
        assertThat(Priority.rank(List.of(exact, exact), 0.90))
                .containsExactly(new Priority(1, 1, 2), new Priority(1, 1, 2));
    }

    @Test
    void scoresEqualButForRoundingShareARank() {
        List<Priority> ranks = Priority.rank(List.of(estimate(30.2), estimate(30.2 + 1e-14)), 0.90);
        assertThat(ranks).extracting(Priority::rank).containsExactly(1, 1);
    }

    @Test
    void aScaleOfTwoPointsHasPriorities() {
        assertThat(Priority.score(2, 1, 2)).isEqualTo(100);
    }
}
