package parallax.workbook;

import java.util.OptionalInt;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;

/**
 * One touchpoint in a team's gap table.
 *
 * @param experience what customers give it
 * @param belief what the team believes customers give it
 * @param gap belief minus experience
 * @param notMet share of the customers who did not meet it
 * @param note what the reader must know of the figures; empty if nothing
 */
record Line(
        String key,
        String label,
        Phase phase,
        Owner owner,
        OptionalInt customers,
        Shown importance,
        Shown experience,
        OptionalInt people,
        Shown belief,
        Shown ownImportance,
        ShownGap gap,
        Shown notMet,
        String note) {

    /** Whether both sides have enough answers. */
    boolean isCompared() {
        return gap.value().number().isPresent();
    }

    boolean hasVerdict(Verdict verdict) {
        return gap.verdict() == verdict;
    }

    boolean isClear() {
        return gap.verdict() != null && gap.verdict().isClear();
    }

    boolean isLeaning() {
        return gap.verdict() != null && gap.verdict().isLeaning();
    }

    double gapToSortBy() {
        return gap.value().number().orElse(Double.NEGATIVE_INFINITY);
    }
}
