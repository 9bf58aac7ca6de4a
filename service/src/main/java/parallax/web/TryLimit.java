package parallax.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something may be tried under a key, such as an address, in a period. Each node counts for itself. */
public final class TryLimit {

    private static final int REMEMBERED = 20_000;

    private final int tries;
    private final Duration period;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param tries in {@code period}, 1 or more */
    public TryLimit(int tries, Duration period, InstantSource clock) {
        this.tries = tries;
        this.period = period;
        this.time = new ClockMeter(clock);
    }

    /**
     * Takes one try.
     *
     * @param refusal what to say when none is left
     * @return tries that are left
     * @throws LaterException TOO_MANY_REQUESTS when none was left
     */
    public long take(String key, String refusal) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new LaterException(
                    ProblemType.TOO_MANY_REQUESTS, refusal, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return probe.getRemainingTokens();
    }

    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                unknown -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, period))
                        .build());
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
