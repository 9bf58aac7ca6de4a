package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixingRuleTest {

    @ParameterizedTest
    @CsvSource({"149, 20, 10", "150, 40, 20", "5000, 40, 20", "1, 20, 10"})
    void fewInvitedHalveTheBatch(int invited, int threshold, int batch) {
        assertThat(MixingRule.of(invited)).isEqualTo(new MixingRule(threshold, batch));
    }

    @Test
    void anUnknownNumberOfInvitedIsTakenForMany() {
        assertThat(MixingRule.of(null)).isEqualTo(new MixingRule(40, 20));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "39, 0", "40, 20", "2000, 20", "2001, 500"})
    void belowTheThresholdNothingIsCounted(int waiting, int next) {
        assertThat(MixingRule.of(150).next(waiting)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "39, 39", "2000, 2000", "2001, 500"})
    void atTheCloseTheRestGoesTogether(int waiting, int next) {
        assertThat(MixingRule.nextAtClose(waiting)).isEqualTo(next);
    }

    @Test
    void noCountLeavesFewerBehindThanItTakes() {
        for (int waiting = 0; waiting < 5000; waiting++) {
            int next = MixingRule.of(150).next(waiting);
            assertThat(waiting - next).isGreaterThanOrEqualTo(next);
        }
    }
}
