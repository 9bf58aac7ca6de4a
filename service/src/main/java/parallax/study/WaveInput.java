package parallax.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveService.CreateWave;
import parallax.web.NullsRefused;

/**
 * A wave as sent; what is left out keeps its value, or gets its default in a new wave.
 *
 * @param closesAt RFC 3339 time; JSON null takes the closing date away
 */
@NullsRefused
record WaveInput(
        @Nullable String name,
        @Nullable List<@Nullable String> audiences,

        @Schema(type = "string", format = "date-time", nullable = true) @Nullable
        JsonNode closesAt,

        @Nullable Integer graceDays,
        @Nullable List<@Nullable ReminderInput> reminders) {

    /** These values where they are given, the base's elsewhere. */
    CreateWave over(CreateWave base, InputCheck check) {
        return new CreateWave(
                name == null ? base.name() : name,
                audiences == null ? base.audiences() : audiences(audiences, check),
                closesAt == null ? base.closesAt() : time(closesAt, check),
                graceDays == null ? base.graceDays() : graceDays,
                reminders == null ? base.reminders() : reminders(reminders, check));
    }

    private static Set<Audience> audiences(List<@Nullable String> codes, InputCheck check) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/audiences/" + i;
            String code = codes.get(i);
            try {
                if (code == null) {
                    check.error(pointer, null, "Use one of customer, sales, marketing, leadership.");
                } else if (!audiences.add(Audience.ofCode(code))) {
                    check.error(pointer, code, "This audience stands twice. Remove one.");
                }
            } catch (IllegalArgumentException e) {
                check.error(pointer, InputCheck.visible(code), "Use one of customer, sales, marketing, leadership.");
            }
        }
        return audiences;
    }

    private static @Nullable Instant time(JsonNode node, InputCheck check) {
        if (node.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.textValue() == null ? "" : node.textValue())
                    .toInstant();
        } catch (DateTimeParseException e) {
            check.error(
                    "/closes_at",
                    InputCheck.visible(node.isTextual() ? node.textValue() : node.toString()),
                    "Use a date and time with its offset, such as 2030-11-28T18:00:00Z.");
            return null;
        }
    }

    private static List<Wave.Reminder> reminders(List<@Nullable ReminderInput> inputs, InputCheck check) {
        List<Wave.Reminder> reminders = new ArrayList<>();
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            String pointer = "/reminders/" + i + "/after_days";
            ReminderInput input = inputs.get(i);
            Integer after = input == null ? null : input.afterDays();
            if (after == null || after < 1 || after > 90) {
                check.error(pointer, after, "Use a whole number of days from 1 to 90.");
            } else if (!days.add(after)) {
                check.error(pointer, after, "Two reminders on one day. Remove one.");
            } else {
                reminders.add(new Wave.Reminder(after));
            }
        }
        return reminders;
    }

    /** A reminder as sent. */
    record ReminderInput(@Nullable Integer afterDays) {}
}
