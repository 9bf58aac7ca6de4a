package parallax.ballot;

import parallax.study.WaveId;

/** What is left of a wave's ballots, for those who close and seal it. */
public interface Ballots {

    /**
     * Counts everything that is left, at close. Afterwards, if the wave takes no more answers, its texts are mixed, and the
     * data keys go. Repeatable.
     */
    void countAll(WaveId wave);

    /** Whether ballots of a wave are still to be counted. */
    boolean hasWaiting(WaveId wave);

    /** Whether texts of a wave are still to be parted from the responses they were counted with. */
    boolean hasUnmixed(WaveId wave);

    /** Ballots of a wave that could not be opened; no figure holds them. */
    int countUnreadable(WaveId wave);

    /** Deletes the ballots of a wave that could not be opened; how many there were stays known. */
    void discardUnreadable(WaveId wave);
}
