package parallax.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds rows from what the CSV reader meets, and holds the limits of a cell and a row. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler.Cells> {

    private List<String> names = List.of();
    private ArrayList<String> values = new ArrayList<>();
    private boolean blank = true;
    private int row;

    @Override
    protected void handleBegin(long startingLineNumber) {
        row++;
        values = new ArrayList<>(Math.max(8, names.size()));
        blank = true;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        if (field >= TextTable.MOST_COLUMNS) {
            throw TextTable.invalid(row, null, null, "More than %d columns.".formatted(TextTable.MOST_COLUMNS));
        }
        String text = new String(buffer, offset, length).strip();
        if (text.length() > TextTable.LONGEST_CELL) {
            throw TextTable.invalid(
                    row,
                    currentColumn(),
                    text,
                    "This cell has %d characters, %d at most are read. Perhaps a quote (\") was never closed."
                            .formatted(text.length(), TextTable.LONGEST_CELL));
        }
        if (text.indexOf('\0') >= 0) {
            throw TextTable.invalid(
                    row,
                    currentColumn(),
                    text.replace("\0", "␀"),
                    "This cell holds the character U+0000, which no text has. Remove it.");
        }
        blank &= text.isEmpty();
        values.add(text);
    }

    @Override
    protected Cells buildRecord() {
        return new Cells(row, Collections.unmodifiableList(values), blank);
    }

    void nameColumns(List<String> header) {
        names = header;
    }

    /** Number of the row being read. */
    int current() {
        return Math.max(1, row);
    }

    /** Name of the column being read. */
    @Nullable
    String currentColumn() {
        return values.size() < names.size() ? names.get(values.size()) : null;
    }

    /** One row as read. */
    record Cells(int number, List<String> values, boolean blank) {}
}
