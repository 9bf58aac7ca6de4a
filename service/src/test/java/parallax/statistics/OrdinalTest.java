package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrdinalTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns theta, brunner_munzel_p, mann_whitney_p, cliffs_delta and hedges_g of gaps.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyOrdinalFigureMeetsItsReference(ReferenceData data) {
        for (NamedCsvRecord row : data.expected("gaps")) {
            int[] a = counts(data, row, "group_a");
            int[] b = counts(data, row, "group_b");
            OrdinalComparison comparison = OrdinalComparison.of(a, b);

            assertThat(comparison.theta()).isCloseTo(number(row, "theta"), within(TOLERANCE));
            assertThat(comparison.cliffsDelta()).isCloseTo(number(row, "cliffs_delta"), within(TOLERANCE));
            assertThat(comparison.mannWhitneyP()).isCloseTo(number(row, "mann_whitney_p"), within(TOLERANCE));
            assertThat(EffectSize.hedgesG(a, b)).hasValueCloseTo(number(row, "hedges_g"), within(TOLERANCE));
            if (Double.isNaN(number(row, "brunner_munzel_p"))) {
                assertThat(comparison.hasBrunnerMunzel()).isFalse();
            } else {
                assertThat(comparison.brunnerMunzelP()).isCloseTo(number(row, "brunner_munzel_p"), within(TOLERANCE));
            }
        }
    }

    private static int[] counts(ReferenceData data, NamedCsvRecord row, String group) {
        return ReferenceData.counts(
                data.select(
                        row.getField("wave"), row.getField(group), row.getField("segment"), row.getField("touchpoint")),
                row.getField("measure"),
                data.scalePoints());
    }

    /** SciPy 1.17: ordinal_scipy.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everySignedRankTestMeetsItsReference(ReferenceData data) {
        for (NamedCsvRecord row : data.expected("ordinal_scipy")) {
            int[] differences = new int[2 * data.scalePoints() - 1];
            data.select(row.getField("wave"), "customer", row.getField("segment"), row.getField("touchpoint")).stream()
                    .filter(ReferenceData.Answer::isPair)
                    .forEach(answer ->
                            differences[data.scalePoints() - 1 + (int) (answer.importance() - answer.experience())]++);
            assertThat(SignedRankTest.p(differences)).isCloseTo(number(row, "wilcoxon_pratt_cc_p"), within(TOLERANCE));
        }
    }

    /** METHOD.md §13: D = 1, 0, 2, −1, 0, 1, 1, 3, 0, −2, 1, 1 gives 0.13666 by the exact conditional variance. */
    @Test
    void zerosDoNotCountAsATie() {
        assertThat(SignedRankTest.p(new int[] {0, 1, 1, 3, 5, 1, 1})).isCloseTo(0.13666, within(5e-6));
    }

    /** By hand: D = 1, 2, 3, 4 has a surplus of 5, correction ½, variance 30/4. */
    @Test
    void theSignedRankTestIsCorrectedForContinuity() {
        double z = 4.5 / Math.sqrt(7.5);
        assertThat(SignedRankTest.p(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1})).isCloseTo(twoSided(z), within(1e-12));
        assertThat(SignedRankTest.p(new int[] {1, 1, 1, 1, 0, 0, 0, 0, 0})).isCloseTo(twoSided(z), within(1e-12));
        assertThat(SignedRankTest.p(new int[] {1, 0, 1})).isEqualTo(1);
        assertThat(SignedRankTest.p(new int[] {0, 7, 0})).isEqualTo(1);
        assertThat(SignedRankTest.p(new int[] {7})).isEqualTo(1);
    }

    private static double twoSided(double z) {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }

    /**
     * Brunner and Munzel (2000), pain scores after shoulder surgery, as in R's lawstat: θ of treatment Y above control N
     * 0.788961, statistic 3.1375, df 17.683, p 0.005786.
     */
    @Test
    void thePublishedPainScoresAreMet() {
        int[] y = histogram(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1);
        int[] n = histogram(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4);
        OrdinalComparison comparison = OrdinalComparison.of(n, y);
        assertThat(comparison.theta()).isCloseTo(0.788961, within(5e-7));
        assertThat(comparison.brunnerMunzelP()).isCloseTo(0.005786, within(5e-7));
    }

    /** By hand: 1 1 3 against 2 2: θ = 1/3; W = 2, variance 6/12·(6 − (6 + 6)/20) = 2.7, z = (1 − ½)/√2.7. */
    @Test
    void theMannWhitneyTestIsCorrectedForTiesAndContinuity() {
        OrdinalComparison comparison = OrdinalComparison.of(histogram(1, 1, 3), histogram(2, 2));
        assertThat(comparison.theta()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(comparison.mannWhitneyP()).isCloseTo(twoSided(0.5 / Math.sqrt(2.7)), within(1e-12));
        assertThat(OrdinalComparison.of(histogram(1, 3), histogram(2, 2)).mannWhitneyP())
                .isEqualTo(1);
    }

    @Test
    void whereNothingVariesThereIsNoTest() {
        OrdinalComparison apart = OrdinalComparison.of(histogram(5, 4, 4), histogram(1, 2, 3));
        assertThat(apart.theta()).isEqualTo(1);
        assertThat(apart.cliffsDelta()).isEqualTo(1);
        assertThat(apart.hasBrunnerMunzel()).isFalse();
        assertThat(apart.hasMannWhitney()).isTrue();

        OrdinalComparison equal = OrdinalComparison.of(histogram(3, 3), histogram(3, 3, 3));
        assertThat(equal.theta()).isEqualTo(0.5);
        assertThat(equal.hasBrunnerMunzel()).isFalse();
        assertThat(equal.hasMannWhitney()).isFalse();

        OrdinalComparison one = OrdinalComparison.of(histogram(3), histogram(2, 3, 4));
        assertThat(one.theta()).isEqualTo(0.5);
        assertThat(one.hasBrunnerMunzel()).isFalse();
        assertThat(OrdinalComparison.of(histogram(2, 3, 4), histogram(3)).hasBrunnerMunzel())
                .isFalse();
    }

    @Test
    void orderAloneCountsAndSwappingTurnsTheSign() {
        Random random = new Random(61);
        for (int trial = 0; trial < 100; trial++) {
            int[] a = random.ints(6, 0, 5).toArray();
            int[] b = random.ints(6, 0, 5).toArray();
            a[2]++;
            a[4]++;
            b[3]++;
            b[1]++;
            OrdinalComparison one = OrdinalComparison.of(a, b);
            OrdinalComparison swapped = OrdinalComparison.of(b, a);
            OrdinalComparison stretched = OrdinalComparison.of(stretched(a), stretched(b));

            assertThat(swapped.cliffsDelta()).isCloseTo(-one.cliffsDelta(), within(1e-14));
            assertThat(swapped.brunnerMunzelP()).isCloseTo(one.brunnerMunzelP(), within(1e-12));
            assertThat(swapped.mannWhitneyP()).isCloseTo(one.mannWhitneyP(), within(1e-12));
            assertThat(stretched).isEqualTo(one);
            assertThat(EffectSize.hedgesG(b, a).orElseThrow())
                    .isCloseTo(-EffectSize.hedgesG(a, b).orElseThrow(), within(1e-14));
        }
    }

    private static int[] stretched(int[] counts) {
        int[] stretched = new int[3 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            stretched[3 * i + 1] = counts[i];
        }
        return stretched;
    }

    /** By hand: 3 5 against 1 3: d = 2/√2, m = 2, factor Γ(1)/(√1·Γ(½)) = 1/√π. */
    @Test
    void hedgesFactorIsExactForFewAnswers() {
        assertThat(EffectSize.hedgesG(histogram(3, 5), histogram(1, 3)))
                .hasValueCloseTo(Math.sqrt(2) / Math.sqrt(Math.PI), within(1e-14));
        assertThat(EffectSize.hedgesG(histogram(1, 3), histogram(2, 2))).hasValue(0);
        assertThat(EffectSize.hedgesG(histogram(1, 3), histogram(2))).isEmpty();
        assertThat(EffectSize.hedgesG(histogram(4, 4, 4), histogram(2, 2))).isEmpty();
    }

    /** For many answers the factor is 1 − 3/(4m − 1) but for O(m⁻³). */
    @Test
    void hedgesFactorGoesToOne() {
        int[] a = {50_000, 0, 50_000};
        int[] b = {0, 50_000, 0, 50_000};
        double m = 199_998;
        double d = -1 / Math.sqrt(200_000 / m);
        assertThat(EffectSize.hedgesG(a, b)).hasValueCloseTo(d * (1 - 3 / (4 * m - 1)), within(1e-12));
    }

    @Test
    void distributionsAreChecked() {
        assertThatThrownBy(() -> OrdinalComparison.of(new int[2], new int[3])).hasMessageContaining("were 2 and 3");
        assertThatThrownBy(() -> OrdinalComparison.of(new int[2], new int[2]))
                .hasMessageContaining("at least one answer");
        assertThatThrownBy(() -> OrdinalComparison.of(new int[] {1}, new int[] {0}))
                .hasMessageContaining("at least one answer");
        assertThatThrownBy(() -> OrdinalComparison.of(new int[] {2, -1}, new int[] {1, 1}))
                .hasMessageContaining("at least 0, was -1");
        assertThatThrownBy(() -> SignedRankTest.p(new int[] {1, 1})).hasMessageContaining("odd number of counts");
        assertThatThrownBy(() -> SignedRankTest.p(new int[3])).hasMessageContaining("at least one answer");
    }

    private static int[] histogram(int... ratings) {
        int[] counts = new int[6];
        for (int rating : ratings) {
            counts[rating]++;
        }
        return counts;
    }
}
