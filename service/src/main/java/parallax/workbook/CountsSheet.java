package parallax.workbook;

import java.util.List;
import parallax.finding.TouchpointCounts.MeasureCounts;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;

/** Whole-number totals per touchpoint and audience: the ground on which the live formulas stand. */
final class CountsSheet {

    private static final List<CountColumn> EXPERIENCE = List.of(
            CountColumn.ANSWERS,
            CountColumn.SUM,
            CountColumn.TOP_TWO,
            CountColumn.NOT_MET,
            CountColumn.LEFT_OPEN,
            CountColumn.MEAN,
            CountColumn.TOP_TWO_SHARE,
            CountColumn.MET_SHARE);
    private static final List<CountColumn> IMPORTANCE = List.of(
            CountColumn.IMPORTANCE_ANSWERS,
            CountColumn.IMPORTANCE_SUM,
            CountColumn.IMPORTANCE_TOP_TWO,
            CountColumn.IMPORTANCE_LEFT_OPEN,
            CountColumn.IMPORTANCE_MEAN,
            CountColumn.IMPORTANCE_TOP_TWO_SHARE);

    /** Not [c]: the figure itself is shown elsewhere, rounded. */
    private static final String NO_TOTAL = "rounded";

    private final Canvas canvas;
    private final TeamReport report;

    CountsSheet(Canvas canvas) {
        this.canvas = canvas;
        this.report = canvas.report();
    }

    /** Where the counts will stand, known before they are written. */
    static TableRange range(TeamReport report) {
        int rows = report.findings().questionnaire().touchpoints().size()
                * audiences(report).size();
        return new TableRange(SheetNames.COUNTS, rows, CountColumn.KEY.ordinal());
    }

    static String key(String touchpoint, Audience audience) {
        return touchpoint + "/" + audience.code();
    }

    void write() {
        canvas.head(
                "What the figures stand on: counts of answers, never a person's",
                "Means, shares and gaps elsewhere are formulas over these totals. A total is given from 10 answers"
                        + " of which 3 differ from the commonest; below, “rounded”: the mean is shown without its total.",
                CountColumn.KEY.ordinal());
        canvas.backToSummary(3);
        TableHeader.write(
                canvas,
                CountColumn.headers(),
                column -> column >= CountColumn.ANSWERS.ordinal() && column < CountColumn.KEY.ordinal());
        int row = Canvas.FIRST_ROW;
        for (Touchpoint touchpoint : report.findings().questionnaire().touchpoints()) {
            for (Audience audience : audiences(report)) {
                write(row++, touchpoint, audience);
            }
        }
        int lastPrinted = CountColumn.KEY.ordinal() - 1;
        if (canvas.showsWithheld(lastPrinted)) {
            canvas.addToNote("Where none may be given, [c] stands.", CountColumn.KEY.ordinal());
        }
        canvas.widenForKeys(CountColumn.KEY.ordinal());
        TableHeader.makeTable(
                canvas, "counts", CountColumn.values().length, range(report).rows());
        canvas.freeze(1, Canvas.FIRST_ROW);
        canvas.repeatHeader();
        canvas.print(true, lastPrinted, row - 1);
    }

    private void write(int row, Touchpoint touchpoint, Audience audience) {
        String label = report.label(touchpoint);
        canvas.typed(row, CountColumn.TOUCHPOINT.ordinal(), label);
        canvas.fitHeight(row, label, canvas.charactersOf(0, 0));
        canvas.text(row, CountColumn.AUDIENCE.ordinal(), Words.audience(audience), Look.TEXT);
        canvas.text(row, CountColumn.KEY.ordinal(), key(touchpoint.key(), audience), Look.KEY);
        report.figures()
                .counts(audience, Measure.EXPERIENCE, touchpoint.key())
                .ifPresentOrElse(counts -> experience(row, counts), () -> none(row, touchpoint, audience, EXPERIENCE));
        report.figures()
                .counts(audience, Measure.IMPORTANCE, touchpoint.key())
                .ifPresentOrElse(counts -> importance(row, counts), () -> none(row, touchpoint, audience, IMPORTANCE));
    }

    private void experience(int row, MeasureCounts counts) {
        count(row, CountColumn.ANSWERS, counts.answers());
        count(row, CountColumn.SUM, counts.sum());
        count(row, CountColumn.TOP_TWO, counts.topTwo());
        count(row, CountColumn.NOT_MET, counts.notEncountered());
        count(row, CountColumn.LEFT_OPEN, counts.leftOpen());
        ratio(row, CountColumn.MEAN, CountColumn.SUM, CountColumn.ANSWERS, counts.sum(), counts.answers());
        ratio(
                row,
                CountColumn.TOP_TWO_SHARE,
                CountColumn.TOP_TWO,
                CountColumn.ANSWERS,
                counts.topTwo(),
                counts.answers());
        String formula = "%1$s/SUM(%1$s,%2$s)".formatted(CountColumn.ANSWERS.at(row), CountColumn.NOT_MET.at(row));
        double reach = (double) counts.answers() / (counts.answers() + counts.notEncountered());
        canvas.formula(row, CountColumn.MET_SHARE.ordinal(), formula, reach, Look.SHARE);
    }

    private void importance(int row, MeasureCounts counts) {
        count(row, CountColumn.IMPORTANCE_ANSWERS, counts.answers());
        count(row, CountColumn.IMPORTANCE_SUM, counts.sum());
        count(row, CountColumn.IMPORTANCE_TOP_TWO, counts.topTwo());
        count(row, CountColumn.IMPORTANCE_LEFT_OPEN, counts.leftOpen());
        ratio(
                row,
                CountColumn.IMPORTANCE_MEAN,
                CountColumn.IMPORTANCE_SUM,
                CountColumn.IMPORTANCE_ANSWERS,
                counts.sum(),
                counts.answers());
        ratio(
                row,
                CountColumn.IMPORTANCE_TOP_TWO_SHARE,
                CountColumn.IMPORTANCE_TOP_TWO,
                CountColumn.IMPORTANCE_ANSWERS,
                counts.topTwo(),
                counts.answers());
    }

    private void count(int row, CountColumn column, long count) {
        canvas.number(row, column.ordinal(), count, Look.COUNT);
    }

    private void ratio(int row, CountColumn target, CountColumn above, CountColumn below, long part, long whole) {
        boolean mean = target == CountColumn.MEAN || target == CountColumn.IMPORTANCE_MEAN;
        canvas.formula(
                row,
                target.ordinal(),
                above.at(row) + "/" + below.at(row),
                (double) part / whole,
                mean ? Look.POINTS : Look.SHARE);
    }

    private void none(int row, Touchpoint touchpoint, Audience audience, List<CountColumn> columns) {
        Measure measure = columns == EXPERIENCE ? Measure.EXPERIENCE : Measure.IMPORTANCE;
        boolean asked = report.figures().wasAsked(audience, measure, touchpoint.key());
        boolean rounded = report.figures()
                .mean(audience, measure, touchpoint.key())
                .number()
                .isPresent();
        for (CountColumn column : columns) {
            if (rounded) {
                canvas.text(row, column.ordinal(), NO_TOTAL, Look.NOT_ASKED);
            } else if (asked) {
                canvas.withheld(row, column.ordinal());
            } else {
                canvas.text(row, column.ordinal(), Canvas.NOT_ASKED, Look.NOT_ASKED);
            }
        }
    }

    private static List<Audience> audiences(TeamReport report) {
        return Audience.raters().stream().filter(report::wasAsked).toList();
    }
}
