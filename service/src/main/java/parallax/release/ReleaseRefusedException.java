package parallax.release;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A release would, with what was released before, disclose something about too few. */
public final class ReleaseRefusedException extends RefusedException {

    ReleaseRefusedException(String waveName, List<InputError> offending) {
        super(
                ProblemType.CONFLICT,
                ("Together with earlier releases, this one of wave “%s” would tell something about too few people."
                                + " Nothing was released. What stands in the way is named below.")
                        .formatted(waveName),
                offending);
    }
}
