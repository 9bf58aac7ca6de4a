package parallax.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;

/**
 * An import that was written. toString tells its id only.
 *
 * @param about sealed; null for one made before files were kept so
 * @param people how many of those it brought are still here
 * @param changed how many of those it changed are still here
 * @param invited whether one it brought has an invitation
 * @param mailed whether a mail to one of them has left since
 * @param quoted whether its rejected rows are still kept
 */
public record ImportRow(
        UUID id,
        EngagementId engagementId,
        Instant importedAt,
        byte @Nullable [] about,
        int ready,
        int updated,
        int duplicates,
        int rejected,
        int stopped,
        int warned,
        int people,
        int changed,
        boolean invited,
        boolean mailed,
        boolean quoted) {

    boolean isUndoable() {
        return people + changed > 0 && !invited && !mailed;
    }

    Counts counts() {
        return new Counts(ready, updated, duplicates, rejected, stopped, warned);
    }

    @Override
    public String toString() {
        return "Import " + id;
    }
}
