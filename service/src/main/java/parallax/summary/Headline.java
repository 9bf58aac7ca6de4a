package parallax.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parallax.finding.Verdict;

/** The finding in one or two sentences: what leadership reads first. */
final class Headline {

    private Headline() {}

    static String of(List<GapRow> rows) {
        if (rows.stream().allMatch(row -> row.beliefs().isEmpty())) {
            return "Only customers were asked in this wave, so there is no difference between teams and customers to show.";
        }
        List<GapRow> overestimated =
                rows.stream().filter(Headline::isOverestimated).toList();
        if (overestimated.isEmpty()) {
            long alike = rows.stream()
                    .filter(row -> row.verdict() == Verdict.ALIGNED)
                    .count();
            return 2 * alike >= rows.size()
                    ? "Your teams and your customers see most touchpoints alike."
                    : "This study cannot yet tell where your teams and your customers differ.";
        }
        Optional<GapRow> widest = overestimated.stream().max(Comparator.comparingDouble(Headline::widestClearGap));
        return "Your teams rate %d of %d touchpoints higher than your customers do.%s"
                .formatted(
                        overestimated.size(),
                        rows.size(),
                        widest.filter(row -> overestimated.size() > 1)
                                .map(row -> " %s is furthest apart.".formatted(sentenceCase(row.label())))
                                .orElseGet(() -> " It is %s."
                                        .formatted(
                                                lowerFirst(overestimated.get(0).label()))));
    }

    private static boolean isOverestimated(GapRow row) {
        return row.beliefs().stream().anyMatch(belief -> belief.verdict() == Verdict.CLEAR_ABOVE);
    }

    private static double widestClearGap(GapRow row) {
        return row.beliefs().stream()
                .filter(belief -> belief.verdict() == Verdict.CLEAR_ABOVE)
                .mapToDouble(GapRow.Belief::gapValue)
                .max()
                .orElse(0);
    }

    private static String sentenceCase(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** Keeps abbreviations such as "PR" as they are. */
    private static String lowerFirst(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
