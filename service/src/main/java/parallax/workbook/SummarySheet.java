package parallax.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;

/** The page a team reads first: the finding, three touchpoints, the largest gaps, the chart, how to read it. */
final class SummarySheet {

    static final List<Integer> WIDTHS = List.of(30, 12, 14, 11, 14, 27, 13);

    private static final int LAST = 5;
    private static final int KEY = 6;
    private static final int FINDINGS_ROW = Canvas.FIRST_ROW;
    private static final int TABLE_HEADER_ROW = 9;
    private static final int MOST_DRAWN = 16;
    private static final float CHART_POINTS_AROUND = 100;
    private static final float CHART_POINTS_OF_ROW = 19;
    private static final int CHART_TEXT_SIZE = 9;

    private final Canvas canvas;
    private final TeamReport report;
    private final Sentences sentences;
    private final Highlights highlights;

    SummarySheet(Canvas canvas, Sentences sentences) {
        this.canvas = canvas;
        this.report = canvas.report();
        this.sentences = sentences;
        this.highlights = Highlights.of(report);
    }

    /** The title, with the key of the touchpoint it names beside it. */
    static String titleKeyCell() {
        return "$" + Canvas.letter(KEY) + "$1";
    }

    void write(DumbbellTable chart) {
        TextFormula title = sentences.title(titleKeyCell());
        canvas.head(title, participation(), LAST + 1);
        sentences.named().ifPresent(line -> canvas.text(0, KEY, line.key(), Look.KEY));
        findings();
        int row = table(TABLE_HEADER_ROW) + 1;
        row = chart(row, chart, title.value());
        row = howToRead(row, chart);
        links(row);
        canvas.widenForKeys(KEY);
        canvas.freeze(0, 2);
        canvas.print(false, LAST, row);
        canvas.onOnePage();
    }

    private String participation() {
        return "%s, %s. Fewer than %d are never shown. Those who did not answer may think differently."
                .formatted(
                        sentences.participation(Audience.CUSTOMER),
                        sentences.participation(report.team()),
                        report.minimum(Audience.CUSTOMER));
    }

    private void findings() {
        canvas.text(Canvas.HEADER_ROW, 0, "Three findings", Look.HEADER);
        for (int column = 1; column <= LAST; column++) {
            canvas.text(Canvas.HEADER_ROW, column, "", Look.HEADER);
        }
        canvas.text(Canvas.HEADER_ROW, KEY, "Touchpoint key", Look.HEADER);
        finding(
                0,
                "Act first",
                pickedKey(highlights.actFirst()),
                sentences.actFirst(highlights.actFirst(), keyCell(0)));
        if (report.compares()) {
            compared();
        } else {
            ratedByCustomers();
        }
    }

    private void compared() {
        finding(
                1,
                "Overestimated",
                pickedKey(highlights.overestimated()),
                sentences.difference(
                        highlights.overestimated(),
                        keyCell(1),
                        "No %stouchpoint that %s clearly rates higher than customers do."
                                .formatted(highlights.actFirst().isPresent() ? "further " : "", report.teamName())));
        finding(
                2,
                "Underestimated strength",
                pickedKey(highlights.underestimated()),
                sentences.difference(
                        highlights.underestimated(),
                        keyCell(2),
                        "No touchpoint that customers clearly rate higher than %s expects."
                                .formatted(report.teamName())));
    }

    private void ratedByCustomers() {
        List<Line> rated = sentences.ratedByCustomers();
        Optional<Line> lowest = rated.stream().findFirst();
        Optional<Line> highest = rated.isEmpty() ? Optional.empty() : Optional.of(rated.get(rated.size() - 1));
        finding(1, "Lowest mean", lowest.map(Line::key), sentences.rated(lowest, keyCell(1)));
        finding(2, "Highest mean", highest.map(Line::key), sentences.rated(highest, keyCell(2)));
    }

