package parallax.workbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.FigureKind;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/** Customers, Sales and Marketing for every touchpoint: sharing with both teams is the point. */
final class SideBySideSheet {

    static final List<Integer> WIDTHS = List.of(28, 11, 16, 14, 13, 27, 12, 1);

    private static final List<Audience> TEAMS = List.of(Audience.SALES, Audience.MARKETING);
    private static final int GAP = 4;
    private static final int VERDICT = 5;
    private static final int KEY = 6;

    private final Canvas canvas;
    private final TeamReport report;
    private final TableRange counts;
    private final List<Audience> drawn;
    private final List<Line> lines;
    private final DumbbellTable table;

    SideBySideSheet(Canvas canvas) {
        this.canvas = canvas;
        this.report = canvas.report();
        this.counts = CountsSheet.range(report);
        this.drawn = Audience.raters().stream()
                .filter(audience -> audience == Audience.CUSTOMER || hasNumbers(audience))
                .toList();
        this.lines = report.linesAskedOf(Audience.raters());
        this.table = new DumbbellTable(canvas, lines.stream().map(this::row).toList(), drawn, ChartPlace.DRAWN_FROM);
    }

    void write() {
        String finding = finding();
        canvas.head(finding, note(), ChartPlace.LAST_COLUMN + 1);
        canvas.backToSummary(3);
        List<String> headers = List.of(
                "Touchpoint",
                "Customers give it",
                "Sales believes they give it",
                "Marketing believes they give it",
                "Sales minus Marketing",
                "Sales and Marketing",
                "Touchpoint key");
        TableHeader.write(canvas, headers, column -> column >= 1 && column <= GAP);
        for (int i = 0; i < lines.size(); i++) {
            write(Canvas.FIRST_ROW + i, lines.get(i));
        }
        canvas.widenForKeys(KEY);
        TableHeader.makeTable(canvas, "side_by_side", headers.size(), lines.size());
        table.write(audience -> 1 + audience.ordinal(), GAP);
        ZeroFormat.add(canvas.sheet(), Canvas.FIRST_ROW, Canvas.FIRST_ROW + lines.size() - 1, GAP);
        completeNote();
        new ChartPlace(canvas)
                .draw(
                        table,
                        new ChartWords(
                                "Side by side",
                                chartTitle(),
                                ChartPlace.axisFormat(report),
                                Sentences.whoAnswered(report, Audience.raters()),
                                "Chart with the marks of customers, Sales and Marketing in one row for each touchpoint. %s The figures stand in the table beside it."
                                        .formatted(finding)));
    }

    private String finding() {
        List<Audience> missing = missingTeams();
        if (missing.size() == TEAMS.size()) {
            return "Customers only: neither Sales nor Marketing can be shown beside them";
        }
        if (!missing.isEmpty()) {
            Audience shown = missing.contains(Audience.SALES) ? Audience.MARKETING : Audience.SALES;
            return "Customers and %s side by side. %s"
                    .formatted(Words.audience(shown), report.whyNoComparison(missing.get(0)));
        }
        return bothTeams();
    }

    private String bothTeams() {
        long compared = lines.stream()
                .map(this::alignment)
                .filter(verdict -> verdict != null && verdict != Verdict.SUPPRESSED)
                .count();
        List<Line> clear = lines.stream()
                .filter(line -> {
                    Verdict verdict = alignment(line);
                    return verdict != null && verdict.isClear();
                })
                .toList();
        if (clear.isEmpty()) {
            return "No touchpoint on which Sales and Marketing clearly differ";
        }
        if (compared == 1) {
            return "Sales and Marketing clearly differ on the one touchpoint that can be compared, "
                    + clear.get(0).label();
        }
        return clear.size() == 1
                ? "Sales and Marketing clearly differ on one of %d touchpoints, %s"
                        .formatted(compared, clear.get(0).label())
                : "Sales and Marketing clearly differ on %d of %d touchpoints".formatted(clear.size(), compared);
    }

    private @Nullable Verdict alignment(Line line) {
        return report.figures().alignmentGap(line.key()).verdict();
    }

    private void completeNote() {
        if (canvas.showsWithheld(VERDICT)) {
            canvas.addToNote(Canvas.PROTECTED, ChartPlace.LAST_COLUMN + 1);
        }
        boolean apart = lines.stream()
                .anyMatch(line -> TeamReport.roundsApart(
                        mean(Audience.SALES, line.key()),
                        mean(Audience.MARKETING, line.key()),
                        report.figures().alignmentGap(line.key()).value()));
        if (apart) {
            canvas.addToNote(Canvas.ROUNDING, ChartPlace.LAST_COLUMN + 1);
        }
    }

    private String chartTitle() {
        return switch (drawn.size()) {
            case 1 -> "What customers give";
            case 2 -> "What customers give, and what %s believes they give".formatted(Words.audience(drawn.get(1)));
            default -> "What customers give, and what both teams believe they give";
        };
    }

    private List<Audience> missingTeams() {
        return TEAMS.stream().filter(team -> !hasNumbers(team)).toList();
    }

    private String note() {
        StringBuilder note = new StringBuilder("Same order as the gap table. The line joins all who are shown.");
        missingTeams().forEach(team -> note.append(' ').append(report.whyNoComparison(team)));
        return note.toString();
    }

    private void write(int row, Line line) {
        canvas.typed(row, 0, line.label());
        canvas.fitHeight(row, line.label(), canvas.charactersOf(0, 0));
        for (Audience audience : Audience.raters()) {
            String key = "$%s%d&\"/%s\"".formatted(Canvas.letter(KEY), row + 1, audience.code());
            canvas.shown(
                    row,
                    1 + audience.ordinal(),
                    mean(audience, line.key()),
                    Look.POINTS,
                    counts.lookup(CountColumn.MEAN.ordinal(), key));
        }
        ShownGap gap = report.figures().alignmentGap(line.key());
        boolean clear = gap.verdict() != null && gap.verdict().isClear();
        canvas.shown(
                row,
                GAP,
                gap.value(),
                clear ? Look.CLEAR_GAP : Look.OPEN_GAP,
                Canvas.difference("$C" + (row + 1), "$D" + (row + 1)));
        String verdict = gap.verdict() == null
                ? Canvas.NOT_ASKED
                : VerdictWords.labelled(FigureKind.ALIGNMENT_GAP, gap.verdict());
        canvas.text(row, VERDICT, verdict, clear ? Look.CLEAR_VERDICT : Look.OPEN_VERDICT);
        canvas.fitHeight(row, verdict, canvas.charactersOf(VERDICT, VERDICT) - 2);
        canvas.text(row, KEY, line.key(), Look.KEY);
    }

    private DumbbellRow row(Line line) {
        Map<Audience, Shown> values = new EnumMap<>(Audience.class);
        drawn.forEach(audience -> values.put(audience, mean(audience, line.key())));
        return new DumbbellRow(line.key(), line.label(), values, Optional.empty());
    }

    private Shown mean(Audience audience, String touchpoint) {
        return report.figures().mean(audience, Measure.EXPERIENCE, touchpoint);
    }

    private boolean hasNumbers(Audience audience) {
        return report.lines().stream()
                .anyMatch(line -> mean(audience, line.key()).number().isPresent());
    }
}
