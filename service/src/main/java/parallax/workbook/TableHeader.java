package parallax.workbook;

import java.util.List;
import java.util.function.IntPredicate;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** The header row of a sheet's table, and the table object over it and its rows. */
final class TableHeader {

    private TableHeader() {}

    /** @param numeric whether a column holds numbers */
    static void write(Canvas canvas, List<String> headers, IntPredicate numeric) {
        for (int column = 0; column < headers.size(); column++) {
            String header = headers.get(column);
            canvas.text(Canvas.HEADER_ROW, column, header, look(column, numeric));
        }
        fitHeight(canvas, Canvas.HEADER_ROW, headers);
    }

    static void fitHeight(Canvas canvas, int row, List<String> headers) {
        int lines = 1;
        for (int column = 0; column < headers.size(); column++) {
            lines = Math.max(lines, TextWidth.lines(headers.get(column), canvas.charactersOf(column, column), true));
        }
        canvas.row(row).setHeightInPoints(13.5f * lines + 4);
    }

    /** Call it when the rows are written; {@code name} must be one of its own in the workbook. */
    static void makeTable(Canvas canvas, String name, int columns, int rows) {
        AreaReference area = new AreaReference(
                new CellReference(Canvas.HEADER_ROW, 0),
                new CellReference(Canvas.HEADER_ROW + rows, columns - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = canvas.sheet().createTable(area);
        table.setName(name);
        table.setDisplayName(name);
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    }

    /** Words right of numbers keep a distance. */
    static Look look(int column, IntPredicate numeric) {
        if (numeric.test(column)) {
            return Look.HEADER_NUMBER;
        }
        return column > 0 && numeric.test(column - 1) ? Look.HEADER_AFTER_NUMBER : Look.HEADER;
    }
}
