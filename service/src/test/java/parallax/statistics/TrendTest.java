package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrendTest {

    /** R: columns change, se, df, ci95_lo, ci95_hi, p, tost_p, floored of trend.csv; delta is 0.5. */
    @Test
    void everyTrendMeetsItsReference() {
        ReferenceData data = ReferenceData.ordinary();
        List<NamedCsvRecord> rows = data.expected("trend");
        assertThat(rows).hasSize(144);
        for (NamedCsvRecord row : rows) {
            Trend trend = Trend.of(linked(data, row));
            Difference change = trend.change();

            assertThat(trend.from()).isEqualTo((int) number(row, "n_from"));
            assertThat(trend.to()).isEqualTo((int) number(row, "n_to"));
            assertThat(trend.sharedClusters()).isEqualTo((int) number(row, "clusters_shared"));
            assertThat(change.value()).isCloseTo(number(row, "change"), within(TOLERANCE));
            assertThat(change.standardError()).isCloseTo(number(row, "se"), within(TOLERANCE));
            assertThat(change.df()).isCloseTo(number(row, "df"), within(TOLERANCE));
            assertThat(change.interval(0.95).low()).isCloseTo(number(row, "ci95_lo"), within(TOLERANCE));
            assertThat(change.interval(0.95).high()).isCloseTo(number(row, "ci95_hi"), within(TOLERANCE));
            assertThat(change.p()).isCloseTo(number(row, "p"), within(TOLERANCE));
            assertThat(change.equivalenceP(0.5)).isCloseTo(number(row, "tost_p"), within(TOLERANCE));
            assertThat(String.valueOf(trend.floored())).isEqualToIgnoringCase(row.getField("floored"));
        }
    }

    private static LinkedClusters linked(ReferenceData data, NamedCsvRecord row) {
        List<ReferenceData.Answer> from = select(data, row, "wave_from");
        List<ReferenceData.Answer> to = select(data, row, "wave_to");
        TreeSet<String> names = new TreeSet<>();
        from.forEach(answer -> names.add(answer.cluster()));
        to.forEach(answer -> names.add(answer.cluster()));
        List<String> places = List.copyOf(names);
        String measure = row.getField("measure");
        return LinkedClusters.of(
                ReferenceData.column(from, measure, places), ReferenceData.column(to, measure, places));
    }

    private static List<ReferenceData.Answer> select(ReferenceData data, NamedCsvRecord row, String wave) {
        return data.select(
                row.getField(wave), row.getField("audience"), row.getField("segment"), row.getField("touchpoint"));
    }

    /**
     * By hand: four persons answer twice, 1 2 3 4 and then 2 2 5 4. c² = 4/3 for all, so V = 4/3·Σ(e2 − e1)²/16 with e2 −
     * e1 = 0.25, −0.75, 1.25, −0.75, that is s²/n of the paired differences, 2.75/3/4.
     */
    @Test
    void withTheSamePersonsTwiceItIsThePairedInterval() {
        LinkedClusters persons = new LinkedClusters();
        persons.add(1, 1, 1, 2);
        persons.add(1, 2, 1, 2);
        persons.add(1, 3, 1, 5);
        persons.add(1, 4, 1, 4);

        Trend trend = Trend.of(persons);

        assertThat(trend.change().value()).isEqualTo(0.75);
        assertThat(trend.change().variance()).isCloseTo(2.75 / 12, within(1e-15));
        assertThat(trend.change().df()).isCloseTo(3, within(1e-12));
        assertThat(trend.sharedClusters()).isEqualTo(4);
        assertThat(trend.floored()).isFalse();
    }

    @Test
    void withoutSharedClustersVariancesAddUp() {
        Random random = new Random(21);
        for (int trial = 0; trial < 50; trial++) {
            LinkedClusters linked = new LinkedClusters();
            Clusters from = new Clusters();
            Clusters to = new Clusters();
            for (int cluster = 0; cluster < 60; cluster++) {
                int size = 1 + random.nextInt(4);
                double sum = random.ints(size, 1, 6).sum();
                boolean first = cluster % 2 == 0;
                linked.add(first ? size : 0, first ? sum : 0, first ? 0 : size, first ? 0 : sum);
                (first ? from : to).add(size, sum);
            }
            MeanEstimate a = ClusteredMean.of(from);
            MeanEstimate b = ClusteredMean.of(to);
            Trend trend = Trend.of(linked);

            assertThat(trend.sharedClusters()).isZero();
            assertThat(trend.change().value()).isCloseTo(b.mean() - a.mean(), within(1e-13));
            assertThat(trend.change().variance()).isCloseTo(a.variance() + b.variance(), within(1e-14));
        }
    }

    /** The pooled t test's n1 + n2 − 2: the working model of the formula has one variance for all answers. */
    @Test
    void equallyLargeIndependentWavesHaveThePooledDegreesOfFreedom() {
        LinkedClusters linked = new LinkedClusters();
        for (int i = 0; i < 40; i++) {
            linked.add(1, i % 5, 0, 0);
            linked.add(0, 0, 1, i % 3);
        }
        assertThat(Trend.of(linked).change().df()).isCloseTo(78, within(1e-9));
    }

    @Test
    void theFloorHoldsForEachWaveWithFewAnswersIfNoneIsShared() {
        LinkedClusters linked = new LinkedClusters();
        linked.add(1, 4, 0, 0, 5);
        linked.add(0, 0, 1, 3, 29);
        assertThat(Trend.of(linked).change().variance()).isEqualTo(0.25 / 5 + 0.25 / 29);
        assertThat(Trend.of(linked).floored()).isTrue();

        linked.add(0, 0, 1, 3);
        assertThat(Trend.of(linked).change().variance()).isEqualTo(0.25 / 5);
        assertThat(Trend.of(linked).floored()).isTrue();

        LinkedClusters many = new LinkedClusters();
        many.add(1, 4, 0, 0, 30);
        many.add(0, 0, 1, 3, 30);
        assertThat(Trend.of(many).change().variance()).isZero();
        assertThat(Trend.of(many).floored()).isFalse();
    }

    @Test
    void aSharedClusterLeavesNoFloor() {
        LinkedClusters linked = new LinkedClusters();
        linked.add(1, 4, 0, 0, 4);
        linked.add(0, 0, 1, 3, 5);
        linked.add(1, 4, 1, 3);
        assertThat(Trend.of(linked).change().variance()).isZero();
        assertThat(Trend.of(linked).floored()).isFalse();
    }

    @Test
    void aTrendIsWithoutSpreadOnlyIfEverySharedClusterChangedAlike() {
        LinkedClusters unchanged = new LinkedClusters();
        for (int i = 0; i < 7; i++) {
            unchanged.add(3, 10 + i, 3, 10 + i);
        }
        assertThat(Trend.of(unchanged).isWithoutSpread()).isTrue();
        assertThat(Trend.of(unchanged).change().value()).isZero();

        LinkedClusters alike = new LinkedClusters();
        for (int i = 0; i < 7; i++) {
            alike.add(3, 10 / 3.0 + i, 3, 10 / 3.0 + i + 1);
        }
        assertThat(Trend.of(alike).isWithoutSpread()).isTrue();
        assertThat(Trend.of(alike).change().variance()).isZero();

        unchanged.add(3, 10, 3, 11);
        assertThat(Trend.of(unchanged).isWithoutSpread()).isFalse();

        LinkedClusters floored = new LinkedClusters();
        floored.add(1, 4, 0, 0, 5);
        floored.add(0, 0, 1, 4, 5);
        assertThat(Trend.of(floored).isWithoutSpread()).isFalse();
    }

    @Test
    void aWaveFromASingleClusterHasAChangeButNoVariance() {
        LinkedClusters linked = new LinkedClusters();
        linked.add(3, 9, 1, 5);
        linked.add(0, 0, 1, 4);
        Trend trend = Trend.of(linked);
        assertThat(trend.change().value()).isEqualTo(1.5);
        assertThat(trend.change().hasVariance()).isFalse();

        LinkedClusters turned = new LinkedClusters();
        turned.add(1, 5, 3, 9);
        turned.add(1, 4, 0, 0);
        assertThat(Trend.of(turned).change().hasVariance()).isFalse();
    }

    @Test
    void equalClustersMayBeAddedAtOnceAndTheOrderOnlyMovesTheLastDigits() {
        LinkedClusters oneByOne = new LinkedClusters();
        LinkedClusters atOnce = new LinkedClusters();
        for (int i = 0; i < 100; i++) {
            oneByOne.add(2, 7, 1, 5);
            oneByOne.add(0, 0, 3, 9);
            oneByOne.add(1, 4, 0, 0);
        }
        atOnce.add(1, 4, 0, 0, 100);
        atOnce.add(0, 0, 3, 9, 100);
        atOnce.add(2, 7, 1, 5, 100);

        Trend one = Trend.of(oneByOne);
        Trend other = Trend.of(atOnce);
        assertThat(other.change().value()).isCloseTo(one.change().value(), within(1e-14));
        assertThat(other.change().variance()).isCloseTo(one.change().variance(), within(1e-15));
        assertThat(other.change().df()).isCloseTo(one.change().df(), within(1e-10));
        assertThat(other.sharedClusters()).isEqualTo(100);

        atOnce.clear();
        atOnce.add(1, 1, 1, 2);
        atOnce.add(1, 2, 1, 2);
        assertThat(Trend.of(atOnce))
                .isEqualTo(new Trend(2, 2, 2, Trend.of(atOnce).change(), false));
        assertThat(Trend.of(atOnce).change().value()).isEqualTo(0.5);
    }

    @Test
    void swappingTheWavesTurnsTheSignAndNothingElse() {
        Random random = new Random(22);
        for (int trial = 0; trial < 50; trial++) {
            LinkedClusters linked = new LinkedClusters();
            LinkedClusters swapped = new LinkedClusters();
            for (int cluster = 0; cluster < 30; cluster++) {
                int from = random.nextInt(4);
                int to = from == 0 ? 1 + random.nextInt(3) : random.nextInt(4);
                double fromSum = random.ints(from, 1, 6).sum();
                double toSum = random.ints(to, 1, 6).sum();
                linked.add(from, fromSum, to, toSum);
                swapped.add(to, toSum, from, fromSum);
            }
            Difference one = Trend.of(linked).change();
            Difference other = Trend.of(swapped).change();
            assertThat(other.value()).isEqualTo(-one.value());
            assertThat(other.variance()).isCloseTo(one.variance(), within(1e-15));
            assertThat(other.df()).isCloseTo(one.df(), within(1e-10));
        }
    }

    @Test
    void badInputIsRefused() {
        LinkedClusters linked = new LinkedClusters();
        assertThatThrownBy(() -> Trend.of(linked)).hasMessage("a change needs an answer in both waves, were 0 and 0");
        assertThatThrownBy(() -> linked.add(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linked.add(-1, 0, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linked.add(2, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linked.add(1, 1, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linked.add(1, Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linked.add(1, 1, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        linked.add(1, 1, 0, 0);
        assertThatThrownBy(() -> Trend.of(linked)).hasMessageContaining("were 1 and 0");
        ClusterColumn two = new ClusterColumn(new int[2], new double[2]);
        ClusterColumn three = new ClusterColumn(new int[3], new double[3]);
        assertThatThrownBy(() -> LinkedClusters.of(two, three)).hasMessageContaining("were 2 and 3");
    }

    @Test
    void aVarianceAboveTheFloorStaysAsItIs() {
        LinkedClusters linked = new LinkedClusters();
        Clusters from = new Clusters();
        Clusters to = new Clusters();
        for (int rating = 1; rating <= 5; rating++) {
            linked.add(1, rating, 0, 0);
            linked.add(0, 0, 1, 6 - rating);
            from.add(1, rating);
            to.add(1, 6 - rating);
        }
        assertThat(Trend.of(linked).floored()).isFalse();
        assertThat(Trend.of(linked).change().variance())
                .isCloseTo(
                        ClusteredMean.of(from).variance() + ClusteredMean.of(to).variance(), within(1e-15));
    }

    @Test
    void aWaveOfOneAnswerIsEnoughForAChange() {
        LinkedClusters linked = new LinkedClusters();
        linked.add(1, 4, 0, 0);
        linked.add(0, 0, 1, 5);
        assertThat(Trend.of(linked).change().value()).isEqualTo(1);
    }

    /** With 49 answers, 1/49·49 is not 1: the deviation of the only cluster is a rounding error, not 0. */
    @Test
    void roundingDoesNotMakeAVarianceOfASingleCluster() {
        for (int size = 1; size < 200; size++) {
            LinkedClusters linked = new LinkedClusters();
            linked.add(size, 1, 1, 5);
            linked.add(0, 0, 1, 4);
            assertThat(Trend.of(linked).change().variance()).isNaN();
        }
    }

    @Test
    void clearedClustersKeepNoCount() {
        LinkedClusters linked = new LinkedClusters();
        linked.add(1, 1, 1, 2);
        linked.add(1, 2, 1, 4);
        linked.add(1, 5, 1, 3);
        linked.clear();
        linked.add(49, 1, 2, 9);
        linked.add(0, 0, 1, 4);
        assertThat(Trend.of(linked).change().hasVariance()).isFalse();
        assertThat(Trend.of(linked).sharedClusters()).isEqualTo(1);
        linked.add(49, 97, 2, 9);
        assertThat(Trend.of(linked).change().value()).isCloseTo(4.4 - 1, within(1e-14));
        assertThat(Trend.of(linked).change().hasVariance()).isTrue();
    }
}
