package parallax.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;
import parallax.workbook.Highlights.Pick;

/** What the Summary says, as formulas that read the gap table; touchpoints are looked up by the key beside a sentence. */
final class Sentences {

    private final TeamReport report;
    private final TableRange gaps;

    Sentences(TeamReport report) {
        this.report = report;
        this.gaps = GapTableSheet.range(report);
    }

    /** The cell of a gap column in the row of the key that stands in {@code keyCell}. */
    String at(GapColumn column, String keyCell) {
        return gaps.lookup(column.ordinal(), keyCell);
    }

    /** The touchpoint that the title names. */
    Optional<Line> named() {
        Optional<Line> above = most(Verdict.CLEAR_ABOVE, Line::gapToSortBy);
        return above.or(() -> most(Verdict.CLEAR_BELOW, line -> -line.gapToSortBy()));
    }

    TextFormula title(String keyCell) {
        if (!report.compares()) {
            return customersOnly();
        }
        if (has(Verdict.CLEAR_ABOVE)) {
            return counted(report.teamName() + " rates ", Verdict.CLEAR_ABOVE, "higher than customers do", keyCell);
        }
        if (has(Verdict.CLEAR_BELOW)) {
            String end = "higher than %s expects".formatted(report.teamName());
            return counted("Customers rate ", Verdict.CLEAR_BELOW, end, keyCell);
        }
        boolean mostlyAlike = 2 * count(line -> line.hasVerdict(Verdict.ALIGNED)) >= count(Line::isCompared);
        String team = report.teamName();
        return new TextFormula()
                .words(
                        mostlyAlike
                                ? team + " and customers see most touchpoints alike."
                                : "This study cannot yet tell where %s and customers differ.".formatted(team));
    }

    TextFormula actFirst(Optional<Pick> pick, String keyCell) {
        if (pick.isEmpty()) {
            boolean asked = report.lines().stream().anyMatch(line -> !(line.importance() instanceof Shown.NotAsked));
            return new TextFormula()
                    .words(
                            asked
                                    ? "No touchpoint clearly falls short of its importance to customers."
                                    : "Importance was not asked in this wave.");
        }
        Line line = pick.get().line();
        return start(pick.get())
                .cell(at(GapColumn.TOUCHPOINT, keyCell), line.label())
                .words(" falls short of its importance: customers call it ")
                .points(at(GapColumn.IMPORTANCE, keyCell), line.importance())
                .words(" important and give it ")
                .points(at(GapColumn.EXPERIENCE, keyCell), line.experience())
                .words(".");
    }

    TextFormula difference(Optional<Pick> pick, String keyCell, String none) {
        if (pick.isEmpty()) {
            return new TextFormula().words(none);
        }
        Line line = pick.get().line();
        TextFormula text = start(pick.get())
                .cell(at(GapColumn.TOUCHPOINT, keyCell), line.label())
                .words(": %s believes customers give it ".formatted(report.teamName()))
                .points(at(GapColumn.BELIEF, keyCell), line.belief())
                .words("; customers give it ")
                .points(at(GapColumn.EXPERIENCE, keyCell), line.experience());
        if (line.gap().value() instanceof Shown.Bound
                || line.gap().low().number().isEmpty()) {
            return text.words(".");
        }
        return text.words(", ")
                .size(at(GapColumn.GAP, keyCell), line.gap().value())
                .words((line.gapToSortBy() > 0 ? " lower" : " higher")
                        + " than %s expected (gap ".formatted(report.teamName()))
                .gap(at(GapColumn.GAP, keyCell), line.gap().value())
                .words(", likely range ")
                .gap(at(GapColumn.LOW, keyCell), line.gap().low())
                .words(" to ")
                .gap(at(GapColumn.HIGH, keyCell), line.gap().high())
                .words(").");
    }

    /** "Website: customers give it 3.6." */
    TextFormula rated(Optional<Line> line, String keyCell) {
        if (line.isEmpty()) {
            return new TextFormula().words("Too few answers to show any touchpoint.");
        }
        return new TextFormula()
                .cell(at(GapColumn.TOUCHPOINT, keyCell), line.get().label())
                .words(": customers give it ")
                .points(at(GapColumn.EXPERIENCE, keyCell), line.get().experience())
                .words(".");
    }

