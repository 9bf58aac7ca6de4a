package parallax.workbook;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Only Sales and Marketing have a workbook. */
final class NoSuchWorkbookException extends RefusedException {

    NoSuchWorkbookException(String team) {
        super(
                ProblemType.NOT_FOUND,
                "There is no workbook '%s.xlsx': take sales.xlsx or marketing.xlsx.".formatted(team));
    }
}
