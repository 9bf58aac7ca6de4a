package parallax.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.table.CsvText;
import parallax.table.RowProblems;
import parallax.table.TextTable;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A file of people: which column means what, its rows, and what was found wrong with them. */
final class ContactTable {

    private static final int MOST_ROWS = 200_000;

    private final List<String> header;
    /** Name of the field of each column; null for a column that is not known. */
    private final List<@Nullable String> fields = new ArrayList<>();

    private final List<TextTable.Row> rows = new ArrayList<>();
    private final RowProblems problems = new RowProblems();
    private final CsvText rejected = new CsvText();
    private int rejectedRows;

    /** @throws RefusedException INVALID when columns are missing or rows are too many; as {@link TextTable} does */
    ContactTable(TextTable table) {
        this.header = table.header();
        header.forEach(name -> fields.add(field(name)));
        requireColumns();
        table.forEach(row -> {
            if (rows.size() == MOST_ROWS) {
                throw new RefusedException(
                        ProblemType.INVALID, "The file has more than %,d rows. Send it in parts.".formatted(MOST_ROWS));
            }
            rows.add(row);
        });
        if (rows.isEmpty()) {
            throw new RefusedException(ProblemType.INVALID, "The file names its columns, but no row follows.");
        }
        List<String> columns = new ArrayList<>(header);
        columns.add("Problem");
        rejected.row(columns);
    }

    private static @Nullable String field(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(ContactFields.SEGMENT) && lower.length() > ContactFields.SEGMENT.length()) {
            // The variable's name is kept as typed: it is shown.
            return ContactFields.SEGMENT
                    + name.substring(ContactFields.SEGMENT.length()).strip();
        }
        return ContactFields.COLUMNS.contains(lower) ? lower : null;
    }

    private void requireColumns() {
        RowProblems missing = new RowProblems();
        if (!fields.contains("audience")) {
            missing.add(1, "audience", null, "column 'audience' is missing: customer, sales or marketing");
        }
        if (!fields.contains("email") && !fields.contains("phone")) {
            missing.add(1, "email", null, "a column 'email' or 'phone' is missing");
        }
        long segments = fields.stream()
                .filter(field -> field != null && field.startsWith(ContactFields.SEGMENT))
                .count();
        if (segments > ContactFields.MOST_SEGMENTS) {
            missing.add(
                    1, null, null, "%d segment columns; %d at most".formatted(segments, ContactFields.MOST_SEGMENTS));
        }
        missing.refuseIfAny();
        for (int i = 0; i < fields.size(); i++) {
            // Our own download of rejected rows has this column; it comes back with the corrected rows.
            if (fields.get(i) == null && !header.get(i).equalsIgnoreCase("Problem")) {
                problems.add(
                        1,
                        header.get(i),
                        null,
                        "this column is not known here and was left out; known are %s, segment.<name>"
                                .formatted(String.join(", ", ContactFields.COLUMNS)));
            }
        }
    }

    List<TextTable.Row> rows() {
        return rows;
    }

    /** The texts of a row by field. */
    Map<String, String> texts(TextTable.Row row) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null) {
                texts.put(field, CsvText.unguarded(row.cells().get(i)));
            }
        }
        return texts;
    }

    /** Remembers what is wrong with a row; the problems are not empty. */
    void reject(TextTable.Row row, List<Wrong> wrong) {
        rejectedRows++;
        List<String> cells = new ArrayList<>(row.cells());
        List<String> told = new ArrayList<>();
        for (Wrong problem : wrong) {
            problems.add(row.number(), problem.column(), problem.value(), problem.message());
            told.add(problem.column() + ": " + problem.message());
        }
        cells.add(String.join(" · ", told));
        rejected.row(cells);
    }

    /** One thing wrong with a row. */
    record Wrong(String column, @Nullable String value, String message) {}

    RowProblems problems() {
        return problems;
    }

    int rejectedRows() {
        return rejectedRows;
    }

    /** The rejected rows with their columns and what is wrong, as CSV. */
    String rejectedCsv() {
        return rejected.toString();
    }
}
