package parallax.fieldwork;

import parallax.study.Wave;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A reminder in the last two days before a wave closes. */
final class TooLateToRemindException extends RefusedException {

    TooLateToRemindException(Wave wave) {
        super(
                ProblemType.CONFLICT,
                "Wave “%s” closes within two days. The last reminder leaves two days before that; set a later closing date if people need more time."
                        .formatted(wave.name()));
    }
}
