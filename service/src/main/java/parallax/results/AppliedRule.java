package parallax.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.Flag;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.study.Engagement;

/**
 * The rule that gave a gap its verdict (METHOD.md §5), with the numbers it looked at; absent where a figure has none.
 *
 * @param number of the rule, 1 to 6; 0 for a trend whose item changed
 * @param words the verdict in words
 * @param because the rule with its numbers, as a sentence
 * @param gap in scale points
 * @param smallestGap the smallest gap that matters, in scale points
 * @param q the gap's p, corrected for the number of touchpoints tested together
 * @param tostLow lower end of the 90 % range that is held against the smallest gap
 * @param halfWidth of the 95 % range, in scale points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppliedRule(
        int number,
        String verdict,
        String words,
        String because,
        @Nullable Double gap,
        @Nullable Double smallestGap,
        @Nullable Double p,
        @Nullable Double q,
        @Nullable Double tostLow,
        @Nullable Double tostHigh,
        @Nullable Double tostP,
        @Nullable Double halfWidth) {

    static @Nullable AppliedRule of(Figure figure, Engagement engagement) {
        Verdict verdict = figure.verdict();
        if (verdict == null || !figure.key().kind().isGap()) {
            return null;
        }
        String words = VerdictWords.labelled(figure.key().kind(), verdict);
        Figure.Estimate estimate = figure.estimate();
        if (estimate == null) {
            return withoutNumbers(1, verdict, words, "Rule 1: too few answers may be shown, so nothing is said.");
        }
        if (verdict == Verdict.NOT_COMPARABLE) {
            return withoutNumbers(
                    0, verdict, words, "Wording, scale or touchpoint changed between the waves: break in series.");
        }
        double smallest = engagement.smallestGapPoints();
        Double low = estimate.low();
        Double high = estimate.high();
        return new AppliedRule(
                number(verdict),
                verdict.code(),
                words,
                because(verdict, estimate, smallest),
                estimate.value(),
                smallest,
                estimate.p(),
                estimate.q(),
                estimate.number(Field.LOW90),
                estimate.number(Field.HIGH90),
                estimate.number(Field.TOST_P),
                low == null || high == null ? null : (high - low) / 2);
    }

    /** The numbers in words, for a page; empty where there are none. */
    public String looked() {
        return gap == null || q == null || isWithoutSpread()
                ? ""
                : "difference %s, smallest that matters %s, p %s, q %s, 90 %% range %s to %s, half of the 95 %% range %s"
                        .formatted(
                                number(gap),
                                number(smallestGap),
                                chance(p),
                                chance(q),
                                number(tostLow),
                                number(tostHigh),
                                number(halfWidth));
    }

    private boolean isWithoutSpread() {
        return halfWidth != null && halfWidth == 0;
    }

    private static AppliedRule withoutNumbers(int number, Verdict verdict, String words, String because) {
        return new AppliedRule(number, verdict.code(), words, because, null, null, null, null, null, null, null, null);
    }

    private static int number(Verdict verdict) {
        return switch (verdict) {
            case SUPPRESSED -> 1;
            case CLEAR_ABOVE, CLEAR_BELOW -> 2;
            case ALIGNED -> 3;
            case LEANING_ABOVE, LEANING_BELOW -> 4;
            case TOO_WIDE -> 5;
            case NO_EVIDENCE -> 6;
            case NOT_COMPARABLE -> 0;
        };
    }

    private static String because(Verdict verdict, Figure.Estimate estimate, double smallest) {
        if (estimate.q() == null) {
            return "Rule 5: the answers of one side come from a single account, so no range can be given.";
        }
        String gap = number(Math.abs(estimate.value()));
        String delta = number(smallest);
        if (estimate.flags().contains(Flag.NO_SPREAD.code())) {
            return "Rule %d: all who answered both times moved alike, by %s of the %s that matter: nothing is told about chance."
                    .formatted(number(verdict), gap, delta);
        }
        return switch (verdict) {
            case CLEAR_ABOVE, CLEAR_BELOW ->
                "Rule 2: q %s is at most 0.05, and the difference of %s is at least the smallest that matters, %s."
                        .formatted(chance(estimate.q()), gap, delta);
            case ALIGNED ->
                "Rule 3: the 90 %% range, %s to %s, lies inside −%s to +%s: any difference is smaller than matters."
                        .formatted(
                                number(estimate.number(Field.LOW90)),
                                number(estimate.number(Field.HIGH90)),
                                delta,
                                delta);
            case LEANING_ABOVE, LEANING_BELOW ->
                "Rule 4: p %s is at most 0.10, but %s."
                        .formatted(
                                chance(estimate.p()),
                                "size".equals(estimate.text(Field.LEANING_REASON))
                                        ? "the difference of %s is under %s: whether it is large enough to matter is open"
                                                .formatted(gap, delta)
                                        : "q %s is over 0.05: not settled".formatted(chance(estimate.q())));
            case TOO_WIDE -> "Rule 5: the 95 % range is wider than half of the scale: too few answers for this spread.";
            default -> "Rule 6: no other rule fits. That is no proof that there is no difference.";
        };
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : String.format(Locale.ROOT, "%.3f", Rounding.withoutNoise(value))
                        .replace('-', '−');
    }

    private static String chance(@Nullable Double value) {
        return value == null ? "" : value < 0.001 ? "under 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }
}
