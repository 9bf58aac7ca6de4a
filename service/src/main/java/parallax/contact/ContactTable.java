package parallax.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final ContactColumns columns;
    private final String encoding;
    private final String separator;
    private final List<TextTable.Row> rows = new ArrayList<>();
    private final RowProblems problems = new RowProblems();
    private final CsvText rejected = new CsvText();
    private final Map<Integer, Wrong> broken = new HashMap<>();
    private int rejectedRows;

    /** @throws RefusedException INVALID when columns are missing or rows are too many; as {@link TextTable} does */
    ContactTable(TextTable table) {
        this.header = table.header();
        this.columns = new ContactColumns(header);
        requireColumns();
        table.forEach(this::take, spoilt -> {
            take(spoilt.row());
            broken.put(
                    spoilt.row().number(),
                    new Wrong(spoilt.column() == null ? "" : spoilt.column(), spoilt.value(), spoilt.message()));
        });
        this.encoding = table.encoding();
        this.separator = table.separator();
        if (rows.isEmpty()) {
            throw new RefusedException(ProblemType.INVALID, "The file names its columns, but no row follows.");
        }
        List<String> names = new ArrayList<>(header);
        names.add("Problem");
        rejected.row(names);
    }

    private void take(TextTable.Row row) {
        if (rows.size() == MOST_ROWS) {
            throw new RefusedException(
                    ProblemType.INVALID, "The file has more than %,d rows. Send it in parts.".formatted(MOST_ROWS));
        }
        rows.add(row);
    }

    private void requireColumns() {
        RowProblems missing = new RowProblems();
        if (!columns.has("audience")) {
            missing.add(
                    1,
                    "audience",
                    null,
                    "column 'audience' is missing: customer, sales, marketing or leadership. Found: "
                            + columns.found());
        }
        if (!columns.has("email") && !columns.has("phone")) {
            missing.add(1, "email", null, "a column 'email' or 'phone' is missing. Found: " + columns.found());
        }
        long segments = columns.segments();
        if (segments > ContactFields.MOST_SEGMENTS) {
            missing.add(
                    1, null, null, "%d segment columns; %d at most".formatted(segments, ContactFields.MOST_SEGMENTS));
        }
        missing.refuseIfAny();
        List<@Nullable String> fields = columns.fields();
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
        List<@Nullable String> fields = columns.fields();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null) {
                texts.put(field, CsvText.unguarded(row.cells().get(i)));
            }
        }
        return texts;
    }

    /** Why a row cannot be used, whatever it says; null: it can. */
    @Nullable
    Wrong brokenAt(TextTable.Row row) {
        return broken.get(row.number());
    }

    /** Remembers that a row was left out as another of the same person stands. */
    void repeated(TextTable.Row row, Wrong wrong) {
        problems.add(row.number(), wrong.column(), wrong.value(), wrong.message());
    }

    /** The first rows as read, how the columns were understood, and how the file was decoded. */
    ImportPreview preview() {
        List<@Nullable String> fields = columns.fields();
        List<ImportPreview.Column> shown = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String field = fields.get(i);
            shown.add(new ImportPreview.Column(header.get(i), field == null ? "" : field));
        }
        return new ImportPreview(
                encoding,
                separator,
                shown,
                rows.stream().limit(ImportPreview.ROWS).toList());
    }

    /** Remembers what is wrong with a row; the problems are not empty. */
    void reject(TextTable.Row row, List<Wrong> wrong) {
        rejectedRows++;
        List<String> cells = new ArrayList<>(row.cells());
        List<String> told = new ArrayList<>();
        for (Wrong problem : wrong) {
            String column = problem.column().isEmpty() ? null : problem.column();
            problems.add(row.number(), column, problem.value(), problem.message());
            told.add((column == null ? "" : column + ": ") + problem.message());
        }
        cells.add(String.join(" · ", told));
        rejected.row(cells);
    }

    /** One thing wrong with a row; the column is "" where it is the row as a whole. */
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
