package parallax.study;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** No engagement has that id. */
public final class EngagementNotFoundException extends RefusedException {

    public EngagementNotFoundException() {
        super(ProblemType.NOT_FOUND, "There is no such engagement. It may have been deleted.");
    }
}
