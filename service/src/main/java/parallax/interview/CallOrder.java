package parallax.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom to call first: appointments that are due, then those never called, then the others; of each first those in whose office
 * it is working time, then those of whom that is not known. Appointments to come and wrong numbers stand last.
 */
final class CallOrder {

    private static final Duration EARLY = Duration.ofMinutes(15);
    /** Always as long: with a fraction of its own length a moment would sort before the whole second. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private final Instant now;

    CallOrder(Instant now) {
        this.now = now;
    }

    boolean isDue(CallRow row) {
        Instant appointment = row.appointmentAt();
        return isAppointment(row) && (appointment == null || !appointment.isAfter(now.plus(EARLY)));
    }

    /** Sorts as text; also the cursor of the list. */
    String key(CallRow row) {
        return "%d|%s|%s".formatted(group(row), MOMENT.format(moment(row)), row.invitationId());
    }

    private int group(CallRow row) {
        if (row.phoneWrong()) {
            return 9;
        }
        if (isAppointment(row)) {
            return isDue(row) ? 0 : 8;
        }
        Optional<Boolean> working = TheirTime.of(row.timeZone(), now).map(TheirTime::isOfficeHours);
        boolean called = row.attempts() > 0;
        if (working.isEmpty()) {
            return called ? 4 : 2;
        }
        if (working.get()) {
            return called ? 3 : 1;
        }
        return called ? 6 : 5;
    }

    private static Instant moment(CallRow row) {
        Instant appointment = row.appointmentAt();
        Instant called = row.calledAt();
        if (appointment != null && isAppointment(row)) {
            return appointment;
        }
        return called == null ? Instant.EPOCH : called;
    }

    private static boolean isAppointment(CallRow row) {
        return CallOutcome.APPOINTMENT.code().equals(row.lastOutcome());
    }
}
