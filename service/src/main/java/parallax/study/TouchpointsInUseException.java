package parallax.study;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Touchpoints while a wave is being answered. */
public final class TouchpointsInUseException extends RefusedException {

    public TouchpointsInUseException(String wave) {
        super(ProblemType.CONFLICT, because(wave));
    }

    static String because(String wave) {
        return "Wave “%s” is being answered, so the touchpoints cannot be changed. You can change them for the next wave once it is closed."
                .formatted(wave);
    }
}
