package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({"1.05, +1.1", "-0.05, −0.1", "-0.04, 0.0", "0.04, 0.0", "0, 0.0", "-0.75, −0.8", "2.449999, +2.4"})
    void aGapHasItsSignAndOneDecimal(double gap, String text) {
        assertThat(Rounding.gapText(gap)).isEqualTo(text);
    }

    @Test
    void theNoiseOfASubtractionDoesNotDecideAHalf() {
        double noisy = 49 / 12.0 - 70 / 21.0;
        assertThat(noisy).isLessThan(0.75);
        assertThat(Rounding.gapText(noisy)).isEqualTo("+0.8");
        assertThat(Rounding.withoutNoise(noisy)).isEqualTo(0.75);
    }

    @Test
    void thereIsNoNegativeZero() {
        assertThat(1 / Rounding.points(-0.01)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / Rounding.share(-0.001)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
