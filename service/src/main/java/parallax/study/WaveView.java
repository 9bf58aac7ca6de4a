package parallax.study;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/** A wave as the API shows it; what is not known yet is absent. */
record WaveView(
        WaveId id,
        EngagementId engagement,
        String name,
        String state,
        @Nullable String source,
        List<String> audiences,
        @Nullable Instant closesAt,
        int graceDays,
        List<Wave.Reminder> reminders,
        @Nullable Integer questionnaireVersion,
        @Nullable Instant launchedAt,
        @Nullable Instant closedAt) {

    static WaveView from(Wave wave) {
        AnswerSource source = wave.source();
        return new WaveView(
                wave.id(),
                wave.engagementId(),
                wave.name(),
                wave.state().code(),
                source == null ? null : source.code(),
                wave.audiences().stream().sorted().map(Audience::code).toList(),
                wave.closesAt(),
                wave.graceDays(),
                wave.reminders(),
                wave.questionnaireVersion(),
                wave.launchedAt(),
                wave.closedAt());
    }
}
