package parallax.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to release beside the totals.
 *
 * @param segments segment variables; absent: all that the wave planned
 * @param weighted absent: false
 */
record ReleaseInput(
        @Nullable List<String> segments, @Nullable Boolean weighted) {

    static final ReleaseInput ALL = new ReleaseInput(null, null);
}
