package parallax.workbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;

/** What customers give and what the team believes they give, drawn; beside it the table it draws. */
final class GapChartSheet {

    static final List<Integer> WIDTHS = List.of(28, 11, 11, 12, 27, 12, 1, 1);

    private static final List<String> HEADERS = List.of("Touchpoint", "Customers give it");
    private static final int CUSTOMERS = 1;
    private static final int BELIEF = 2;
    private static final int GAP = 3;
    private static final int VERDICT = 4;
    private static final int KEY = 5;

    private final Canvas canvas;
    private final TeamReport report;
    private final List<Line> lines;
    private final DumbbellTable table;

    GapChartSheet(Canvas canvas) {
        this.canvas = canvas;
        this.report = canvas.report();
        List<Audience> audiences =
                report.compares() ? List.of(Audience.CUSTOMER, report.team()) : List.of(Audience.CUSTOMER);
        this.lines = report.linesAskedOf(audiences);
        this.table =
                new DumbbellTable(canvas, lines.stream().map(this::row).toList(), audiences, ChartPlace.DRAWN_FROM);
    }

    /** What the chart is drawn from, for the smaller one on the Summary. */
    DumbbellTable table() {
        return table;
    }

    static ChartWords words(TeamReport report, String finding) {
        String team = report.teamName();
        String title = report.compares()
                ? "What customers give, and what %s believes they give".formatted(team)
                : "What customers give";
        return new ChartWords(
                "Gap chart",
                title,
                ChartPlace.axisFormat(report),
                Sentences.whoAnswered(report, List.of(Audience.CUSTOMER, report.team())),
                "Dumbbell chart, one row for each touchpoint. %s The figures stand in the table beside it and on the sheet Gap table."
                        .formatted(finding));
    }

    void write(TextFormula title) {
        canvas.head(title, note(), ChartPlace.LAST_COLUMN + 1);
        canvas.backToSummary(3);
        String team = report.teamName();
        List<String> headers = List.of(
                HEADERS.get(0),
                HEADERS.get(1),
                team + " believes customers give it",
                "Gap: %s minus customers".formatted(team),
                "Verdict",
                "Touchpoint key");
        TableHeader.write(canvas, headers, column -> column >= CUSTOMERS && column <= GAP);
        Sentences sentences = new Sentences(report);
        for (int i = 0; i < lines.size(); i++) {
            write(Canvas.FIRST_ROW + i, lines.get(i), sentences);
        }
        canvas.widenForKeys(KEY);
        TableHeader.makeTable(canvas, "gap_chart", headers.size(), lines.size());
        table.write(audience -> audience == Audience.CUSTOMER ? CUSTOMERS : BELIEF, GAP);
        ZeroFormat.add(canvas.sheet(), Canvas.FIRST_ROW, Canvas.FIRST_ROW + lines.size() - 1, GAP);
        if (canvas.showsWithheld(VERDICT)) {
            canvas.addToNote(Canvas.PROTECTED, ChartPlace.LAST_COLUMN + 1);
        }
        if (report.roundsApart()) {
            canvas.addToNote(Canvas.ROUNDING, ChartPlace.LAST_COLUMN + 1);
        }
        new ChartPlace(canvas).draw(table, words(report, title.value()));
    }

    private String note() {
        return report.compares()
                ? "Sorted by gap. A number at the right end is a clear gap."
                : report.whyNoComparison(report.team());
    }

    private void write(int row, Line line, Sentences sentences) {
        String key = "$" + Canvas.letter(KEY) + (row + 1);
        canvas.typed(row, 0, line.label());
        canvas.fitHeight(row, line.label(), canvas.charactersOf(0, 0));
        canvas.reference(row, CUSTOMERS, line.experience(), Look.POINTS, sentences.at(GapColumn.EXPERIENCE, key));
        canvas.reference(row, BELIEF, line.belief(), Look.POINTS, sentences.at(GapColumn.BELIEF, key));
        Look gap = line.isClear() ? Look.CLEAR_GAP : Look.OPEN_GAP;
        canvas.reference(row, GAP, line.gap().value(), gap, sentences.at(GapColumn.GAP, key));
        String verdict = VerdictFormula.words(line.gap().verdict());
        canvas.formula(
                row,
                VERDICT,
                new TextFormula().cell(sentences.at(GapColumn.VERDICT, key), verdict),
                line.isClear() ? Look.CLEAR_VERDICT : Look.OPEN_VERDICT);
        canvas.fitHeight(row, verdict, canvas.charactersOf(VERDICT, VERDICT) - 2);
        canvas.text(row, KEY, line.key(), Look.KEY);
    }

    private DumbbellRow row(Line line) {
        Map<Audience, Shown> values = new EnumMap<>(Audience.class);
        values.put(Audience.CUSTOMER, line.experience());
        if (report.compares()) {
            values.put(report.team(), line.belief());
        }
        Optional<Shown> gap = line.isClear() ? Optional.of(line.gap().value()) : Optional.empty();
        return new DumbbellRow(line.key(), line.label(), values, gap);
    }
}
