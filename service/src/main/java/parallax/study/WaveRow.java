package parallax.study;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/** A row of study.wave without its key; audiences and reminders as JSON lists. */
public record WaveRow(
        UUID id,
        UUID engagementId,
        String name,
        String state,
        @Nullable String source,
        String audiences,
        @Nullable Instant closesAt,
        int graceDays,
        String reminders,
        @Nullable Integer questionnaireVersion,
        int answersVersion,
        int version,
        Instant createdAt,
        @Nullable Instant launchedAt,
        @Nullable Instant closedAt) {

    static WaveRow of(UUID id, EngagementId engagement, WaveService.CreateWave command, Instant createdAt) {
        return new WaveRow(
                id,
                engagement.value(),
                command.name().strip(),
                WaveState.DRAFT.code(),
                null,
                StoredJson.write(command.audiences().stream()
                        .sorted()
                        .map(Audience::code)
                        .toList()),
                command.closesAt(),
                command.graceDays(),
                StoredJson.write(command.reminders()),
                null,
                0,
                1,
                createdAt,
                null,
                null);
    }

    Wave toWave() {
        Set<Audience> asked = new LinkedHashSet<>();
        StoredJson.texts(audiences).forEach(code -> asked.add(Audience.ofCode(code)));
        return new Wave(
                new WaveId(id),
                new EngagementId(engagementId),
                name,
                WaveState.valueOf(state.toUpperCase(Locale.ROOT)),
                source == null ? null : AnswerSource.valueOf(source.toUpperCase(Locale.ROOT)),
                asked,
                closesAt,
                graceDays,
                StoredJson.reminders(reminders),
                questionnaireVersion,
                answersVersion,
                version,
                launchedAt,
                closedAt);
    }
}
