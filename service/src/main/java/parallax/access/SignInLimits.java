package parallax.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import parallax.web.LaterException;
import parallax.web.ProblemType;

/**
 * How often a password may be wrong: 10 times in 15 minutes for an account, 60 times for an address. Living
 * sessions are not touched. Each node counts for itself.
 */
final class SignInLimits {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 60;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int REMEMBERED = 20_000;

    private final Buckets accounts;
    private final Buckets addresses;

    SignInLimits(InstantSource clock) {
        accounts = new Buckets(PER_ACCOUNT, clock);
        addresses = new Buckets(PER_ADDRESS, clock);
    }

    /**
     * Takes one try; it is given back when the password was right.
     *
     * @throws LaterException when none is left
     */
    void take(String account, String address) {
        addresses.take(address);
        accounts.take(account);
    }

    void giveBack(String account, String address) {
        addresses.giveBack(address);
        accounts.giveBack(account);
    }

    private static final class Buckets {

        private final int tries;
        private final TimeMeter time;
        private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };

        Buckets(int tries, InstantSource clock) {
            this.tries = tries;
            this.time = new ClockMeter(clock);
        }

        void take(String key) {
            var probe = bucket(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new LaterException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many wrong passwords. Wait a few minutes and try again.",
                        Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }

        void giveBack(String key) {
            bucket(key).addTokens(1);
        }

        private synchronized Bucket bucket(String key) {
            return buckets.computeIfAbsent(
                    key,
                    unknown -> Bucket.builder()
                            .withCustomTimePrecision(time)
                            .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, PERIOD))
                            .build());
        }
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
