package parallax.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.NullsRefused;

/**
 * What to release beside the totals.
 *
 * @param segments segment variables; absent: all that the wave planned
 * @param weighted absent: false
 */
@NullsRefused
record ReleaseInput(
        @Nullable List<@Nullable String> segments, @Nullable Boolean weighted) {

    static final ReleaseInput ALL = new ReleaseInput(null, null);
}
