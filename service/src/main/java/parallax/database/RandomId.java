package parallax.database;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random ids (RFC 9562, version 4) from injected randomness. */
public final class RandomId {

    private RandomId() {}

    public static UUID from(RandomGenerator random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }
}
