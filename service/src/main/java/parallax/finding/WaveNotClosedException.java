package parallax.finding;

import parallax.study.Wave;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A wave's answers are not final yet, so it has no figures. */
public final class WaveNotClosedException extends RefusedException {

    WaveNotClosedException(Wave wave) {
        super(
                ProblemType.CONFLICT,
                "Wave “%s” is %s: figures exist once it is closed. Close it, or import its answers, first."
                        .formatted(wave.name(), wave.state().code()));
    }
}
