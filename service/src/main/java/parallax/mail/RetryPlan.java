package parallax.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** When a mail that did not get through is tried again. */
final class RetryPlan {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    RetryPlan(RandomGenerator random) {
        this.random = random;
    }

    /** The state after a try, when it is due again (if ever), and how many tries count so far. */
    Next next(OutboxRow row, int tried, Outcome.Kind kind, Instant now) {
        return switch (kind) {
            case ACCEPTED -> new Next("accepted", row.dueAt(), tried);
            case REFUSED, ADDRESS_REFUSED -> new Next("failed", row.dueAt(), tried);
            case UNKNOWN -> new Next("unknown", now.plus(spread(WAITS.get(0))), tried);
            // Our own server's fault: it costs the addressee no try, or a weekend's outage would end in silence.
            case UNREACHABLE -> new Next("deferred", now.plus(spread(WAITS.get(0))), row.attempt());
            case DEFERRED ->
                tried > WAITS.size()
                        ? new Next("failed", row.dueAt(), tried)
                        : new Next("deferred", now.plus(spread(WAITS.get(tried - 1))), tried);
        };
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }

    record Next(String state, Instant dueAt, int attempt) {}
}
