package parallax.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Touchpoint;

/**
 * One touchpoint as the summary tells it: what customers say, what the teams that own it believe, and what may be claimed.
 *
 * @param customers the customers' mean experience
 * @param range its likely range; null where the mean is withheld or only bounded
 * @param beliefs of the teams that own the touchpoint and were asked, Sales first
 * @param leading the belief that decides where the row stands; null when neither owning team was asked
 */
record GapRow(
        Touchpoint touchpoint,
        String label,
        Shown customers,
        @Nullable Range range,
        List<Belief> beliefs,
        @Nullable Belief leading) {

    GapRow {
        beliefs = List.copyOf(beliefs);
    }

    /** Scale points, rounded to 0.1. */
    record Range(double low, double high) {}

    /** What a team believes customers give a touchpoint. */
    record Belief(Audience team, Shown mean, ShownGap gap) {

        Verdict verdict() {
            return gap.requireVerdict();
        }

        /** The gap, 0 where it is withheld; for ordering only. */
        double gapValue() {
            return gap.value().number().orElse(0);
        }
    }

    Verdict verdict() {
        return leading == null ? Verdict.SUPPRESSED : leading.verdict();
    }

    /** Where customers alone were asked there is nothing to compare: the row stands with what cannot be told. */
    GapGroup group() {
        if (leading == null) {
            return customers.number().isPresent() ? GapGroup.CUSTOMERS_ONLY : GapGroup.HIDDEN;
        }
        return GapGroup.of(leading.verdict());
    }
}
