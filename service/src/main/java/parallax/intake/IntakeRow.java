package parallax.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;

/**
 * A file on its way in, as it lies in the database.
 *
 * @param personId who uploaded it, or started what runs
 * @param about sealed {@link About}
 * @param checked whether its rows were looked at as they are now
 * @param jobId what runs or ran last in the background; null: nothing
 */
public record IntakeRow(
        UUID id,
        EngagementId engagementId,
        UUID personId,
        Instant createdAt,
        byte[] about,
        boolean checked,
        @Nullable UUID jobId) {

    @Override
    public String toString() {
        return "Intake " + id;
    }
}