    private void finding(int index, String label, Optional<String> key, TextFormula sentence) {
        int row = FINDINGS_ROW + index;
        canvas.text(row, 0, label, Look.BOLD);
        canvas.formula(row, 1, sentence, Look.TEXT);
        for (int column = 2; column <= LAST; column++) {
            canvas.text(row, column, "", Look.TEXT);
        }
        canvas.merge(row, 1, LAST);
        canvas.fitHeight(row, sentence.value(), canvas.charactersOf(1, LAST) - 2);
        key.ifPresent(touchpoint -> canvas.text(row, KEY, touchpoint, Look.KEY));
    }

    private static Optional<String> pickedKey(Optional<Highlights.Pick> pick) {
        return pick.map(picked -> picked.line().key());
    }

    private static String keyCell(int index) {
        return "$" + Canvas.letter(KEY) + "$" + (FINDINGS_ROW + index + 1);
    }

    /** @return the row after the table */
    private int table(int headerRow) {
        List<Line> rows = report.compares()
                ? highlights.largest()
                : sentences.ratedByCustomers().stream().limit(5).toList();
        List<String> headers = report.compares()
                ? List.of(
                        "Largest gaps, clear ones first",
                        "Customers give it",
                        report.teamName() + " believes they give it",
                        "Gap",
                        "Likely range",
                        "Verdict",
                        "Touchpoint key")
                : List.of(
                        "Lowest means",
                        "Customers give it",
                        "Importance to customers",
                        "Customers",
                        "Did not meet it",
                        "Note",
                        "Touchpoint key");
        for (int column = 0; column < headers.size(); column++) {
            canvas.text(headerRow, column, headers.get(column), TableHeader.look(column, at -> at >= 1 && at <= 4));
        }
        TableHeader.fitHeight(canvas, headerRow, headers);
        for (int i = 0; i < rows.size(); i++) {
            row(headerRow + 1 + i, rows.get(i));
        }
        if (!rows.isEmpty() && report.compares()) {
            ZeroFormat.add(canvas.sheet(), headerRow + 1, headerRow + rows.size(), 3);
        }
        return headerRow + 1 + rows.size();
    }

    private void row(int row, Line line) {
        String key = "$" + Canvas.letter(KEY) + (row + 1);
        canvas.text(row, KEY, line.key(), Look.KEY);
        canvas.formula(
                row, 0, new TextFormula().cell(sentences.at(GapColumn.TOUCHPOINT, key), line.label()), Look.TEXT);
        canvas.fitHeight(row, line.label(), canvas.charactersOf(0, 0));
        canvas.reference(row, 1, line.experience(), Look.POINTS, sentences.at(GapColumn.EXPERIENCE, key));
        if (report.compares()) {
            compared(row, line, key);
        } else {
            canvas.reference(row, 2, line.importance(), Look.POINTS, sentences.at(GapColumn.IMPORTANCE, key));
            canvas.formula(
                    row,
                    3,
                    sentences.at(GapColumn.CUSTOMERS, key),
                    line.customers().orElse(0),
                    Look.COUNT);
            canvas.reference(row, 4, line.notMet(), Look.SHARE, sentences.at(GapColumn.NOT_MET, key));
            canvas.text(row, 5, line.note().isEmpty() ? "–" : line.note(), Look.TEXT_AFTER_NUMBER);
        }
    }

    private void compared(int row, Line line, String key) {
        canvas.reference(row, 2, line.belief(), Look.POINTS, sentences.at(GapColumn.BELIEF, key));
        Look gap = line.isClear() ? Look.CLEAR_GAP : Look.OPEN_GAP;
        canvas.reference(row, 3, line.gap().value(), gap, sentences.at(GapColumn.GAP, key));
        if (line.gap().low() instanceof Shown.Rounded low && line.gap().high() instanceof Shown.Rounded high) {
            TextFormula range = new TextFormula()
                    .gap(sentences.at(GapColumn.LOW, key), low)
                    .words(" to ")
                    .gap(sentences.at(GapColumn.HIGH, key), high);
            canvas.formula(row, 4, range, Look.BOUND);
        } else {
            canvas.withheld(row, 4);
        }
        String verdict = VerdictFormula.words(line.gap().verdict());
        canvas.formula(
                row,
                5,
                new TextFormula().cell(sentences.at(GapColumn.VERDICT, key), verdict),
                line.isClear() ? Look.CLEAR_VERDICT : Look.OPEN_VERDICT);
        canvas.fitHeight(row, verdict, canvas.charactersOf(5, 5) - 2);
    }

