package parallax.workbook;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import parallax.finding.Shown;

/** One sheet to write on: title in A1, the draft mark under it, a note, and a table whose header stands in row 5. */
final class Canvas {

    static final String WITHHELD = "[c]";
    static final String NOT_ASKED = "not asked";
    static final String PROTECTED = "[c] is not shown, to protect those who answered.";
    static final String ROUNDING =
            "Gaps are calculated before rounding, so one may be 0.1 off the difference of the two numbers printed.";
    static final String DRAFT = "DRAFT – for the consultancy";

    static final int HEADER_ROW = 4;
    static final int FIRST_ROW = 5;

    private static final int NOTE_ROW = 2;
    private static final double KEY_SCALE = 0.85;
    private static final int LONGEST_NAME_IN_FOOTER = 40;
    private static final int MOST_COLUMN_CHARACTERS = 255;
    private static final int LAST_USED_COLUMN = 40;
    private static final int STANDARD_WIDTH = 10;
    private static final float LINE_POINTS = 13.5f;
    private static final float ROW_POINTS = 18;
    private static final float TITLE_LINE_POINTS = 21;
    private static final double TITLE_SCALE = 1.6;
    private static final double MARGIN_INCHES = 0.4;
    private static final double HEADER_MARGIN_INCHES = 0.7;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final TeamReport report;
    private final List<Integer> widths;

