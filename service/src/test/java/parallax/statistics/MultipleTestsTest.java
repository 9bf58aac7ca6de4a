package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipleTestsTest {

    /** By hand from the definitions: q = min over larger p of m·p/rank; Holm = running max of (m − rank + 1)·p. */
    @Test
    void bothMeetTheirDefinitions() {
        double[] p = {0.04, 0.01, 0.5, 0.02, 0.03};

        assertClose(MultipleTests.benjaminiHochberg(p), 0.05, 0.05, 0.5, 0.05, 0.05);
        assertClose(MultipleTests.holm(p), 0.09, 0.05, 0.5, 0.08, 0.09);
    }

    /** Benjamini and Hochberg (1995), section 4.1: at 5 % the first 4 of these 15 are found; Bonferroni finds 3. */
    @Test
    void theFirstPublishedExampleIsMet() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };

        assertThat(Arrays.stream(MultipleTests.benjaminiHochberg(p)).filter(q -> q <= 0.05))
                .hasSize(4);
        assertThat(Arrays.stream(MultipleTests.holm(p)).filter(q -> q <= 0.05)).hasSize(3);
    }

    @Test
    void oneTestStaysAsItIsAndNoneGivesNone() {
        assertClose(MultipleTests.benjaminiHochberg(new double[] {0.03}), 0.03);
        assertClose(MultipleTests.holm(new double[] {0.03}), 0.03);
        assertThat(MultipleTests.benjaminiHochberg(new double[0])).isEmpty();
        assertThat(MultipleTests.holm(new double[0])).isEmpty();
    }

    @Test
    void theOrderOfTestsChangesNothing() {
        Random random = new Random(7);
        for (int trial = 0; trial < 100; trial++) {
            double[] p = random.doubles(12)
                    .map(value -> Math.round(20 * value) / 20.0)
                    .toArray();
            double[] reversed = reversed(p);
            assertThat(reversed(MultipleTests.benjaminiHochberg(reversed)))
                    .containsExactly(MultipleTests.benjaminiHochberg(p));
            assertThat(reversed(MultipleTests.holm(reversed))).containsExactly(MultipleTests.holm(p));
        }
    }

    @Test
    void qLiesBetweenPAndHolm() {
        double[] p = new Random(8).doubles(50).toArray();
        double[] q = MultipleTests.benjaminiHochberg(p);
        double[] holm = MultipleTests.holm(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(q[i]).isBetween(p[i], 1.0);
            assertThat(holm[i]).isBetween(q[i], 1.0);
        }
    }

    @Test
    void theEndsOfTheRangeAreAllowed() {
        assertClose(MultipleTests.benjaminiHochberg(new double[] {0, 1}), 0, 1);
        assertClose(MultipleTests.holm(new double[] {0, 1}), 0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN})
    void whatIsNoProbabilityIsRefused(double p) {
        assertThatThrownBy(() -> MultipleTests.benjaminiHochberg(new double[] {0.5, p}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MultipleTests.holm(new double[] {p})).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(1e-15));
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
