package parallax.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;

/** The finding in one or two sentences: what leadership reads first. */
final class Headline {

    private final List<GapRow> rows;
    private final List<GapRow> compared;

    private Headline(List<GapRow> rows) {
        this.rows = rows;
        this.compared = rows.stream().filter(GapRow::isCompared).toList();
    }

    /** @param asked who was asked in the wave, whether or not anybody answered */
    static String of(List<GapRow> rows, Set<Audience> asked) {
        return new Headline(rows).tell(asked);
    }

    private String tell(Set<Audience> asked) {
        if (asked.stream().noneMatch(Audience::isTeam)) {
            return "Only customers were asked in this wave, so there is no difference between teams and customers to show.";
        }
        if (compared.isEmpty()) {
            return rows.stream().allMatch(row -> row.beliefs().isEmpty())
                    ? "Nobody in your teams has answered, so there is no difference between teams and customers to show."
                    : "Too few answers to compare your teams with your customers.";
        }
        List<GapRow> overestimated = clear(Verdict.CLEAR_ABOVE);
        if (!overestimated.isEmpty()) {
            return counted(
                    teams() + (speaking().size() == 1 ? " rates" : " rate"),
                    overestimated,
                    "higher than your customers do");
        }
        List<GapRow> underestimated = clear(Verdict.CLEAR_BELOW);
        if (!underestimated.isEmpty()) {
            String expect = speaking().size() == 1 ? teams() + " expects" : "your teams expect";
            return counted("Your customers rate", underestimated, "higher than " + expect);
        }
        long alike =
                compared.stream().filter(row -> row.group() == GapGroup.ALIKE).count();
        return 2 * alike >= compared.size()
                ? teams() + " and your customers see most touchpoints alike."
                : "This study cannot yet tell where %s and your customers differ."
                        .formatted(speaking().size() == 1 ? teams() : "your teams");
    }

    /** "Your teams rate 5 of 12 touchpoints higher than your customers do. Proposal is furthest apart." */
    private String counted(String start, List<GapRow> found, String end) {
        String widest = found.get(0).label();
        if (compared.size() == 1) {
            return "%s the one touchpoint that can be compared, %s, %s.".formatted(start, widest, end);
        }
        return found.size() == 1
                ? "%s one of %d touchpoints, %s, %s.".formatted(start, compared.size(), widest, end)
                : "%s %d of %d touchpoints %s. %s is furthest apart."
                        .formatted(start, found.size(), compared.size(), end, widest);
    }

    /** The widest first. */
    private List<GapRow> clear(Verdict direction) {
        return compared.stream()
                .filter(row -> row.widest(direction).isPresent())
                .sorted(Comparator.comparingDouble(
                                (GapRow row) -> row.widest(direction).orElse(0))
                        .reversed())
                .toList();
    }

    private String teams() {
        return speaking().size() == 1 ? SummaryTable.name(speaking().iterator().next()) : "Your teams";
    }

    /** The teams that have figures. */
    private Set<Audience> speaking() {
        return compared.stream()
                .flatMap(row -> row.beliefs().stream())
                .filter(GapRow.Belief::isCompared)
                .map(GapRow.Belief::team)
                .collect(Collectors.toSet());
    }
}
