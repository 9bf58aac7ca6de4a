package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns t2b, t2b_neff, t2b_lo, t2b_hi of means.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyTopTwoShareMeetsItsReference(ReferenceData data) {
        for (NamedCsvRecord row : data.expected("means")) {
            Share share = share(data, row, row.getField("audience"), row.getField("segment"));
            assertThat(share.value()).isCloseTo(number(row, "t2b"), within(TOLERANCE));
            assertThat(share.effectiveN()).isCloseTo(number(row, "t2b_neff"), within(TOLERANCE));
            assertThat(share.interval(0.95).low()).isCloseTo(number(row, "t2b_lo"), within(TOLERANCE));
            assertThat(share.interval(0.95).high()).isCloseTo(number(row, "t2b_hi"), within(TOLERANCE));
        }
    }

    /** R: columns t2b_gap, t2b_gap_lo, t2b_gap_hi of gaps.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyTopTwoGapMeetsItsReference(ReferenceData data) {
        for (NamedCsvRecord row : data.expected("gaps")) {
            ShareDifference gap = share(data, row, row.getField("group_a"), row.getField("segment"))
                    .minus(share(data, row, row.getField("group_b"), row.getField("segment")));
            assertThat(gap.value()).isCloseTo(number(row, "t2b_gap"), within(TOLERANCE));
            assertThat(gap.interval(0.95).low()).isCloseTo(number(row, "t2b_gap_lo"), within(TOLERANCE));
            assertThat(gap.interval(0.95).high()).isCloseTo(number(row, "t2b_gap_hi"), within(TOLERANCE));
        }
    }

    private static Share share(ReferenceData data, NamedCsvRecord row, String audience, String segment) {
        return Share.of(ReferenceData.clusters(
                data.select(row.getField("wave"), audience, segment, row.getField("touchpoint")),
                row.getField("measure"),
                rating -> Share.isTopTwo(rating, data.scalePoints()) ? 1 : 0));
    }

    /** Newcombe (1998), Statist. Med. 17, 857–872, table I, method 3: 81 of 263 gives 0.2553 to 0.3662. */
    @Test
    void withOneAnswerAClusterItIsTheOrdinaryWilsonInterval() {
        Share share = share(81, 263);

        assertThat(share.effectiveN()).isCloseTo(263, within(1e-9));
        assertThat(share.interval(0.95).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(share.interval(0.95).high()).isCloseTo(0.3662, within(5e-5));
    }

    /** Newcombe (1998), same table: 0 of 20 gives 0 to 0.1611. */
    @Test
    void aShareOfNothingHasAnUpperEndOnly() {
        assertThat(share(0, 20).interval(0.95).low()).isZero();
        assertThat(share(0, 20).interval(0.95).high()).isCloseTo(0.1611, within(5e-5));
        assertThat(share(20, 20).interval(0.95).high()).isEqualTo(1);
        assertThat(share(20, 20).interval(0.95).low()).isCloseTo(0.8389, within(5e-5));
    }

    /** Newcombe (1998), Statist. Med. 17, 873–890, table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/10. */
    @Test
    void theDifferenceMeetsNewcombesExamples() {
        assertDifference(share(56, 70).minus(share(48, 80)), 0.2, 0.0524, 0.3339);
        assertDifference(share(9, 10).minus(share(3, 10)), 0.6, 0.1705, 0.8090);
        assertDifference(share(10, 10).minus(share(0, 10)), 1, 0.6075, 1);
        assertDifference(share(0, 10).minus(share(0, 20)), 0, -0.1611, 0.2775);
    }

    @Test
    void allOrNoneCountsAccountsNotAnswers() {
        Clusters hits = new Clusters();
        hits.add(10, 10, 3);
        assertThat(Share.of(hits)).isEqualTo(new Share(30, 3, 1, 3));

        hits.add(1, 0);
        assertThat(Share.of(hits).effectiveN()).isGreaterThan(4);
    }

    @Test
    void accountsThatAnswerAlikeLowerTheEffectiveNumber() {
        Clusters alike = new Clusters();
        alike.add(5, 5, 2);
        alike.add(5, 0, 2);
        // E² = 6.25 each, V = 4·6.25/0.75/400 = 1/12; s²/n = (0.25·20/19)/20 = 1/76; deff = 76/12
        assertThat(Share.of(alike).effectiveN()).isCloseTo(20.0 * 12 / 76, within(1e-12));

        Clusters mixed = new Clusters();
        mixed.add(4, 2, 5);
        assertThat(Share.of(mixed).effectiveN()).isEqualTo(20);
    }

    @Test
    void aSingleClusterHasAShareButNoInterval() {
        Clusters hits = new Clusters();
        hits.add(4, 3);
        Share share = Share.of(hits);

        assertThat(share.value()).isEqualTo(0.75);
        assertThat(share.hasInterval()).isFalse();
        assertThatThrownBy(() -> share.interval(0.95)).isInstanceOf(IllegalStateException.class);
        ShareDifference difference = share.minus(share(1, 2));
        assertThat(difference.hasInterval()).isFalse();
        assertThat(share(1, 2).minus(share).hasInterval()).isFalse();
        assertThat(share(1, 2).minus(share(1, 3)).hasInterval()).isTrue();
        assertThat(difference.value()).isEqualTo(0.25);
        assertThatThrownBy(() -> difference.interval(0.95)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTopTwoBeginOneBelowTheTop() {
        assertThat(Share.isTopTwo(4, 5)).isTrue();
        assertThat(Share.isTopTwo(Math.nextDown(4.0), 5)).isFalse();
        assertThat(Share.isTopTwo(6, 7)).isTrue();
        assertThat(Share.isTopTwo(5, 7)).isFalse();
        assertThat(Share.isTopTwo(2, 3)).isTrue();
        assertThatThrownBy(() -> Share.isTopTwo(2, 2)).hasMessageContaining("at least 3 scale points, was 2");
    }

    @Test
    void hitsLieBetweenNoneAndAll() {
        Clusters tooMany = new Clusters();
        tooMany.add(3, 3.5);
        assertThatThrownBy(() -> Share.of(tooMany)).hasMessage("a cluster of 3 answers cannot have 3.5 hits");
        Clusters tooFew = new Clusters();
        tooFew.add(3, -1);
        assertThatThrownBy(() -> Share.of(tooFew)).isInstanceOf(IllegalArgumentException.class);
        tooFew.clear();
        tooFew.add(3, 1);
        tooFew.add(2, 1);
        assertThat(Share.of(tooFew).value()).isEqualTo(0.4);
        assertThatThrownBy(() -> Share.of(new Clusters())).hasMessage("a mean needs at least one answer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
    void confidenceLiesBetweenZeroAndOne(double confidence) {
        Share share = share(1, 2);
        assertThatThrownBy(() -> share.interval(confidence)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countingMissesInsteadMirrorsTheInterval() {
        Random random = new Random(11);
        for (int trial = 0; trial < 200; trial++) {
            Clusters hits = new Clusters();
            Clusters misses = new Clusters();
            for (int cluster = 0; cluster < 2 + random.nextInt(20); cluster++) {
                int size = 1 + random.nextInt(6);
                int hit = random.nextInt(size + 1);
                hits.add(size, hit);
                misses.add(size, size - hit);
            }
            Interval one = Share.of(hits).interval(0.95);
            Interval other = Share.of(misses).interval(0.95);
            assertThat(other.low()).isCloseTo(1 - one.high(), within(1e-12));
            assertThat(other.high()).isCloseTo(1 - one.low(), within(1e-12));
            assertThat(one.low()).isBetween(0.0, Share.of(hits).value());
            assertThat(one.high()).isBetween(Share.of(hits).value(), 1.0);
        }
    }

    private static Share share(int hits, int n) {
        Clusters clusters = new Clusters();
        if (hits > 0) {
            clusters.add(1, 1, hits);
        }
        if (hits < n) {
            clusters.add(1, 0, n - hits);
        }
        return Share.of(clusters);
    }

    private static void assertDifference(ShareDifference actual, double value, double low, double high) {
        assertThat(actual.value()).isCloseTo(value, within(1e-12));
        assertThat(actual.interval(0.95).low()).isCloseTo(low, within(5.1e-5));
        assertThat(actual.interval(0.95).high()).isCloseTo(high, within(5.1e-5));
    }
}
