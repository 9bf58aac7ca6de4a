package parallax.launch;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Something is still missing before a wave can be launched. */
final class LaunchRefusedException extends RefusedException {

    LaunchRefusedException(List<InputError> missing) {
        super(
                ProblemType.CONFLICT,
                "The wave cannot be launched yet. "
                        + String.join(
                                " ", missing.stream().map(InputError::message).toList()),
                missing);
    }
}
