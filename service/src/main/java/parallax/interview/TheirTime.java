package parallax.interview;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What time it is where somebody is called. */
record TheirTime(ZonedDateTime now) {

    private static final int OPENS = 9;
    private static final int CLOSES = 17;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    /** Empty when the time zone is not known. */
    static Optional<TheirTime> of(@Nullable String zone, Instant now) {
        return zone(zone).map(known -> new TheirTime(now.atZone(known)));
    }

    static Optional<ZoneId> zone(@Nullable String zone) {
        try {
            return zone == null || zone.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(zone.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** A moment as they read it there, with the zone where it is not theirs. */
    static String moment(Instant at, @Nullable String zone) {
        return zone(zone)
                .map(known -> MOMENT.format(at.atZone(known)))
                .orElseGet(() -> MOMENT.format(at.atZone(ZoneOffset.UTC)) + " UTC");
    }

    /** Monday to Friday, nine to five. */
    boolean isOfficeHours() {
        DayOfWeek day = now.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && now.getHour() >= OPENS && now.getHour() < CLOSES;
    }

    /** Such as {@code Tue 10:42}. */
    String clock() {
        return CLOCK.format(now);
    }
}
