package parallax.results;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A query for figures names something that does not exist. */
public final class UnknownFilterException extends RefusedException {

    UnknownFilterException(List<InputError> errors) {
        super(
                ProblemType.INVALID,
                "The figures cannot be picked by: "
                        + String.join(
                                ", ",
                                errors.stream()
                                        .map(error -> error.value() == null
                                                ? String.valueOf(error.pointer())
                                                : error.pointer() + "=" + error.value())
                                        .toList())
                        + ".",
                errors);
    }
}
