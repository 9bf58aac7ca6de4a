package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference numbers: the same formulas in Python with scipy.stats.t.ppf of SciPy 1.17.1. */
class ProvableGapTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void eightSellersAgainstFortyCustomersProveAboutNineTenthsOfAPoint() {
        assertThat(ProvableGap.between(8, Map.of(1, 40), 1, 4).orElseThrow()).isCloseTo(0.8628592607113252, CLOSE);
    }

    @Test
    void customersOfOneAccountCountForLessThanAsManyOfTheirOwn() {
        assertThat(ProvableGap.between(6, Map.of(3, 20, 5, 4, 18, 1), 0.3, 4).orElseThrow())
                .isCloseTo(1.0660419511610086, CLOSE)
                .isGreaterThan(ProvableGap.between(6, Map.of(1, 98), 0.3, 4).orElseThrow());
    }

    @Test
    void aLongerScaleHasLongerGaps() {
        assertThat(ProvableGap.between(12, Map.of(2, 50), 0.3, 6).orElseThrow()).isCloseTo(1.0748544001272373, CLOSE);
        assertThat(ProvableGap.between(5, Map.of(1, 20), 0.3, 4).orElseThrow()).isCloseTo(1.378481318827373, CLOSE);
    }

    @Test
    void tooFewHaveNone() {
        assertThat(ProvableGap.between(1, Map.of(1, 40), 1, 4)).isEmpty();
        assertThat(ProvableGap.between(8, Map.of(40, 1), 1, 4)).isEmpty();
        assertThat(ProvableGap.between(8, Map.of(), 1, 4)).isEmpty();
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> ProvableGap.between(8, Map.of(1, 40), 0, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProvableGap.between(8, Map.of(0, 40), 1, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProvableGap.between(8, Map.of(1, 40), 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
