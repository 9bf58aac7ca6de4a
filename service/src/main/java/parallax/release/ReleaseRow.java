package parallax.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.study.WaveId;

/** A row of study.release without its figures. */
public record ReleaseRow(
        ReleaseId id,
        EngagementId engagementId,
        WaveId waveId,
        int number,
        ReleaseState state,
        List<String> segments,
        int questionnaireVersion,
        Instant madeAt,
        UUID madeBy,
        @Nullable Instant withdrawnAt) {

    public ReleaseRow {
        segments = List.copyOf(segments);
    }
}
