package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetPromoterScoreTest {

    private static final Map<String, Integer> SCALE_POINTS = Map.of("CSAT", 5, "CES", 7);

    private final ReferenceData data = ReferenceData.ordinary();

    /** R: rows NPS of nps.csv. */
    @Test
    void everyScoreMeetsItsReference() {
        List<NamedCsvRecord> rows = rows("NPS");
        assertThat(rows).hasSize(2);
        for (NamedCsvRecord row : rows) {
            List<ReferenceData.Answer> answers = data.select(row.getField("wave"), "customer", "ALL", "_nps");
            NetPromoterScore score = NetPromoterScore.of(
                    ReferenceData.counts(answers, "experience", 10),
                    ReferenceData.clusters(answers, "experience", answer -> NetPromoterScore.net((int) answer)));

            assertThat(score.value()).isCloseTo(number(row, "value"), within(TOLERANCE));
            assertThat(score.effectiveN()).isCloseTo(number(row, "n_eff"), within(TOLERANCE));
            assertThat(score.interval(0.95).low()).isCloseTo(number(row, "lo"), within(TOLERANCE));
            assertThat(score.interval(0.95).high()).isCloseTo(number(row, "hi"), within(TOLERANCE));
            assertThat(score.n()).isEqualTo(Integer.parseInt(row.getField("n")));
            assertThat(score.clusters()).isEqualTo(Integer.parseInt(row.getField("n_accounts")));
            assertThat(row.getField("extra"))
                    .startsWith("promoters %.6f detractors %.6f".formatted(score.promoters(), score.detractors()));
        }
    }

    /** R: rows CSAT and CES of nps.csv; top-2 share of 1–5 and 1–7 with the mean and its interval beside it. */
    @Test
    void satisfactionAndEffortAreTopTwoSharesAndMeans() {
        for (String metric : SCALE_POINTS.keySet()) {
            int scalePoints = SCALE_POINTS.get(metric);
            for (NamedCsvRecord row : rows(metric)) {
                List<ReferenceData.Answer> answers =
                        data.select(row.getField("wave"), "customer", "ALL", metric.equals("CES") ? "_ces" : "_csat");
                Share share = Share.of(ReferenceData.clusters(
                        answers, "experience", rating -> Share.isTopTwo(rating, scalePoints) ? 1 : 0));
                MeanEstimate mean = ClusteredMean.of(ReferenceData.clusters(answers, "experience", rating -> rating));
                Interval interval = mean.interval(0.95, 1, scalePoints);

                assertThat(100 * share.value()).isCloseTo(number(row, "value"), within(TOLERANCE));
                assertThat(share.effectiveN()).isCloseTo(number(row, "n_eff"), within(TOLERANCE));
                assertThat(100 * share.interval(0.95).low()).isCloseTo(number(row, "lo"), within(TOLERANCE));
                assertThat(100 * share.interval(0.95).high()).isCloseTo(number(row, "hi"), within(TOLERANCE));
                assertThat(row.getField("extra"))
                        .isEqualTo("mean %.6f ci %.6f %.6f".formatted(mean.mean(), interval.low(), interval.high()));
            }
        }
    }

    /** By hand: n = 4, P = ½, D = ¼; n' = 7, P' = 2.75/7, D' = 1.75/7; 1/7 ± 1.959964·√((4.5/7 − 1/49)/7). */
    @Test
    void theIntervalIsAdjustedByThreeAnswers() {
        NetPromoterScore score = ofPersons(9, 10, 7, 6);

        assertThat(score.value()).isEqualTo(25);
        assertThat(score.effectiveN()).isEqualTo(4);
        double reach = 1.959963984540054 * Math.sqrt((4.5 / 7 - 1 / 49.0) / 7);
        assertThat(score.interval(0.95).low()).isCloseTo(100 * (1 / 7.0 - reach), within(1e-10));
        assertThat(score.interval(0.95).high()).isCloseTo(100 * (1 / 7.0 + reach), within(1e-10));
    }

    @Test
    void ninePromotesSevenIsPassiveSixDetracts() {
        assertThat(NetPromoterScore.net(10)).isEqualTo(1);
        assertThat(NetPromoterScore.net(9)).isEqualTo(1);
        assertThat(NetPromoterScore.net(8)).isZero();
        assertThat(NetPromoterScore.net(7)).isZero();
        assertThat(NetPromoterScore.net(6)).isEqualTo(-1);
        assertThat(NetPromoterScore.net(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void anAnswerOutsideTheScaleIsRefused(int answer) {
        assertThatThrownBy(() -> NetPromoterScore.net(answer))
                .hasMessage("a recommendation must be between 0 and 10, was " + answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 8, 3})
    void answersOfOneKindCountAccounts(int answer) {
        Clusters net = new Clusters();
        net.add(3, 3 * NetPromoterScore.net(answer), 4);
        int[] answers = new int[11];
        answers[answer] = 12;

        NetPromoterScore score = NetPromoterScore.of(answers, net);

        assertThat(score.effectiveN()).isEqualTo(4);
        assertThat(score.interval(0.95).low())
                .isBetween(-100.0, score.interval(0.95).high());
    }

    /** Promoters and detractors cancel in every account, so the score does not vary between accounts. */
    @Test
    void halfPromotersAndHalfDetractorsAreNotOneKind() {
        Clusters net = new Clusters();
        net.add(2, 0, 5);
        int[] answers = new int[11];
        answers[0] = 5;
        answers[10] = 5;

        assertThat(NetPromoterScore.of(answers, net).effectiveN()).isEqualTo(10);
    }

    @Test
    void anIntervalDoesNotLeaveTheScale() {
        NetPromoterScore score = ofPersons(10, 10);
        assertThat(score.interval(0.999).high()).isEqualTo(100);
        NetPromoterScore low = ofPersons(0, 0);
        assertThat(low.interval(0.999).low()).isEqualTo(-100);
    }

    @Test
    void aSingleClusterHasAScoreButNoInterval() {
        Clusters net = new Clusters();
        net.add(2, 0);
        int[] answers = new int[11];
        answers[0] = 1;
        answers[10] = 1;
        NetPromoterScore score = NetPromoterScore.of(answers, net);

        assertThat(score.value()).isZero();
        assertThat(score.hasInterval()).isFalse();
        assertThatThrownBy(() -> score.interval(0.95)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsAndClustersAreOfTheSameAnswers() {
        Clusters net = new Clusters();
        net.add(1, 1);
        assertThatThrownBy(() -> NetPromoterScore.of(new int[11], net)).hasMessageContaining("the same answers");
        int[] detractor = new int[11];
        detractor[0] = 1;
        assertThatThrownBy(() -> NetPromoterScore.of(detractor, net)).hasMessageContaining("the same answers");
        assertThatThrownBy(() -> NetPromoterScore.of(new int[10], net)).hasMessageContaining("11 counts, were 10");
        int[] negative = new int[11];
        negative[9] = 2;
        negative[10] = -1;
        assertThatThrownBy(() -> NetPromoterScore.of(negative, net)).hasMessageContaining("at least 0, was -1");
    }

    private List<NamedCsvRecord> rows(String metric) {
        return data.expected("nps").stream()
                .filter(row -> row.getField("metric").equals(metric))
                .toList();
    }

    private static NetPromoterScore ofPersons(int... answers) {
        int[] counts = new int[11];
        Clusters net = new Clusters();
        for (int answer : answers) {
            counts[answer]++;
            net.add(1, NetPromoterScore.net(answer));
        }
        return NetPromoterScore.of(counts, net);
    }
}
