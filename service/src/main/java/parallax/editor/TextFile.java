package parallax.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.table.SheetReader;
import parallax.table.TextTable;
import parallax.table.TextWorkbook;
import parallax.table.TextWorkbook.Column;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * The texts of a questionnaire as a workbook, and such a workbook come back.
 *
 * @param about what it said of itself
 * @param rows of the sheet of texts, its header first
 */
record TextFile(Map<String, String> about, List<TextTable.Row> rows) {

    static final String PLACE = "place";
    static final String WHAT = "what it is";

    private static final String TEXTS = "Texts";
    private static final String ABOUT = "About";
    private static final String QUESTIONNAIRE = "Questionnaire";
    private static final String STATE = "State";
    private static final String AGAIN = "Download the texts again, put your changes into that file and send it.";
    private static final int NARROW = 28;
    private static final int WIDE = 48;

    static byte[] write(Engagement engagement, Questionnaire model) {
        TextGrid grid = new TextGrid(model);
        List<Column> columns = new ArrayList<>(List.of(new Column(PLACE, NARROW), new Column(WHAT, NARROW)));
        grid.languages().forEach(language -> columns.add(new Column(language, WIDE)));
        List<List<String>> rows = new ArrayList<>();
        for (TextGrid.Line line : grid.lines()) {
            List<String> row = new ArrayList<>(List.of(TextGrid.address(line.place()), line.what()));
            grid.languages().forEach(language -> row.add(line.cell(language).shown()));
            rows.add(row);
        }
        return TextWorkbook.write(List.of(
                new TextWorkbook.Sheet(TEXTS, columns, rows),
                new TextWorkbook.Sheet(
                        ABOUT, List.of(new Column("About", NARROW), new Column("", WIDE)), about(engagement, grid))));
    }

    private static List<List<String>> about(Engagement engagement, TextGrid grid) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Engagement", engagement.name()));
        grid.languages()
                .forEach(language -> rows.add(
                        List.of("Column " + language, Wording.of(language).name())));
        rows.add(
                List.of(
                        "What to do",
                        "Change texts in the columns of the languages and send the file back. Keep what stands in {braces}, the places and this sheet."));
        rows.add(List.of(QUESTIONNAIRE, engagement.id().toString()));
        rows.add(List.of(STATE, grid.state()));
        return rows;
    }

    /** @throws RefusedException when it is no such workbook */
    static TextFile read(SheetReader sheets) {
        Map<String, String> about = new HashMap<>();
        List<TextTable.Row> rows = new ArrayList<>();
        sheets.forEach(sheet(sheets, ABOUT), row -> {
            if (row.cells().size() > 1) {
                about.put(row.cells().get(0), row.cells().get(1));
            }
        });
        sheets.forEach(sheet(sheets, TEXTS), rows::add);
        return new TextFile(about, rows);
    }

    private static String sheet(SheetReader sheets, String name) {
        return sheets.find(name)
                .orElseThrow(() -> new RefusedException(
                        ProblemType.INVALID,
                        "The workbook has no sheet “%s”, so it is not one with texts from here. %s"
                                .formatted(name, AGAIN)));
    }

    /** @throws RefusedException when it was made of another questionnaire, or of other texts than stand now */
    void requireMadeOf(Engagement engagement, TextGrid grid) {
        if (!engagement.id().toString().equals(about.get(QUESTIONNAIRE))) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The file holds the texts of another engagement. Nothing was written. " + AGAIN);
        }
        if (!grid.state().equals(about.get(STATE))) {
            throw new RefusedException(
                    ProblemType.CHANGED_MEANWHILE,
                    "The questionnaire was changed since this file was downloaded. Nothing was written. " + AGAIN);
        }
    }
}
