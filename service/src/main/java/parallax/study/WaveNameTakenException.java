package parallax.study;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Another wave of the engagement has that name. */
public final class WaveNameTakenException extends RefusedException {

    public WaveNameTakenException(String name) {
        super(
                ProblemType.CONFLICT,
                "This engagement has a wave of that name already.",
                List.of(InputError.field(
                        "/name", name, "This engagement has a wave of that name already. Choose another name.")));
    }
}
