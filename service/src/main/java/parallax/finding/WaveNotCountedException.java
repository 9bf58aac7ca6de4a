package parallax.finding;

import parallax.study.Wave;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A wave is closed, but some of its ballots are still to be counted. */
public final class WaveNotCountedException extends RefusedException {

    WaveNotCountedException(Wave wave) {
        super(
                ProblemType.CONFLICT,
                "The ballots of wave “%s” are still being counted. Its figures exist in a moment; ask again then."
                        .formatted(wave.name()));
    }
}
