package parallax.workbook;

import java.util.List;
import java.util.OptionalInt;
import parallax.finding.FigureKind;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Audience;

/** Every touchpoint with both sides, the gap, its likely range and its verdict. */
final class GapTableSheet {

    private final Canvas canvas;
    private final TeamReport report;
    private final TableRange counts;

    GapTableSheet(Canvas canvas) {
        this.canvas = canvas;
        this.report = canvas.report();
        this.counts = CountsSheet.range(report);
    }

    static TableRange range(TeamReport report) {
        return new TableRange(SheetNames.GAP_TABLE, report.lines().size(), GapColumn.KEY.ordinal());
    }

    void write(TextFormula title) {
        canvas.head(title, note(), GapColumn.LAST_PRINTED.ordinal() + 1);
        canvas.backToSummary(3);
        TableHeader.write(canvas, GapColumn.headers(report.teamName()), GapColumn::isNumeric);
        List<Line> lines = report.lines();
        for (int i = 0; i < lines.size(); i++) {
            write(Canvas.FIRST_ROW + i, lines.get(i));
        }
        canvas.widenForKeys(GapColumn.KEY.ordinal());
        completeNote();
        TableHeader.makeTable(canvas, "gaps", GapColumn.values().length, lines.size());
        int totals = Canvas.FIRST_ROW + lines.size();
        totals(totals);
        ZeroFormat.add(canvas.sheet(), Canvas.FIRST_ROW, totals - 1, GapColumn.GAP.ordinal());
        canvas.freeze(1, Canvas.FIRST_ROW);
        canvas.repeatHeader();
        canvas.print(true, GapColumn.LAST_PRINTED.ordinal(), totals);
    }

    private void completeNote() {
        int columns = GapColumn.LAST_PRINTED.ordinal() + 1;
        if (canvas.showsWithheld(GapColumn.LAST_PRINTED.ordinal())) {
            canvas.addToNote(Canvas.PROTECTED, columns);
        }
        if (report.roundsApart()) {
            canvas.addToNote(Canvas.ROUNDING, columns);
        }
    }

    private String note() {
        String points = "Ratings run from 1 to %d. ".formatted(report.scalePoints());
        if (!report.compares()) {
            return points + report.whyNoComparison(report.team());
        }
        return points
                + "A gap above 0 means %s expects more than customers give. Gaps in grey are not settled."
                        .formatted(report.teamName());
    }

    private void write(int row, Line line) {
        canvas.typed(row, GapColumn.TOUCHPOINT.ordinal(), line.label());
        canvas.fitHeight(row, line.label(), canvas.charactersOf(0, 0));
        canvas.text(row, GapColumn.PHASE.ordinal(), Words.phase(line.phase()), Look.TEXT);
        canvas.text(row, GapColumn.OWNER.ordinal(), Words.owner(line.owner()), Look.TEXT);
        customers(row, line);
        team(row, line);
        gap(row, line);
        String note = line.note();
        canvas.text(row, GapColumn.NOTE.ordinal(), note.isEmpty() ? "–" : note, Look.TEXT_AFTER_NUMBER);
        canvas.fitHeight(row, note, canvas.charactersOf(GapColumn.NOTE.ordinal(), GapColumn.NOTE.ordinal()) - 1);
        canvas.text(row, GapColumn.KEY.ordinal(), line.key(), Look.KEY);
        String figure = line.gap().figureId();
        canvas.text(row, GapColumn.FIGURE.ordinal(), figure == null ? Canvas.NOT_ASKED : figure, Look.KEY);
    }

    private void customers(int row, Line line) {
        Audience customers = Audience.CUSTOMER;
        answers(row, GapColumn.CUSTOMERS, line.customers(), line.experience(), customers);
        canvas.shown(
                row,
                GapColumn.IMPORTANCE.ordinal(),
                line.importance(),
                Look.POINTS,
                count(row, CountColumn.IMPORTANCE_MEAN, customers));
        canvas.shown(
                row,
                GapColumn.EXPERIENCE.ordinal(),
                line.experience(),
                Look.POINTS,
                count(row, CountColumn.MEAN, customers));
        canvas.shown(
                row,
                GapColumn.NOT_MET.ordinal(),
                line.notMet(),
                Look.SHARE,
                "1-" + count(row, CountColumn.MET_SHARE, customers));
    }

    private void team(int row, Line line) {
        answers(row, GapColumn.PEOPLE, line.people(), line.belief(), report.team());
        canvas.shown(
                row,
                GapColumn.BELIEF.ordinal(),
                line.belief(),
                Look.POINTS,
                count(row, CountColumn.MEAN, report.team()));
        canvas.shown(
                row,
                GapColumn.OWN_IMPORTANCE.ordinal(),
                line.ownImportance(),
                Look.POINTS,
                count(row, CountColumn.IMPORTANCE_MEAN, report.team()));
    }

    private void gap(int row, Line line) {
        Look look = line.isClear() ? Look.CLEAR_GAP : Look.OPEN_GAP;
        String difference = Canvas.difference(GapColumn.BELIEF.at(row), GapColumn.EXPERIENCE.at(row));
        canvas.shown(row, GapColumn.GAP.ordinal(), line.gap().value(), look, difference);
        canvas.shown(row, GapColumn.LOW.ordinal(), line.gap().low(), Look.OPEN_GAP, null);
        canvas.shown(row, GapColumn.HIGH.ordinal(), line.gap().high(), Look.OPEN_GAP, null);
        Verdict verdict = line.gap().verdict();
        if (verdict == null) {
            notAsked(row);
        } else {
            rules(row, line, verdict);
        }
    }

