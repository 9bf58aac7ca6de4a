package parallax.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveInput.ReminderInput;
import parallax.study.WaveService.CreateWave;
import parallax.web.InputError;

/** The plan of a wave between form and service. The form asks for a closing day; the wave closes at its end (23:59 UTC). */
final class WaveFields {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final List<String> NAMES = List.of("name", "closes_on", "grace_days", "reminder_1", "reminder_2");

    private static final List<String> ORDER =
            List.of("/name", "/audiences", "/closes_on", "/grace_days", "/reminder_1", "/reminder_2");
    /** Of fields whose errors read alike. */
    private static final Map<String, String> SHOWN_NAMES = Map.of(
            "/closes_on", "Last day",
            "/grace_days", "Days of grace",
            "/reminder_1", "First reminder",
            "/reminder_2", "Second reminder");

    private WaveFields() {}

    static Shown of(CreateWave wave) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", wave.name());
        values.put("closes_on", day(wave.closesAt()));
        values.put("grace_days", Integer.toString(wave.graceDays()));
        values.put("reminder_1", reminder(wave, 0));
        values.put("reminder_2", reminder(wave, 1));
        return new Shown(
                values, wave.audiences().stream().sorted().map(Audience::code).toList());
    }

    /** As typed, to be shown again. */
    static Shown typed(Fields fields, CreateWave base) {
        Shown shown = of(base);
        Map<String, String> values = new LinkedHashMap<>(shown.values());
        NAMES.stream().filter(fields::has).forEach(name -> values.put(name, fields.text(name)));
        return new Shown(values, fields.has("asks") ? fields.all("audiences") : shown.audiences());
    }

    /** @param base the wave as it stands; what the form does not ask, stays */
    static WaveInput read(Fields fields, CreateWave base, InputCheck check) {
        return new WaveInput(
                fields.text("name"),
                fields.has("asks") ? new ArrayList<@Nullable String>(fields.all("audiences")) : null,
                fields.has("closes_on") ? closesAt(fields.text("closes_on").strip(), base.closesAt(), check) : null,
                fields.has("grace_days") ? fields.whole("grace_days", check) : null,
                fields.has("reminder_1") ? reminders(fields, check) : null);
    }

    /** Errors of the service, pointing at the form's fields and in their order. */
    static List<InputError> atFields(List<InputError> errors) {
        return errors.stream()
                .map(error -> atField(field(String.valueOf(error.pointer())), error))
                .sorted(Comparator.comparingInt(error -> ORDER.indexOf(error.pointer())))
                .toList();
    }

    private static InputError atField(String pointer, InputError error) {
        String name = SHOWN_NAMES.get(pointer);
        String message = error.message();
        return InputError.field(
                pointer,
                error.value(),
                name == null
                        ? message
                        : name + ": " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    }

    private static String field(String pointer) {
        if (pointer.equals("/closes_at")) {
            return "/closes_on";
        }
        if (pointer.startsWith("/audiences")) {
            return "/audiences";
        }
        return pointer.startsWith("/reminders") ? (pointer.contains("/1/") ? "/reminder_2" : "/reminder_1") : pointer;
    }

    private static @Nullable JsonNode closesAt(String typed, @Nullable Instant known, InputCheck check) {
        if (typed.equals(day(known))) {
            return null;
        }
        if (typed.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            return new TextNode(LocalDate.parse(typed)
                    .atTime(END_OF_DAY)
                    .toInstant(ZoneOffset.UTC)
                    .toString());
        } catch (DateTimeException e) {
            check.error("/closes_on", typed, "Enter a date as year-month-day, such as 2030-11-28.");
            return null;
        }
    }

    private static List<@Nullable ReminderInput> reminders(Fields fields, InputCheck check) {
        List<@Nullable ReminderInput> reminders = new ArrayList<>();
        for (String name : List.of("reminder_1", "reminder_2")) {
            if (!fields.text(name).isBlank()) {
                Integer days = fields.whole(name, check);
                if (days != null) {
                    reminders.add(new ReminderInput(days));
                }
            }
        }
        return reminders;
    }

    private static String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String reminder(CreateWave wave, int index) {
        return index < wave.reminders().size()
                ? Integer.toString(wave.reminders().get(index).afterDays())
                : "";
    }

    /** What the form shows. */
    record Shown(Map<String, String> values, List<String> audiences) {

        Shown {
            values = Map.copyOf(values);
            audiences = List.copyOf(audiences);
        }
    }
}
