package parallax.interview;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.web.InputError;

/** An appointment as it was typed; {@code at} is null when something is wrong with it. */
record AppointmentTime(@Nullable Instant at, @Nullable String zone, List<InputError> errors) {

    static AppointmentTime read(String day, String time, @Nullable String known, String typed, Range range) {
        List<InputError> errors = new ArrayList<>();
        Optional<LocalDate> date = parsed(day, LocalDate::parse);
        Optional<LocalTime> clock = parsed(time, LocalTime::parse);
        Optional<ZoneId> zone = TheirTime.zone(known).or(() -> TheirTime.zone(typed));
        if (date.isEmpty()) {
            errors.add(InputError.field("day", day, "Enter the day, such as 2030-11-28."));
        }
        if (clock.isEmpty()) {
            errors.add(InputError.field("time", time, "Enter their time of day, such as 14:30."));
        }
        if (zone.isEmpty()) {
            errors.add(InputError.field("zone", typed, "Enter their time zone, such as Europe/Berlin."));
        }
        if (!errors.isEmpty()) {
            return new AppointmentTime(null, null, errors);
        }
        Instant at = date.get().atTime(clock.get()).atZone(zone.get()).toInstant();
        return range.fault(at)
                .map(fault -> new AppointmentTime(null, null, List.of(InputError.field("day", day, fault))))
                .orElseGet(() -> new AppointmentTime(at, zone.get().getId(), List.of()));
    }

    /**
     * When people can be called again.
     *
     * @param end from when on the wave takes no answers; null: it is closed by hand
     */
    record Range(Instant now, @Nullable Instant end) {

        private static final Duration LONGEST = Duration.ofDays(366);

        static Range of(Wave wave, Instant now) {
            Instant closesAt = wave.closesAt();
            return new Range(now, closesAt == null ? null : closesAt.plus(Duration.ofDays(wave.graceDays())));
        }

        /** What is wrong with an appointment, and what to do; empty: nothing. */
        Optional<String> fault(Instant at) {
            if (!at.isAfter(now)) {
                return Optional.of("This has passed where they are. Enter a time to come.");
            }
            if (end != null && !at.isBefore(end)) {
                return Optional.of(
                        "The wave takes no answers from %s on. Enter an earlier time, or let the wave close later."
                                .formatted(TheirTime.moment(end, null)));
            }
            return at.isAfter(now.plus(LONGEST))
                    ? Optional.of("This is more than a year ahead. Enter an earlier time.")
                    : Optional.empty();
        }
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
