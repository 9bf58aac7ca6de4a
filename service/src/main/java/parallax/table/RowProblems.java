package parallax.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** What is wrong with the rows of a table: the first {@value #MOST_LISTED} problems, and how many there are in all. */
public final class RowProblems {

    public static final int MOST_LISTED = 200;

    private final List<InputError> listed = new ArrayList<>();
    private int total;

    public void add(int row, @Nullable String column, @Nullable String value, String message) {
        total++;
        if (listed.size() < MOST_LISTED) {
            listed.add(InputError.cell(row, column, value, message));
        }
    }

    public int total() {
        return total;
    }

    public List<InputError> listed() {
        return List.copyOf(listed);
    }

    /**
     * Passes only without problems.
     *
     * @throws RefusedException INVALID, with the problems listed and their number
     */
    public void refuseIfAny() {
        if (total > 0) {
            String shown = total > listed.size() ? " The first %d are listed.".formatted(listed.size()) : "";
            throw new RefusedException(
                    ProblemType.INVALID,
                    "%s. Nothing was written.%s"
                            .formatted(total == 1 ? "1 problem in the file" : total + " problems in the file", shown),
                    listed);
        }
    }
}
