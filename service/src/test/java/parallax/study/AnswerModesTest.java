package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How customers answered, so far as it may be told. */
class AnswerModesTest {

    @ParameterizedTest
    @CsvSource({
        "40, 12, '40 answered on the web, 12 by phone.'",
        "40, 0, '40 answered on the web, 0 by phone.'",
        "40, 4, 'Most answered on the web, fewer than 5 by phone.'",
        "3, 9, 'Most answered by phone, fewer than 5 on the web.'",
        "5, 4, 'Some answered on the web, some by phone; too few to tell how many.'",
        "1, 4, 'Some answered on the web, some by phone; too few to tell how many.'"
    })
    void smallNumbersAreMerged(int web, int phone, String words) {
        assertThat(AnswerModes.of(web, phone, 5).map(modes -> modes.inWords(5))).contains(words);
    }

    @Test
    void nothingIsToldOfFewerThanTheMinimum() {
        assertThat(AnswerModes.of(0, 0, 5)).isEmpty();
        assertThat(AnswerModes.of(0, 1, 5)).isEmpty();
        assertThat(AnswerModes.of(4, 0, 5)).isEmpty();
    }

    /** The number of all who answered stands beside the modes, in field numbers and workbooks. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 10})
    void besideTheNumberOfAllNothingTellsHowFewerThanTheMinimumAnswered(int minimum) {
        Map<Map.Entry<Integer, Optional<AnswerModes>>, Set<Integer>> phones = new HashMap<>();
        for (int web = 0; web <= 4 * minimum; web++) {
            for (int phone = 0; phone <= 4 * minimum; phone++) {
                phones.computeIfAbsent(
                                Map.entry(web + phone, AnswerModes.of(web, phone, minimum)), told -> new TreeSet<>())
                        .add(phone);
            }
        }
        phones.forEach((told, possible) -> {
            int all = told.getKey();
            if (all == 0 || all > 4 * minimum) {
                return;
            }
            if (all < minimum) {
                assertThat(possible).as("of %s", told).hasSize(all + 1);
            } else if (possible.size() == 1) {
                int phone = possible.iterator().next();
                assertThat(phone == 0 || phone >= minimum).as("of %s", told).isTrue();
                assertThat(all - phone == 0 || all - phone >= minimum)
                        .as("of %s", told)
                        .isTrue();
            } else {
                // as many ways as a group of the minimum leaves open
                assertThat(possible).as("of %s", told).hasSizeGreaterThanOrEqualTo(minimum - 1);
            }
        });
    }
}
