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
    private @Nullable Flaw flaw;
    private int row;

    @Override
    protected void handleBegin(long startingLineNumber) {
        row++;
        values = new ArrayList<>(Math.max(8, names.size()));
        blank = true;
        flaw = null;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        if (field >= TextTable.MOST_COLUMNS) {
            spoil(null, null, "More than %d columns.".formatted(TextTable.MOST_COLUMNS));
            return;
        }
        String text = new String(buffer, offset, length).strip();
        if (text.length() > TextTable.LONGEST_CELL) {
            spoil(
                    currentColumn(),
                    text,
                    "This cell has %d characters, %d at most are read. Perhaps a quote (\") was never closed."
                            .formatted(text.length(), TextTable.LONGEST_CELL));
            text = text.substring(0, TextTable.LONGEST_CELL);
        }
        if (text.indexOf('\0') >= 0) {
            text = text.replace("\0", "␀");
            spoil(currentColumn(), text, "This cell holds the character U+0000, which no text has. Remove it.");
        }
        blank &= text.isEmpty();
        values.add(text);
    }

    /** Remembers the first thing for which a row cannot be used. */
    private void spoil(@Nullable String column, @Nullable String value, String message) {
        if (flaw == null) {
            flaw = new Flaw(column, value, message);
        }
    }

    @Override
    protected Cells buildRecord() {
        return new Cells(row, Collections.unmodifiableList(values), blank && flaw == null, flaw);
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
    record Cells(
            int number,
            List<String> values,
            boolean blank,
            @Nullable Flaw flaw) {}

    /** Why a row cannot be used, whatever its columns mean. */
    record Flaw(@Nullable String column, @Nullable String value, String message) {}
}
