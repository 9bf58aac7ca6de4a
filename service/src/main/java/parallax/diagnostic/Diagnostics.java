package parallax.diagnostic;

import parallax.study.WaveId;

/** Where to ask for a diagnostic. */
@FunctionalInterface
public interface Diagnostics {

    /**
     * The diagnostic of a closed wave.
     *
     * @throws parallax.web.RefusedException NOT_FOUND; CONFLICT while the wave is not closed and counted
     */
    Diagnostic of(WaveId wave);
}
