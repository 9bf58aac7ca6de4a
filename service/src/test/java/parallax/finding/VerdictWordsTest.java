package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictWordsTest {

    /** METHOD.md §11. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SUPPRESSED | [c] Too few answers",
                "CLEAR_ABOVE | ▲ Overestimated",
                "CLEAR_BELOW | ▼ Underestimated strength",
                "ALIGNED | ● Seen alike",
                "LEANING_ABOVE | △ Probably overestimated",
                "LEANING_BELOW | ▽ Probably underestimated",
                "TOO_WIDE | ◌ Can't tell yet (too few answers for this spread)",
                "NO_EVIDENCE | ○ Can't tell yet"
            })
    void aPerceptionGapIsSaidInTheWordsOfTheMethod(Verdict verdict, String label) {
        assertThat(VerdictWords.labelled(FigureKind.PERCEPTION_GAP, verdict)).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureKind.class,
            names = {"PERCEPTION_GAP", "PRIORITY_GAP", "ALIGNMENT_GAP", "SERVICE_GAP", "TREND"})
    void everyGapHasWordsForEveryVerdict(FigureKind kind) {
        for (Verdict verdict : Verdict.values()) {
            assertThat(VerdictWords.words(kind, verdict)).isNotBlank();
        }
    }

    @Test
    void aMeanHasNoVerdict() {
        assertThatThrownBy(() -> VerdictWords.words(FigureKind.MEAN, Verdict.ALIGNED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGapIsSaidFromTheCustomersSide() {
        assertThat(VerdictWords.againstExpectation("Sales", 1.0953)).isEqualTo("1.1 lower than Sales expected");
        assertThat(VerdictWords.againstExpectation("Sales", -0.79)).isEqualTo("0.8 higher than Sales expected");
        assertThat(VerdictWords.againstExpectation("Sales", 0.02)).isEqualTo("as Sales expected");
    }
}
