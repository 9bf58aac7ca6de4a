package parallax.finding;

import java.util.BitSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The code each cluster has in every wave, as far as anybody could tell. */
final class Codes {

    private final long[] high;
    private final long[] low;
    private final BitSet known;

    Codes(int clusters) {
        high = new long[clusters];
        low = new long[clusters];
        known = new BitSet(clusters);
    }

    void set(int cluster, @Nullable UUID code) {
        if (code != null) {
            high[cluster] = code.getMostSignificantBits();
            low[cluster] = code.getLeastSignificantBits();
            known.set(cluster);
        }
    }

    /** Null where nobody could tell. */
    @Nullable
    UUID of(int cluster) {
        return known.get(cluster) ? new UUID(high[cluster], low[cluster]) : null;
    }
}
