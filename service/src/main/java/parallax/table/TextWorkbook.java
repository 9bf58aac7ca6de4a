package parallax.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook (.xlsx) of plain texts, to be changed by people and read by {@link SheetReader}. No text becomes a formula. */
public final class TextWorkbook {

    /** Media type of the file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int CHARACTER = 256;
    private static final String STARTS_FORMULA = "=+-@";

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle header;
    private final XSSFCellStyle text;
    private final XSSFCellStyle quoted;

    private TextWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        text = style();
        quoted = style();
        quoted.setQuotePrefixed(true);
        header = style();
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
    }

    /** The file; each sheet has its header frozen and its texts wrapped. */
    public static byte[] write(List<Sheet> sheets) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TextWorkbook writer = new TextWorkbook(workbook);
            sheets.forEach(writer::add);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Sheet content) {
        XSSFSheet sheet = workbook.createSheet(content.name());
        XSSFRow names = sheet.createRow(0);
        for (int i = 0; i < content.columns().size(); i++) {
            Column column = content.columns().get(i);
            sheet.setColumnWidth(i, column.width() * CHARACTER);
            put(names, i, column.name(), header);
        }
        for (List<String> cells : content.rows()) {
            XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.size(); i++) {
                String value = cells.get(i);
                boolean starts = !value.isEmpty() && STARTS_FORMULA.indexOf(value.charAt(0)) >= 0;
                put(row, i, value, starts ? quoted : text);
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private static void put(XSSFRow row, int column, String value, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }

    /** Text, so that what is typed into such a cell stays as typed. */
    private XSSFCellStyle style() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** @param rows cells by column; empty where there is no text */
    public record Sheet(String name, List<Column> columns, List<List<String>> rows) {}

    /** @param width in characters, 1 to 255 */
    public record Column(String name, int width) {}
}
