package parallax.finding;

import parallax.study.WaveId;

/** Tells whether a closed wave has ballots that are not counted yet; whoever holds the ballots implements it. */
public interface BallotsWaiting {

    /** For answers that never were ballots. */
    BallotsWaiting NEVER = wave -> false;

    boolean waitFor(WaveId wave);
}
