package parallax.study;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Parsable input with values that cannot be taken; nothing was written. */
public final class InvalidInputException extends RefusedException {

    public InvalidInputException(List<InputError> errors) {
        super(
                ProblemType.INVALID,
                errors.size() == 1
                        ? "One value cannot be taken. Nothing was saved."
                        : errors.size() + " values cannot be taken. Nothing was saved.",
                errors);
    }
}