    /** @param widths of the columns, in characters */
    Canvas(XSSFSheet sheet, Styles styles, TeamReport report, List<Integer> widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.report = report;
        this.widths = List.copyOf(widths);
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, Math.min(widths.get(column), MOST_COLUMN_CHARACTERS) * 256);
        }
        sheet.setDefaultColumnWidth(STANDARD_WIDTH);
        sheet.setDisplayGridlines(false);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    TeamReport report() {
        return report;
    }

    /** Title, draft mark and note over the first {@code columns} columns. */
    void head(TextFormula title, String note, int columns) {
        formula(0, 0, title, Look.TITLE);
        underTitle(title.value(), note, columns);
    }

    void head(String title, String note, int columns) {
        text(0, 0, title, Look.TITLE);
        underTitle(title, note, columns);
    }

    private void underTitle(String title, String note, int columns) {
        int characters = charactersOf(0, columns - 1);
        merge(0, 0, columns - 1);
        row(0).setHeightInPoints(TITLE_LINE_POINTS * TextWidth.lines(title, characters / TITLE_SCALE, true));
        String sample = report.findings().engagement().sample() ? " · sample data, invented" : "";
        String draft = "%s · %s · %s%s".formatted(DRAFT, report.client(), report.waveName(), sample);
        text(1, 0, draft, Look.DRAFT);
        row(1).setHeightInPoints(LINE_POINTS * TextWidth.lines(draft, characters, true) + 3);
        merge(1, 0, columns - 1);
        text(NOTE_ROW, 0, note, Look.NOTE);
        merge(NOTE_ROW, 0, columns - 1);
        fitHeight(NOTE_ROW, note, characters);
    }

    /** One more sentence for the note, once what stands below is known. */
    void addToNote(String sentence, int columns) {
        XSSFCell note = sheet.getRow(NOTE_ROW).getCell(0);
        note.setCellValue((note.getStringCellValue() + " " + sentence).strip());
        fitHeight(NOTE_ROW, note.getStringCellValue(), charactersOf(0, columns - 1));
    }

    /** Whether [c] stands in a cell under the header, up to a column. */
    boolean showsWithheld(int lastColumn) {
        for (int row = FIRST_ROW; row <= sheet.getLastRowNum(); row++) {
            XSSFRow cells = sheet.getRow(row);
            for (int column = 0; cells != null && column <= lastColumn; column++) {
                XSSFCell cell = cells.getCell(column);
                if (cell != null && words(cell).contains(WITHHELD)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(XSSFCell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.STRING ? cell.getStringCellValue() : "";
    }

    /** Keys stand on one line, however long. */
    void widenForKeys(int column) {
        double longest = report.lines().stream()
                .mapToDouble(line -> TextWidth.of(line.key(), false))
                .max()
                .orElse(0);
        int characters = (int) Math.ceil(KEY_SCALE * longest) + 4;
        sheet.setColumnWidth(
                column, Math.min(Math.max(charactersOf(column, column), characters), MOST_COLUMN_CHARACTERS) * 256);
    }

    void backToSummary(int row) {
        link(row, 0, "Back to Summary", SheetNames.SUMMARY);
    }

    void link(int row, int column, String words, String target) {
        XSSFCell cell = cell(row, column, Look.LINK);
        cell.setCellValue(words);
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'%s'!A1".formatted(target));
        cell.setHyperlink(link);
    }

    void text(int row, int column, String words, Look look) {
        cell(row, column, look).setCellValue(words);
    }

    /** Somebody's own words, as typed. */
    void typed(int row, int column, String words) {
        text(row, column, words, Look.TYPED);
    }

    void number(int row, int column, double value, Look look) {
        cell(row, column, look).setCellValue(value);
    }

    void truth(int row, int column, boolean value) {
        cell(row, column, Look.RULE).setCellValue(value);
    }

    void formula(int row, int column, String formula, double value, Look look) {
        XSSFCell cell = cell(row, column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(value);
    }

    void formula(int row, int column, TextFormula text, Look look) {
        XSSFCell cell = cell(row, column, look);
        cell.setCellFormula(text.formula());
        cell.setCellValue(text.value());
    }

    /** A figure: as formula where it follows from counts on the workbook, else as rounded value, bound or [c]. */
    void shown(int row, int column, Shown shown, Look look, @Nullable String formula) {
        if (shown instanceof Shown.Exact exact && formula != null) {
            formula(row, column, formula, exact.value(), look);
        } else if (shown instanceof Shown.Bound bound) {
            text(row, column, bound.text(), Look.BOUND);
        } else if (shown.number().isPresent()) {
            number(row, column, shown.number().getAsDouble(), look);
        } else if (shown instanceof Shown.NotAsked) {
            text(row, column, NOT_ASKED, Look.NOT_ASKED);
        } else {
            withheld(row, column);
        }
    }

    /** A number that stands on another sheet, by reference; what is no number as {@link #shown}. */
    void reference(int row, int column, Shown shown, Look look, String formula) {
        if (shown.number().isPresent() && !(shown instanceof Shown.Bound)) {
            formula(row, column, formula, shown.number().getAsDouble(), look);
        } else {
            shown(row, column, shown, look, null);
        }
    }

    void withheld(int row, int column) {
        text(row, column, WITHHELD, Look.WITHHELD);
    }

    void merge(int row, int firstColumn, int lastColumn) {
        if (lastColumn > firstColumn) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, firstColumn, lastColumn));
        }
    }

    /** Makes a row high enough for words that wrap at a width; spreadsheets do not do that for merged cells. */
    void fitHeight(int row, String words, int characters) {
        float height = LINE_POINTS * TextWidth.lines(words, characters, false) + 3;
        row(row).setHeightInPoints(Math.max(row(row).getHeightInPoints(), height));
    }

    int charactersOf(int firstColumn, int lastColumn) {
        return IntStream.rangeClosed(firstColumn, lastColumn)
                .map(column -> column < widths.size() ? widths.get(column) : STANDARD_WIDTH)
                .sum();
    }

    void freeze(int columns, int rows) {
        sheet.createFreezePane(columns, rows);
    }

    /** A4, one page wide, the given columns and rows. */
    void print(boolean landscape, int lastColumn, int lastRow) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.TOP, HEADER_MARGIN_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, HEADER_MARGIN_INCHES);
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
        // values and formulas stand side by side on purpose: no green corners
        sheet.addIgnoredErrors(
                new CellRangeAddress(0, lastRow, 0, LAST_USED_COLUMN),
                IgnoredErrorType.FORMULA,
                IgnoredErrorType.CALCULATED_COLUMN,
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        sheet.getHeader().setCenter(DRAFT);
        Footer footer = sheet.getFooter();
        footer.setCenter("Page &P of &N · %s · %s · confidential"
                .formatted(
                        Typed.forFooter(report.client(), LONGEST_NAME_IN_FOOTER),
                        Typed.forFooter(report.waveName(), LONGEST_NAME_IN_FOOTER)));
    }

    void onOnePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    void repeatHeader() {
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    }

    XSSFRow row(int row) {
        XSSFRow existing = sheet.getRow(row);
        if (existing != null) {
            return existing;
        }
        XSSFRow created = sheet.createRow(row);
        if (row >= FIRST_ROW) {
            created.setHeightInPoints(ROW_POINTS);
        }
        return created;
    }

    /** The row that lies some points below the top of another. */
    int rowAtDepth(int from, float points) {
        float depth = 0;
        int row = from;
        while (depth < points) {
            XSSFRow existing = sheet.getRow(row++);
            depth += existing == null ? sheet.getDefaultRowHeightInPoints() : existing.getHeightInPoints();
        }
        return row;
    }

    /** Minuend minus subtrahend, without what binary subtraction leaves behind: 4.2 − 3.15 is to print as 1.1. */
    static String difference(String minuend, String subtrahend) {
        return "ROUND(%s-%s,12)".formatted(minuend, subtrahend);
    }

    static String letter(int column) {
        return CellReference.convertNumToColString(column);
    }

    private XSSFCell cell(int row, int column, Look look) {
        XSSFCell cell = row(row).createCell(column);
        cell.setCellStyle(styles.of(look));
        return cell;
    }
}
