package parallax.intake;

import parallax.contact.Verdict;

/**
 * What becomes of the rows of a file; ready, updated, duplicates and rejected together are its rows.
 *
 * @param stopped of the rejected: people who asked not to be written to
 * @param warned rows to look at twice, in one of the four
 */
public record Counts(int ready, int updated, int duplicates, int rejected, int stopped, int warned) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts and(Verdict verdict) {
        int warning = verdict.warnings().isEmpty() ? 0 : 1;
        return switch (verdict.outcome()) {
            case READY -> plus(new Counts(1, 0, 0, 0, 0, warning));
            case UPDATED -> plus(new Counts(0, 1, 0, 0, 0, warning));
            case DUPLICATE -> plus(new Counts(0, 0, 1, 0, 0, warning));
            case REJECTED -> plus(new Counts(0, 0, 0, 1, 0, warning));
            case STOPPED -> plus(new Counts(0, 0, 0, 1, 1, warning));
        };
    }

    Counts plus(Counts other) {
        return new Counts(
                ready + other.ready,
                updated + other.updated,
                duplicates + other.duplicates,
                rejected + other.rejected,
                stopped + other.stopped,
                warned + other.warned);
    }

    int rows() {
        return ready + updated + duplicates + rejected;
    }

    /** Rows that an import would write. */
    int writing() {
        return ready + updated;
    }

    /** Rejected rows that are listed. */
    int listed() {
        return rejected - stopped;
    }
}
