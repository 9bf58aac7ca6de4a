package parallax.workbook;

import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Wording;

/** Where the chart of a chart sheet stands: right of its table, which takes the columns A to H; what it is drawn from follows. */
record ChartPlace(Canvas canvas) {

    static final int FIRST_COLUMN = 8;
    static final int LAST_COLUMN = 16;
    static final int DRAWN_FROM = 18;

    private static final int TEXT_SIZE = 10;
    private static final float POINTS_OF_ROW = 28;
    private static final float POINTS_OF_ROW_AMONG_MANY = 18;
    private static final int FEW_ROWS = 14;
    /** Deeper sheets would print too small on one page. */
    private static final float MOST_POINTS_ON_A_PAGE = 850;

    private static final float POINTS_AROUND = 110;

    void draw(DumbbellTable table, ChartWords words) {
        int rows = table.rows().size();
        float height = POINTS_AROUND + (rows <= FEW_ROWS ? POINTS_OF_ROW : POINTS_OF_ROW_AMONG_MANY) * rows;
        int lastRow = canvas.rowAtDepth(Canvas.HEADER_ROW, height);
        XSSFClientAnchor place =
                new XSSFClientAnchor(0, 0, 0, 0, FIRST_COLUMN, Canvas.HEADER_ROW, LAST_COLUMN + 1, lastRow);
        new DumbbellChart(table, table.rows().size(), TEXT_SIZE, height).draw(canvas.sheet(), place, words);
        canvas.freeze(0, Canvas.FIRST_ROW);
        int printedRow = Math.max(lastRow, Canvas.FIRST_ROW + rows);
        canvas.print(true, LAST_COLUMN, printedRow);
        if (canvas.rowAtDepth(0, MOST_POINTS_ON_A_PAGE) > printedRow) {
            canvas.onOnePage();
        }
    }

    /** A number format that writes the scale's own words at both ends: 1 Very poor … 5 Very good. */
    static String axisFormat(TeamReport report) {
        int points = report.scalePoints();
        String language = report.findings().questionnaire().defaultLanguage();
        return Wording.find(language)
                .map(wording -> wording.scale(points, Measure.EXPERIENCE))
                .map(words -> "[=1]\"1 %s\";[=%d]\"%d %s\";0"
                        .formatted(
                                words.get(0).replace("\"", ""),
                                points,
                                points,
                                words.get(words.size() - 1).replace("\"", "")))
                .orElse("0");
    }
}
