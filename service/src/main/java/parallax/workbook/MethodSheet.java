package parallax.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parallax.questionnaire.Audience;

/** How the figures were made, in plain words, and the settings that formulas read. */
final class MethodSheet {

    static final String SMALLEST_GAP = "smallest_gap";

    static final List<Integer> WIDTHS = List.of(20, 32, 96, 10);

    private static final int VALUE = 3;

    private final Canvas canvas;
    private final TeamReport report;

    MethodSheet(Canvas canvas) {
        this.canvas = canvas;
        this.report = canvas.report();
    }

    /** Must run before any formula that reads the settings is set. */
    static void nameSettings(XSSFWorkbook workbook) {
        List<String> names = List.of(SMALLEST_GAP, "minimum_group", "minimum_team", "minimum_accounts");
        for (int i = 0; i < names.size(); i++) {
            Name name = workbook.createName();
            name.setNameName(names.get(i));
            name.setRefersToFormula(
                    "'%s'!$%s$%d".formatted(SheetNames.METHOD, Canvas.letter(VALUE), Canvas.FIRST_ROW + i + 1));
        }
    }

    void write() {
        canvas.head("How this was measured, and what the words mean", "Method version 1.", WIDTHS.size());
        canvas.backToSummary(3);
        TableHeader.write(canvas, List.of("About", "What", "In words", "Value"), column -> column == VALUE);
        int row = settings();
        for (MethodText.Entry entry : MethodText.of(report)) {
            write(row++, entry.about(), entry.what(), entry.words());
        }
        TableHeader.makeTable(canvas, "method", WIDTHS.size(), row - Canvas.FIRST_ROW);
        canvas.freeze(0, Canvas.FIRST_ROW);
        canvas.repeatHeader();
        canvas.print(true, WIDTHS.size() - 1, row - 1);
    }

    private int settings() {
        int row = Canvas.FIRST_ROW;
        var engagement = report.findings().engagement();
        setting(
                row++,
                "Smallest gap that matters",
                "In scale points; agreed before the answers came in (%s %% of the scale's range)."
                        .formatted(TextFormula.plain(engagement.smallestGapPercent())),
                engagement.smallestGapPoints());
        setting(
                row++,
                "Smallest group of customers",
                "A figure needs at least this many customers' answers.",
                report.minimum(Audience.CUSTOMER));
        setting(
                row++,
                "Smallest team",
                "A team's figure needs at least this many of its people.",
                report.minimum(report.team()));
        setting(
                row++,
                "Fewest accounts",
                "A customers' figure needs answers from at least this many customer companies.",
                engagement.minimumAccounts());
        return row;
    }

    private void setting(int row, String what, String words, double value) {
        write(row, "Settings", what, words);
        canvas.number(row, VALUE, value, Look.SETTING);
    }

    private void write(int row, String about, String what, String words) {
        canvas.text(row, 0, about, Look.TEXT);
        canvas.typed(row, 1, what);
        canvas.typed(row, 2, words);
        canvas.text(row, VALUE, "", Look.TEXT);
        canvas.fitHeight(row, what, canvas.charactersOf(1, 1));
        canvas.fitHeight(row, words, canvas.charactersOf(2, 2));
    }
}
