package parallax.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.contact.Verdict;
import parallax.contact.Wrong;
import parallax.table.RowProblems;
import parallax.web.InputError;

/** The first problems of a file, row by row, by the file's own names of columns. */
final class ReportedProblems {

    private final List<String> header;
    private final ColumnMapping mapping;
    private final List<InputError> listed = new ArrayList<>();

    ReportedProblems(List<String> header, ColumnMapping mapping) {
        this.header = header;
        this.mapping = mapping;
    }

    void unknown(List<String> columns, String known) {
        for (String column : columns) {
            add(InputError.cell(1, column, null, known));
        }
    }

    void add(FileRow row) {
        if (row.outcome() != Verdict.Outcome.STOPPED) {
            for (Wrong problem : row.problems()) {
                add(InputError.cell(
                        row.number(), columnName(header, mapping, problem), problem.value(), problem.message()));
            }
        }
    }

    private void add(InputError problem) {
        if (listed.size() < RowProblems.MOST_LISTED) {
            listed.add(problem);
        }
    }

    /** As the file names it; where no column says it, as we do; null: the row as a whole. */
    static @Nullable String columnName(List<String> header, ColumnMapping mapping, Wrong problem) {
        int column = mapping.columnOf(problem.column());
        return problem.column().isEmpty() ? null : column < 0 ? problem.column() : header.get(column);
    }

    List<InputError> listed() {
        return List.copyOf(listed);
    }
}
