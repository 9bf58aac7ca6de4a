package parallax.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.finding.ReleasedFigure;
import parallax.study.EngagementId;
import parallax.study.WaveId;

/**
 * A release as the API tells it.
 *
 * @param number counts the releases of the wave
 * @param state {@code draft} or {@code withdrawn}
 * @param segments the segment variables that were released beside the totals
 * @param madeBy who made it
 * @param figures absent in lists and once it is withdrawn
 */
record ReleaseView(
        ReleaseId id,
        EngagementId engagement,
        WaveId wave,
        int number,
        String state,
        List<String> segments,
        int questionnaireVersion,
        Instant madeAt,
        UUID madeBy,
        @Nullable Instant withdrawnAt,
        @Nullable List<ReleasedFigure> figures) {

    static ReleaseView from(ReleaseRow row) {
        return with(row, null);
    }

    static ReleaseView with(ReleaseRow row, @Nullable List<ReleasedFigure> figures) {
        return new ReleaseView(
                row.id(),
                row.engagementId(),
                row.waveId(),
                row.number(),
                row.state().code(),
                row.segments(),
                row.questionnaireVersion(),
                row.madeAt(),
                row.madeBy(),
                row.withdrawnAt(),
                figures);
    }
}
