package parallax.study;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** No wave has that id. */
public final class WaveNotFoundException extends RefusedException {

    public WaveNotFoundException() {
        super(ProblemType.NOT_FOUND, "There is no such wave. It may have been deleted with its engagement.");
    }
}
