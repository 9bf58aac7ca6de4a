package parallax.ballot;

import org.jspecify.annotations.Nullable;

/**
 * How many ballots wait before some are counted, and how many then are: the rest stay behind as cover. Where few were
 * invited both are halved.
 *
 * @param threshold ballots that must wait
 * @param batch ballots counted together
 */
record MixingRule(int threshold, int batch) {

    private static final MixingRule USUAL = new MixingRule(40, 20);
    private static final MixingRule SMALL = new MixingRule(20, 10);
    private static final int FEW_INVITED = 150;

    /** A backlog from this size on is counted in larger batches, which hide more. */
    private static final int BACKLOG = 2_000;

    private static final int BACKLOG_BATCH = 500;

    /** @param invited null: unknown */
    static MixingRule of(@Nullable Integer invited) {
        return invited != null && invited < FEW_INVITED ? SMALL : USUAL;
    }

    /** How many of the waiting to count now; 0: leave them. */
    int next(int waiting) {
        if (waiting < threshold) {
            return 0;
        }
        return waiting > BACKLOG ? BACKLOG_BATCH : batch;
    }

    /** How many of the waiting to count now, when none may be left; the last batch is the largest. */
    static int nextAtClose(int waiting) {
        return waiting > BACKLOG ? BACKLOG_BATCH : waiting;
    }
}