    /** Lowest rated first; only those with a number. */
    List<Line> ratedByCustomers() {
        return report.lines().stream()
                .filter(line -> line.experience().number().isPresent())
                .toList();
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private TextFormula customersOnly() {
        DoubleStream.Builder numbers = DoubleStream.builder();
        report.lines().stream()
                .map(Line::experience)
                .filter(shown -> shown instanceof Shown.Exact || shown instanceof Shown.Rounded)
                .forEach(shown -> numbers.add(shown.number().orElseThrow()));
        double[] sorted = numbers.build().sorted().toArray();
        String why = report.whyNoComparison(report.team());
        if (sorted.length == 0) {
            return new TextFormula().words("Too few answers to show how customers rate. " + why);
        }
        String column = gaps.column(GapColumn.EXPERIENCE.ordinal());
        TextFormula text = new TextFormula()
                .words("Customers give ")
                .cell("COUNT(%s)".formatted(column), Integer.toString(sorted.length))
                .words(sorted.length == 1 ? " touchpoint " : " touchpoints between ")
                .cell("FIXED(MIN(%s),1)".formatted(column), Rounding.pointsText(sorted[0]));
        if (sorted.length > 1) {
            text.words(" and ")
                    .cell("FIXED(MAX(%s),1)".formatted(column), Rounding.pointsText(sorted[sorted.length - 1]));
        }
        return text.words(". " + why);
    }

    private static TextFormula start(Pick pick) {
        return pick.settled() ? new TextFormula() : new TextFormula().words("Not settled: ");
    }

    /** "Sales rates 5 of 12 touchpoints higher than customers do, most of all Proposal." */
    private TextFormula counted(String start, Verdict direction, String end, String keyCell) {
        long found = count(line -> line.hasVerdict(direction));
        long all = count(Line::isCompared);
        String name = at(GapColumn.TOUCHPOINT, keyCell);
        String label = named().orElseThrow().label();
        TextFormula text = new TextFormula().words(start);
        String compared = "COUNTIF(%s,FALSE)".formatted(gaps.column(GapColumn.TOO_FEW.ordinal()));
        if (all == 1) {
            return text.words("the one touchpoint that can be compared, ")
                    .cell(name, label)
                    .words(", " + end + ".");
        }
        if (found == 1) {
            return text.words("one of ")
                    .cell(compared, Long.toString(all))
                    .words(" touchpoints, ")
                    .cell(name, label)
                    .words(", " + end + ".");
        }
        String formula = "COUNTIFS(%s,TRUE,%s,%s)"
                .formatted(
                        gaps.column(GapColumn.CLEAR.ordinal()),
                        gaps.column(GapColumn.HIGHER.ordinal()),
                        direction == Verdict.CLEAR_ABOVE ? "TRUE" : "FALSE");
        return text.cell(formula, Long.toString(found))
                .words(" of ")
                .cell(compared, Long.toString(all))
                .words(" touchpoints " + end + ", most of all ")
                .cell(name, label)
                .words(".");
    }

    private Optional<Line> most(Verdict verdict, ToDoubleFunction<Line> size) {
        return report.lines().stream()
                .filter(line -> line.hasVerdict(verdict))
                .max(java.util.Comparator.comparingDouble(size));
    }

    private boolean has(Verdict verdict) {
        return report.lines().stream().anyMatch(line -> line.hasVerdict(verdict));
    }

    private long count(Predicate<Line> predicate) {
        return report.lines().stream().filter(predicate).count();
    }

    /** For the foot of a chart: what is drawn and how many answered. */
    static String whoAnswered(TeamReport report, List<Audience> audiences) {
        Sentences sentences = new Sentences(report);
        return audiences.stream()
                .filter(report::wasAsked)
                .map(sentences::participation)
                .collect(Collectors.joining(", ", "Mean ratings of experience · ", ""));
    }

    /** "61 of 148 customers (41 %)", "14 of 16 Sales people", "fewer than 5 Marketing people". */
    String participation(Audience audience) {
        String people = audience.isTeam() ? Words.audience(audience) + " people" : "customers";
        return report.participation(audience)
                .map(participation -> {
                    Integer invited = participation.people();
                    if (participation.responses() < report.minimum(audience)) {
                        return "fewer than %d %s".formatted(report.minimum(audience), people);
                    }
                    if (invited == null || invited < participation.responses()) {
                        return number(participation.responses()) + " " + people;
                    }
                    OptionalDouble rate = audience.isTeam()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(100.0 * participation.responses() / invited);
                    return "%s of %s %s".formatted(number(participation.responses()), number(invited), people)
                            + (rate.isPresent() ? " (%d %%)".formatted(Math.round(rate.getAsDouble())) : "");
                })
                .orElse(
                        report.wasAsked(audience)
                                ? "nobody in " + Words.audience(audience)
                                : Words.audience(audience) + " was not asked");
    }
}
