package parallax.exchange;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A file that can be read and holds no question that can be asked here; it lists why. */
final class NothingToTakeException extends RefusedException {

    private static final long serialVersionUID = 1;
    private static final int MOST_LISTED = 200;

    NothingToTakeException(List<NotCarried> notCarried) {
        super(
                ProblemType.INVALID,
                "This file holds no question that can be taken. Nothing was saved.",
                notCarried.stream()
                        .limit(MOST_LISTED)
                        .map(entry -> InputError.field("file", entry.where(), entry.what() + ": " + entry.why()))
                        .toList());
    }
}
