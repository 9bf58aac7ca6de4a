package parallax.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is told to go on. */
final class SettableClock implements InstantSource {

    private Instant now = Instant.parse("2026-10-01T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void tick(Duration duration) {
        now = now.plus(duration);
    }
}
