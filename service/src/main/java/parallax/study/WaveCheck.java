package parallax.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveService.CreateWave;

/** The rules of a wave's settings. */
final class WaveCheck {

    private static final int MOST_REMINDERS = 2;
    private static final int MOST_GRACE_DAYS = 60;

    private final InputCheck check;

    WaveCheck(InputCheck check) {
        this.check = check;
    }

    /** @param keptClosing the closing date as it stands, which may have passed; null for a new wave */
    void settings(CreateWave settings, @Nullable Instant keptClosing, Instant now) {
        check.text("/name", settings.name(), "a name for the wave", InputCheck.LONGEST_NAME);
        if (settings.audiences().isEmpty()) {
            check.error("/audiences", null, "Choose at least one of customer, sales, marketing.");
        }
        Instant closesAt = settings.closesAt();
        if (closesAt != null && !closesAt.equals(keptClosing) && !closesAt.isAfter(now)) {
            check.error("/closes_at", closesAt, "Choose a closing date that lies ahead.");
        }
        if (closesAt != null && closesAt.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
            check.error("/closes_at", closesAt, "Choose a closing date before the year 9000.");
        }
        check.range("/grace_days", settings.graceDays(), 0, MOST_GRACE_DAYS);
        if (settings.reminders().size() > MOST_REMINDERS) {
            check.error(
                    "/reminders",
                    settings.reminders().size(),
                    "Plan at most %d reminders: nobody gets more than three mails.".formatted(MOST_REMINDERS));
        }
    }
}