    private void notAsked(int row) {
        canvas.text(row, GapColumn.VERDICT.ordinal(), Canvas.NOT_ASKED, Look.OPEN_VERDICT);
        for (int column = GapColumn.TOO_FEW.ordinal(); column <= GapColumn.HIGHER.ordinal(); column++) {
            canvas.text(row, column, "–", Look.RULE);
        }
    }

    private void rules(int row, Line line, Verdict verdict) {
        boolean higher = verdict == Verdict.CLEAR_ABOVE
                || verdict == Verdict.LEANING_ABOVE
                || (!verdict.isClear() && !verdict.isLeaning() && line.gapToSortBy() > 0);
        canvas.truth(row, GapColumn.TOO_FEW.ordinal(), verdict == Verdict.SUPPRESSED);
        canvas.truth(row, GapColumn.CLEAR.ordinal(), verdict.isClear());
        canvas.truth(row, GapColumn.ALIKE.ordinal(), verdict == Verdict.ALIGNED);
        canvas.truth(row, GapColumn.LEANING.ordinal(), verdict.isLeaning());
        canvas.truth(row, GapColumn.TOO_WIDE.ordinal(), verdict == Verdict.TOO_WIDE);
        canvas.truth(row, GapColumn.HIGHER.ordinal(), higher);
        Look look = verdict.isClear() ? Look.CLEAR_VERDICT : Look.OPEN_VERDICT;
        canvas.formula(row, GapColumn.VERDICT.ordinal(), new VerdictFormula(row).of(verdict), look);
        String words = VerdictWords.labelled(FigureKind.PERCEPTION_GAP, verdict);
        canvas.fitHeight(row, words, canvas.charactersOf(GapColumn.VERDICT.ordinal(), GapColumn.VERDICT.ordinal()) - 2);
    }

    private void answers(int row, GapColumn column, OptionalInt answers, Shown mean, Audience audience) {
        if (answers.isEmpty()) {
            canvas.shown(row, column.ordinal(), mean, Look.COUNT, null);
        } else if (mean instanceof Shown.Exact) {
            canvas.formula(
                    row, column.ordinal(), count(row, CountColumn.ANSWERS, audience), answers.getAsInt(), Look.COUNT);
        } else {
            canvas.number(row, column.ordinal(), answers.getAsInt(), Look.COUNT);
        }
    }

    private String count(int row, CountColumn column, Audience audience) {
        return counts.lookup(column.ordinal(), "%s&\"/%s\"".formatted(GapColumn.KEY.at(row), audience.code()));
    }

    private void totals(int row) {
        String rows = "ROWS(%s)".formatted(column(GapColumn.KEY));
        int touchpoints = report.lines().size();
        canvas.formula(
                row,
                0,
                new TextFormula()
                        .cell(rows, Integer.toString(touchpoints))
                        .words(touchpoints == 1 ? " touchpoint" : " touchpoints"),
                Look.BOLD);
        for (int column = 1; column < GapColumn.values().length; column++) {
            canvas.text(row, column, "", Look.TEXT);
        }
        if (!report.compares()) {
            return;
        }
        for (GapColumn rule :
                List.of(GapColumn.TOO_FEW, GapColumn.CLEAR, GapColumn.ALIKE, GapColumn.LEANING, GapColumn.TOO_WIDE)) {
            canvas.formula(row, rule.ordinal(), "COUNTIF(%s,TRUE)".formatted(column(rule)), fitting(rule), Look.COUNT);
        }
        canvas.formula(row, GapColumn.VERDICT.ordinal(), tally(row), Look.VERDICT);
        canvas.fitHeight(
                row, tally(row).value(), canvas.charactersOf(GapColumn.VERDICT.ordinal(), GapColumn.VERDICT.ordinal()));
    }

    private TextFormula tally(int row) {
        return new TextFormula()
                .cell(GapColumn.CLEAR.at(row), Integer.toString(fitting(GapColumn.CLEAR)))
                .words(" clear · ")
                .cell(GapColumn.LEANING.at(row), Integer.toString(fitting(GapColumn.LEANING)))
                .words(" probable · ")
                .cell(GapColumn.ALIKE.at(row), Integer.toString(fitting(GapColumn.ALIKE)))
                .words(" seen alike");
    }

    private int fitting(GapColumn rule) {
        return (int) report.lines().stream()
                .filter(line -> switch (rule) {
                    case TOO_FEW -> line.hasVerdict(Verdict.SUPPRESSED);
                    case CLEAR -> line.isClear();
                    case ALIKE -> line.hasVerdict(Verdict.ALIGNED);
                    case LEANING -> line.isLeaning();
                    case TOO_WIDE -> line.hasVerdict(Verdict.TOO_WIDE);
                    default -> throw new IllegalArgumentException(rule.name());
                })
                .count();
    }

    private String column(GapColumn column) {
        return range(report).column(column.ordinal());
    }
}
