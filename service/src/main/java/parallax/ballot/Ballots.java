package parallax.ballot;

import parallax.study.WaveId;

/** What is left of a wave's ballots, for those who close and seal it. */
public interface Ballots {

    /** Counts everything that is left, at close. Afterwards the data keys go too, if the wave takes no more answers. */
    void countAll(WaveId wave);

    /** Whether ballots of a wave are still to be counted. */
    boolean hasWaiting(WaveId wave);

    /** Ballots of a wave that could not be opened; no figure holds them. */
    int countUnreadable(WaveId wave);

    /** Deletes the ballots of a wave that could not be opened; how many there were stays known. */
    void discardUnreadable(WaveId wave);
}
