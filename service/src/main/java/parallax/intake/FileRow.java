package parallax.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.contact.Verdict;
import parallax.contact.Verdict.Outcome;
import parallax.contact.Wrong;

/**
 * A row of a file and what was found of it.
 *
 * @param number as in the file, the header being 1
 * @param cells one a column; "" where empty
 * @param broken why it cannot be used, whatever its columns mean; null: it can
 * @param outcome null before the check
 */
record FileRow(
        int number,
        List<String> cells,
        @Nullable Wrong broken,
        @Nullable Outcome outcome,
        List<Wrong> problems,
        List<Wrong> warnings) {

    FileRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static FileRow read(int number, List<String> cells, @Nullable Wrong broken) {
        return new FileRow(number, cells, broken, null, List.of(), List.of());
    }

    FileRow with(Verdict verdict) {
        return new FileRow(number, cells, broken, verdict.outcome(), verdict.problems(), verdict.warnings());
    }

    FileRow withCells(List<String> corrected) {
        return new FileRow(number, corrected, broken, outcome, problems, warnings);
    }

    @Override
    public String toString() {
        return "Row " + number;
    }
}
