package parallax.summary;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
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
 * @param beliefs of the teams that are heard on it ({@link Speakers}), Sales first
 */
record GapRow(
        Touchpoint touchpoint,
        String label,
        Shown customers,
        @Nullable Range range,
        List<Belief> beliefs) {

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

        boolean isCompared() {
            return verdict() != Verdict.SUPPRESSED;
        }
    }

    boolean isCompared() {
        return beliefs.stream().anyMatch(Belief::isCompared);
    }

    /** Those whose difference may be claimed, the largest first. */
    List<Belief> clear() {
        return beliefs.stream()
                .filter(belief -> belief.verdict().isClear())
                .sorted(Comparator.comparingDouble((Belief belief) -> Math.abs(belief.gapValue()))
                        .reversed())
                .toList();
    }

    /** The largest clear gap of one direction; empty where none is clear. */
    OptionalDouble widest(Verdict direction) {
        return beliefs.stream()
                .filter(belief -> belief.verdict() == direction)
                .mapToDouble(belief -> Math.abs(belief.gapValue()))
                .max();
    }

    /**
     * What may be claimed where several are heard: a difference if one of them is sure of it, agreement only if all are.
     * Where customers alone were asked there is nothing to compare.
     */
    GapGroup group() {
        if (beliefs.isEmpty()) {
            return customers.number().isPresent() ? GapGroup.CUSTOMERS_ONLY : GapGroup.HIDDEN;
        }
        List<GapGroup> groups = beliefs.stream()
                .filter(Belief::isCompared)
                .map(belief -> GapGroup.of(belief.verdict()))
                .distinct()
                .sorted()
                .toList();
        if (groups.isEmpty()) {
            return GapGroup.HIDDEN;
        }
        return groups.get(0) == GapGroup.ALIKE ? groups.get(groups.size() - 1) : groups.get(0);
    }

    /** The gap to sort by: the largest of those that put the row into its group, else of all. */
    double gapToSortBy() {
        GapGroup group = group();
        return beliefs.stream()
                .max(Comparator.comparing((Belief belief) -> GapGroup.of(belief.verdict()) == group)
                        .thenComparing(belief -> Math.abs(belief.gapValue())))
                .map(Belief::gapValue)
                .orElse(0.0);
    }
}
