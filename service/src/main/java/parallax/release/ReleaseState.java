package parallax.release;

import java.util.Locale;

/** Where a release stands. None is ever deleted but with its engagement: what was seen cannot be unseen. */
public enum ReleaseState {
    /** Made, and held against by every later one. */
    DRAFT,
    /** Nobody may read it any more; still in the ledger. */
    WITHDRAWN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
