package parallax.intake;

import java.util.ArrayList;
import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * A cell of the file typed anew.
 *
 * @param row as in the file
 * @param column position
 * @param was what the cell holds now; another value means that somebody was faster
 * @param same whether every row with that value in this column is meant
 */
record Correction(int row, int column, String was, String value, boolean same) {

    private static final int LONGEST = 10_000;

    /** @throws RefusedException INVALID */
    Correction {
        value = value.strip();
        if (value.length() > LONGEST || value.chars().anyMatch(c -> c == 0 || Character.isISOControl(c))) {
            String message = "a cell holds at most %,d characters on one line".formatted(LONGEST);
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Row %d was not corrected: %s.".formatted(row, message),
                    List.of(InputError.cell(row, null, value, message)));
        }
    }

    private boolean meets(FileRow other) {
        return other.cells().get(column).equals(was) && (same || other.number() == row);
    }

    /** A block's rows with all corrections that meet them. */
    static List<FileRow> apply(List<Correction> corrections, List<FileRow> rows) {
        return corrections.isEmpty()
                ? rows
                : rows.stream().map(row -> applied(corrections, row)).toList();
    }

    private static FileRow applied(List<Correction> corrections, FileRow row) {
        List<String> cells = null;
        for (Correction correction : corrections) {
            if (correction.meets(row)) {
                cells = cells == null ? new ArrayList<>(row.cells()) : cells;
                cells.set(correction.column(), correction.value());
            }
        }
        return cells == null ? row : row.withCells(cells);
    }

    @Override
    public String toString() {
        return "Correction of row " + row;
    }
}
