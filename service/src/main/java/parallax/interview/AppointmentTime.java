package parallax.interview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;

/** An appointment as it was typed; {@code at} is null when something is wrong with it. */
record AppointmentTime(@Nullable Instant at, @Nullable String zone, List<InputError> errors) {

    static AppointmentTime read(String day, String time, @Nullable String known, String typed, Instant now) {
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
        return at.isAfter(now)
                ? new AppointmentTime(at, zone.get().getId(), List.of())
                : new AppointmentTime(
                        null,
                        null,
                        List.of(InputError.field("day", day, "This has passed where they are. Enter a time to come.")));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
