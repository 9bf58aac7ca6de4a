package parallax.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.study.WaveId;

/**
 * A row of study.release without its figures.
 *
 * @param number counts the releases of its wave
 * @param madeByName as it was then; null for a release whose maker had left when names began to be kept
 */
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
        @Nullable String madeByName,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnByName) {

    public ReleaseRow {
        segments = List.copyOf(segments);
    }
}
