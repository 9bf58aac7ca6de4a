package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.statistics.Interval;

/** The rules of METHOD.md §5 in their order, each on both sides of its limit; five points, so δ = 0.5 and 25 % = 1. */
class VerdictRuleTest {

    private final VerdictRule rule = new VerdictRule(0.5, 4);

    @ParameterizedTest
    @CsvSource({
        // gap, p, q, half-width of the 90 % and of the 95 % interval, verdict
        "1.1, 0.001, 0.01, 0.4, 0.5, CLEAR_ABOVE",
        "-1.1, 0.001, 0.01, 0.4, 0.5, CLEAR_BELOW",
        "0.5, 0.01, 0.05, 0.4, 0.5, CLEAR_ABOVE",
        "0.4999999999999, 0.01, 0.05, 0.4, 0.5, CLEAR_ABOVE",
        "0.499999999, 0.01, 0.05, 0.4, 0.5, LEANING_ABOVE",
        "0.5, 0.01, 0.0500000000001, 0.4, 0.5, CLEAR_ABOVE",
        "0.5, 0.01, 0.050001, 0.4, 0.5, LEANING_ABOVE",
        "-0.5, 0.01, 0.050001, 0.4, 0.5, LEANING_BELOW",
        "0.1, 0.0001, 0.001, 0.05, 0.06, ALIGNED",
        "0.1, 0.5, 0.8, 0.39, 0.5, ALIGNED",
        "0.1, 0.5, 0.8, 0.4, 0.5, NO_EVIDENCE",
        "-0.1, 0.5, 0.8, 0.4, 0.5, NO_EVIDENCE",
        "0.6, 0.1, 0.3, 0.7, 0.8, LEANING_ABOVE",
        "0.6, 0.100001, 0.3, 0.7, 0.8, NO_EVIDENCE",
        "0.6, 0.2, 0.3, 0.9, 1.0, NO_EVIDENCE",
        "0.6, 0.2, 0.3, 0.9, 1.000001, TOO_WIDE",
        "0.6, 0.09, 0.3, 0.9, 1.2, LEANING_ABOVE",
    })
    void theFirstRuleThatFitsDecides(double gap, double p, double q, double half90, double half95, Verdict verdict) {
        Gap.Test test = new Gap.Test(
                p, 0.5, new Interval(gap - half95, gap + half95), new Interval(gap - half90, gap + half90));

        assertThat(rule.of(test, gap, q)).isEqualTo(verdict);
    }
}
