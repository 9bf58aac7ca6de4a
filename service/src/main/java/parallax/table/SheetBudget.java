package parallax.table;

import org.jspecify.annotations.Nullable;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** How much of a workbook is read, all its sheets together. */
final class SheetBudget {

    /** The last row that a spreadsheet can have. */
    private static final int LAST_ROW = 1_048_576;

    private int rows;
    private int cells;
    private long characters;
    private int sharedTexts;
    private long sharedCharacters;

    /** A row that begins; spreadsheet programs leave empty ones far below the last that is used. */
    void row(String sheet, int number) {
        rows++;
        if (number < 1 || number > LAST_ROW || rows > SheetReader.MOST_ROWS) {
            throw tooManyRows(sheet, number);
        }
    }

    /** A row that has text. */
    void usedRow(String sheet, int number) {
        if (number > SheetReader.MOST_ROWS) {
            throw tooManyRows(sheet, number);
        }
    }

    private static RefusedException tooManyRows(String sheet, int number) {
        return tooMuch(
                "Sheet “%s” has a row %,d; at most %,d rows are read. Delete rows that are not needed, also empty ones that were formatted, or send the sheet in parts."
                        .formatted(sheet, number, SheetReader.MOST_ROWS));
    }

    void column(String sheet, int row, int column) {
        if (column >= SheetReader.MOST_COLUMNS) {
            throw tooMuch(
                    "Row %d of sheet “%s” has more than %d columns. Delete the columns that are not needed, also empty ones that were formatted."
                            .formatted(row, sheet, SheetReader.MOST_COLUMNS));
        }
    }

    void cell() {
        cells++;
        if (cells > SheetReader.MOST_CELLS) {
            throw tooMuch(
                    "The workbook has more than %,d cells. Delete the sheets that are not needed, or send it in parts."
                            .formatted(SheetReader.MOST_CELLS));
        }
    }

    /** Text of a cell as it grows. */
    void text(String sheet, int row, int length) {
        if (length > SheetReader.LONGEST_CELL) {
            throw tooMuch("A cell in row %d of sheet “%s” has more than %,d characters. Shorten it."
                    .formatted(row, sheet, SheetReader.LONGEST_CELL));
        }
    }

    void characters(@Nullable String text) {
        characters += text == null ? 0 : text.length();
        if (characters > SheetReader.MOST_CHARACTERS) {
            throw tooMuch("The workbook has more than %,d characters. Send it in parts."
                    .formatted(SheetReader.MOST_CHARACTERS));
        }
    }

    void sharedText() {
        sharedTexts++;
        if (sharedTexts > SheetReader.MOST_CELLS) {
            throw tooMuch(
                    "The workbook holds more than %,d texts. Send it in parts.".formatted(SheetReader.MOST_CELLS));
        }
    }

    void sharedText(int length) {
        if (length > SheetReader.LONGEST_CELL) {
            throw tooMuch("A text of the workbook has more than %,d characters. Shorten it."
                    .formatted(SheetReader.LONGEST_CELL));
        }
    }

    void sharedCharacters(int length) {
        sharedCharacters += length;
        if (sharedCharacters > SheetReader.MOST_CHARACTERS) {
            throw tooMuch("The workbook has more than %,d characters. Send it in parts."
                    .formatted(SheetReader.MOST_CHARACTERS));
        }
    }

    private static RefusedException tooMuch(String detail) {
        return new RefusedException(ProblemType.INVALID, detail);
    }
}
