package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;

/** Whom to call first. */
class CallOrderTest {

    /** A Tuesday: ten in Berlin, four in New York. */
    private static final Instant NOW = Instant.parse("2030-11-05T09:00:00Z");

    private static final CallOrder ORDER = new CallOrder(NOW);

    @Test
    void dueAppointmentsComeFirstAndWrongNumbersLast() {
        List<CallRow> expected = List.of(
                row("due", "Asia/Dubai", "appointment", "2030-11-04T09:00:00Z", "2030-11-05T09:10:00Z"),
                row("at work", "Europe/Berlin", null, null, null),
                row("zone unknown", null, null, null, null),
                row("called at work", "Europe/Berlin", "no_answer", "2030-11-04T09:00:00Z", null),
                row("called, a moment later", "Europe/Berlin", "no_answer", "2030-11-04T09:00:00.5Z", null),
                row("called, another one", "Europe/Berlin", "no_answer", "2030-11-04T09:00:00.250001Z", null),
                row("called, zone unknown", null, "no_answer", "2030-11-01T09:00:00Z", null),
                row("asleep", "America/New_York", null, null, null),
                row("called, asleep", "America/New_York", "no_answer", "2030-11-01T09:00:00Z", null),
                row("appointed later", "Europe/Berlin", "appointment", "2030-11-01T09:00:00Z", "2030-11-05T09:16:00Z"),
                row("wrong", "Europe/Berlin", "wrong_number", "2030-11-01T09:00:00Z", null));
        List<CallRow> mixed = new ArrayList<>(expected);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Comparator.comparing(ORDER::key));
        assertThat(mixed)
                .extracting(CallRow::name)
                .containsExactly(
                        "due",
                        "at work",
                        "zone unknown",
                        "called at work",
                        "called, another one",
                        "called, a moment later",
                        "called, zone unknown",
                        "asleep",
                        "called, asleep",
                        "appointed later",
                        "wrong");
        assertThat(mixed).extracting(ORDER::key).doesNotHaveDuplicates();
    }

    private static CallRow row(
            String name,
            @Nullable String zone,
            @Nullable String outcome,
            @Nullable String called,
            @Nullable String appointment) {
        return new CallRow(
                UUID.nameUUIDFromBytes(new byte[] {(byte) name.length()}),
                UUID.nameUUIDFromBytes(new byte[] {1}),
                Audience.CUSTOMER,
                "open",
                "en",
                0,
                name,
                null,
                null,
                "+49 30 100",
                zone,
                "wrong_number".equals(outcome),
                called == null ? 0 : 1,
                outcome,
                called == null ? null : Instant.parse(called),
                appointment == null ? null : Instant.parse(appointment));
    }
}
