package parallax.answering;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Answers that no form of the wave could have given. */
final class InvalidAnswersException extends RefusedException {

    InvalidAnswersException(String detail, List<InputError> errors) {
        super(ProblemType.INVALID, detail, errors);
    }
}
