package parallax.contact;

import java.util.List;
import parallax.table.TextTable;

/**
 * How a file was read.
 *
 * @param separator "comma", "semicolon" or "tab"
 * @param rows the first {@value #ROWS}
 */
public record ImportPreview(String encoding, String separator, List<Column> columns, List<TextTable.Row> rows) {

    static final int ROWS = 3;

    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param name as in the file
     * @param field what it is read as; "" when it is left out
     */
    public record Column(String name, String field) {}

    @Override
    public String toString() {
        return "ImportPreview";
    }
}
