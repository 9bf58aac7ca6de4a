package parallax.fieldwork;

import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A reminder for a wave that is not open. */
final class NotInTheFieldException extends RefusedException {

    NotInTheFieldException(Wave wave) {
        super(
                ProblemType.CONFLICT,
                "Wave “%s” is in state %s. Reminders go out only while it is open; %s"
                        .formatted(
                                wave.name(),
                                wave.state().code(),
                                wave.state() == WaveState.DRAFT ? "launch it first." : "nobody is reminded any more."));
    }
}
