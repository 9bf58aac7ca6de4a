package parallax.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that was written. toString tells its id only.
 *
 * @param problems JSON array; null once forgotten
 * @param rejectedRows CSV, "" when there are none; null once forgotten
 * @param people how many of those it brought are still here
 * @param invited whether one of them has an invitation
 */
public record ImportRow(
        UUID id,
        Instant importedAt,
        int ready,
        int updated,
        int duplicates,
        int rejected,
        @Nullable String problems,
        @Nullable String rejectedRows,
        int people,
        boolean invited) {

    boolean isUndoable() {
        return people > 0 && !invited;
    }

    @Override
    public String toString() {
        return "Import " + id;
    }
}
