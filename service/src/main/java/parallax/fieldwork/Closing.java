package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;

/** When a wave ends by the clock. */
final class Closing {

    private Closing() {}

    /** The moment from which no answer counts, days of grace included; null: closed by hand. */
    static @Nullable Instant endOf(Wave wave) {
        Instant closesAt = wave.closesAt();
        return closesAt == null ? null : closesAt.plus(Duration.ofDays(wave.graceDays()));
    }
}
