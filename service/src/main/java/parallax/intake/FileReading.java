package parallax.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.contact.Wrong;
import parallax.table.CsvText;
import parallax.table.Reading;
import parallax.table.ReceivedFile;
import parallax.table.SheetReader;
import parallax.table.TextTable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Reads a table of people, text or workbook, row by row. */
final class FileReading {

    /** Most rows of a file. */
    static final int MOST_ROWS = 200_000;

    private final Consumer<FileRow> consumer;
    private List<String> header = List.of();
    private final List<List<String>> samples = new ArrayList<>();
    private int rows;

    /**
     * How to read it, where somebody said so.
     *
     * @param sheet null: the first
     */
    record Choice(Reading reading, @Nullable String sheet) {

        static final Choice FOUND = new Choice(Reading.FOUND, null);
    }

    private FileReading(Consumer<FileRow> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads a file once.
     *
     * @throws RefusedException as {@link TextTable} and {@link SheetReader} do; INVALID for a sheet that is not there, for no
     *     rows or too many
     */
    static About read(ReceivedFile file, Choice choice, Consumer<FileRow> rows) {
        FileReading reading = new FileReading(rows);
        About about = file.isZip()
                ? file.readSheets(sheets -> reading.sheet(sheets, choice.sheet()))
                : file.read(choice.reading(), reading::text);
        if (reading.rows == 0) {
            throw new RefusedException(ProblemType.INVALID, "The file names its columns, but no row follows.");
        }
        return about;
    }

    private About text(TextTable table) {
        name(table.header());
        table.forEach(
                row -> take(row.number(), unguarded(row.cells()), null),
                spoilt -> take(
                        spoilt.row().number(),
                        spoilt.row().cells(),
                        new Wrong(
                                spoilt.column() == null ? "" : spoilt.column(),
                                spoilt.value(),
                                spoilt.message(),
                                "correct the row in the file and upload it again")));
        return new About(
                table.encoding(), table.separator(), List.of(), null, header, samples, rows, 0, null, List.of());
    }

    private static List<String> unguarded(List<String> cells) {
        return cells.stream().map(CsvText::unguarded).toList();
    }

    private About sheet(SheetReader sheets, @Nullable String wanted) {
        String sheet = wanted == null
                ? sheets.sheets().get(0)
                : sheets.find(wanted).orElseThrow(() -> noSheet(wanted, sheets.sheets()));
        sheets.forEach(sheet, row -> {
            if (header.isEmpty()) {
                name(checked(row));
            } else {
                takeOfSheet(row);
            }
        });
        if (header.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Sheet “%s” is empty. Its first row must hold the names of the columns.".formatted(sheet));
        }
        return new About(null, null, sheets.sheets(), sheet, header, samples, rows, sheets.formulas(), null, List.of());
    }

    private static RefusedException noSheet(String wanted, List<String> sheets) {
        return new RefusedException(
                ProblemType.INVALID,
                "The workbook has no sheet “%s”.".formatted(wanted),
                List.of(InputError.field("/sheet", wanted, "must be one of " + String.join(", ", sheets))));
    }

    private static List<String> checked(TextTable.Row row) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cells().get(i);
            if (name.isEmpty()) {
                throw wrongHeader(row.number(), null, "Column %d has no name in the first row.".formatted(i + 1));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw wrongHeader(
                        row.number(), name, "Column '%s' stands twice in the first row. Remove one.".formatted(name));
            }
        }
        return row.cells();
    }

    private static RefusedException wrongHeader(int row, @Nullable String name, String message) {
        return new RefusedException(
                ProblemType.INVALID,
                "Row %d: %s".formatted(row, message),
                List.of(InputError.cell(row, name, name, message)));
    }

    private void takeOfSheet(TextTable.Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        Wrong broken = null;
        if (cells.size() > header.size()) {
            broken = new Wrong(
                    "",
                    cells.get(cells.size() - 1),
                    "This row has text beyond the last column that the first row names.",
                    "name the column, or empty the cell");
            cells = cells.subList(0, header.size());
        }
        while (cells.size() < header.size()) {
            cells.add("");
        }
        take(row.number(), cells, broken);
    }

    private void name(List<String> names) {
        header = names;
        names.forEach(name -> samples.add(new ArrayList<>()));
    }

    private void take(int number, List<String> cells, @Nullable Wrong broken) {
        if (rows == MOST_ROWS) {
            throw new RefusedException(
                    ProblemType.INVALID, "The file has more than %,d rows. Send it in parts.".formatted(MOST_ROWS));
        }
        rows++;
        for (int i = 0; i < cells.size(); i++) {
            List<String> shown = samples.get(i);
            if (shown.size() < About.SAMPLES && !cells.get(i).isEmpty() && !shown.contains(cells.get(i))) {
                shown.add(cells.get(i));
            }
        }
        consumer.accept(FileRow.read(number, cells, broken));
    }
}
