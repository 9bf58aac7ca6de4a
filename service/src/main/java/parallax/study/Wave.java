package parallax.study;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * One fielding of a questionnaire version.
 *
 * @param source null until a launch or an import decides it
 * @param closesAt null: closed by hand
 * @param graceDays days between {@code closesAt} and the final close, 0 to 60
 * @param questionnaireVersion null while in draft
 * @param answersVersion rises whenever the stored answers change as a whole, or the frame of imported answers does
 * @param version rises with every change; the ETag
 */
public record Wave(
        WaveId id,
        EngagementId engagementId,
        String name,
        WaveState state,
        @Nullable AnswerSource source,
        Set<Audience> audiences,
        @Nullable Instant closesAt,
        int graceDays,
        List<Reminder> reminders,
        @Nullable Integer questionnaireVersion,
        int answersVersion,
        int version,
        @Nullable Instant launchedAt,
        @Nullable Instant closedAt) {

    public Wave {
        audiences = Set.copyOf(audiences);
        reminders = List.copyOf(reminders);
    }

    /** A later mail to those still open, {@code afterDays} days after the launch (1 to 90). */
    public record Reminder(int afterDays) {

        public Reminder {
            if (afterDays < 1 || afterDays > 90) {
                throw new IllegalArgumentException("after_days must be between 1 and 90, was " + afterDays);
            }
        }
    }
}
