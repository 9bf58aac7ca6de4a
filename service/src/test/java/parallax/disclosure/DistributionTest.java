package parallax.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** METHOD.md §9.5: both sides of every boundary. */
class DistributionTest {

    @Test
    void twentyAnswersAreToldByScalePointAndNineteenNotAtAll() {
        assertThat(Distribution.of(new int[] {0, 3, 4, 6, 7})).contains(new int[] {0, 3, 4, 6, 7});
        assertThat(Distribution.of(new int[] {0, 3, 4, 6, 6})).isEmpty();
    }

    @Test
    void aCategoryOfOneOrTwoLeavesThreeBands() {
        assertThat(Distribution.of(new int[] {2, 3, 5, 5, 5})).contains(new int[] {5, 5, 10});
        assertThat(Distribution.of(new int[] {1, 2, 5, 5, 7})).contains(new int[] {3, 5, 12});
        assertThat(Distribution.of(new int[] {3, 3, 5, 5, 5})).contains(new int[] {3, 3, 5, 5, 5});
    }

    @Test
    void aBandOfOneOrTwoLeavesNothing() {
        assertThat(Distribution.of(new int[] {1, 1, 8, 5, 5})).isEmpty();
        assertThat(Distribution.of(new int[] {5, 5, 1, 5, 5})).isEmpty();
    }

    @Test
    void answersThatAreAllTheSameAreNotTold() {
        assertThat(Distribution.of(new int[] {0, 0, 0, 25, 0})).isEmpty();
    }

    @Test
    void sharesAreToldOfTenOfWhomThreeDiffer() {
        assertThat(Distribution.tellsShares(new int[] {0, 1, 2, 7, 0})).isTrue();
        assertThat(Distribution.tellsShares(new int[] {0, 0, 2, 8, 0})).isFalse();
        assertThat(Distribution.tellsShares(new int[] {0, 0, 0, 40, 2})).isFalse();
        assertThat(Distribution.tellsShares(new int[] {3, 3, 3, 0, 0})).isFalse();
        assertThat(Distribution.tellsShares(new int[0])).isFalse();
    }

    @Test
    void bandsDoNotTellThatAllAnswersFellIntoOne() {
        assertThat(Distribution.of(new int[] {0, 0, 0, 1, 24})).isEmpty();
    }

    @Test
    void anEvenScaleHasNoMiddle() {
        assertThat(Distribution.of(new int[] {1, 4, 5, 2, 6, 4})).contains(new int[] {10, 0, 12});
    }

    @ParameterizedTest
    @CsvSource({
        "4, fewer than 5",
        "5, 5–9",
        "9, 5–9",
        "10, 10–19",
        "19, 10–19",
        "20, 20–49",
        "49, 20–49",
        "50, 50 and more",
    })
    void segmentsAreToldInBands(int persons, String band) {
        assertThat(CountBand.of(persons)).isEqualTo(band);
    }
}