    /** @return the row after the chart */
    private int chart(int firstRow, DumbbellTable table, String finding) {
        int drawn = Math.min(MOST_DRAWN, table.rows().size());
        float height = CHART_POINTS_AROUND + CHART_POINTS_OF_ROW * drawn;
        int lastRow = canvas.rowAtDepth(firstRow, height);
        ChartWords words = GapChartSheet.words(report, finding);
        if (drawn < table.rows().size()) {
            words = words.titled("%s: the first %d of %d"
                    .formatted(words.title(), drawn, table.rows().size()));
        }
        new DumbbellChart(table, drawn, CHART_TEXT_SIZE, height)
                .draw(canvas.sheet(), new XSSFClientAnchor(0, 0, 0, 0, 0, firstRow, LAST + 1, lastRow), words);
        return lastRow + 1;
    }

    private int howToRead(int firstRow, DumbbellTable chart) {
        canvas.text(firstRow, 0, "How to read this", Look.HEADER);
        for (int column = 1; column <= LAST; column++) {
            canvas.text(firstRow, column, "", Look.HEADER);
        }
        int row = firstRow + 1;
        canvas.text(row++, 0, marks(), Look.NOTE);
        if (report.compares()) {
            canvas.formula(row++, 0, clear(), Look.NOTE);
        } else {
            canvas.text(
                    row++, 0, "Numbers are means of the ratings; the sheet Method says how they are made.", Look.NOTE);
        }
        String special = special(chart);
        if (!special.isEmpty()) {
            canvas.text(row++, 0, special, Look.NOTE);
        }
        for (int written = firstRow + 1; written < row; written++) {
            canvas.merge(written, 0, LAST);
            canvas.fitHeight(
                    written,
                    canvas.sheet().getRow(written).getCell(0).getStringCellValue(),
                    canvas.charactersOf(0, LAST));
        }
        return row;
    }

    /** What must be said of this page's numbers, and of no other's. */
    private String special(DumbbellTable chart) {
        List<String> notes = new ArrayList<>();
        boolean marked = chart.rows().stream().limit(MOST_DRAWN).anyMatch(DumbbellRow::isWithheld);
        if (marked || canvas.showsWithheld(LAST)) {
            notes.add("[c] stands where too few people answered to show a number without pointing at them.");
        }
        if (highlights.largest().stream().anyMatch(line -> !line.isClear())) {
            notes.add("Grey gaps are not settled.");
        }
        if (report.roundsApart()) {
            notes.add(Canvas.ROUNDING);
        }
        return String.join(" ", notes);
    }

    private String marks() {
        String customers = "● Dark circle: what customers give, from 1 to %d.".formatted(report.scalePoints());
        if (!report.compares()) {
            return customers + " " + report.whyNoComparison(report.team());
        }
        String mark = report.team() == Audience.SALES ? "■ Blue square" : "▲ Orange triangle";
        return customers
                + " %s: what %s believes they give. The line between them is the gap."
                        .formatted(mark, report.teamName());
    }

    private TextFormula clear() {
        double smallest = report.findings().engagement().smallestGapPoints();
        return new TextFormula()
                .words("A gap is called clear when it is more than chance and at least ")
                .cell(MethodSheet.SMALLEST_GAP, TextFormula.plain(smallest))
                .words(" points. The likely range says where the true gap probably lies.");
    }

    private void links(int row) {
        List<String> targets = SheetNames.IN_ORDER.subList(1, SheetNames.IN_ORDER.size());
        for (int i = 0; i < targets.size(); i++) {
            canvas.link(row, i, targets.get(i), targets.get(i));
        }
    }
}
