package parallax.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Seals under a data key of this node and wave, so that a ballot costs no operation on a key pair. */
final class WaveSealer implements KeyFiles.BallotSealer {

    static final Duration KEY_LIFE = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;
    private static final byte[] BALLOT = "parallax ballot 1".getBytes(StandardCharsets.UTF_8);

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<UUID, DataKey> keys = new ConcurrentHashMap<>();

    WaveSealer(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public KeyFiles.Sealed seal(UUID wave, byte[] publicKey, byte[] plain) {
        DataKey key = dataKey(wave, publicKey);
        byte[] ciphertext = Sealing.seal(key.secret, Sealing.pad(plain), context(wave), random);
        return new KeyFiles.Sealed(ciphertext, key.id, key.wrapped.clone());
    }

    /** What a sealed text is bound to: it cannot be moved to another wave. */
    static byte[] context(UUID wave) {
        return ByteBuffer.allocate(BALLOT.length + 2 * Long.BYTES)
                .put(BALLOT)
                .putLong(wave.getMostSignificantBits())
                .putLong(wave.getLeastSignificantBits())
                .array();
    }

    private DataKey dataKey(UUID wave, byte[] publicKey) {
        Instant now = clock.instant();
        DataKey key = keys.get(wave);
        if (key == null || !key.serves(now, publicKey)) {
            keys.values().removeIf(other -> other.isOver(now));
            key = keys.compute(
                    wave,
                    (id, present) ->
                            present != null && present.serves(now, publicKey) ? present : make(wave, publicKey, now));
        }
        return key;
    }

    private DataKey make(UUID wave, byte[] publicKey, Instant now) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        byte[] wrapped = KeyPairs.wrap(secret, publicKey, context(wave), random);
        return new DataKey(UUID.randomUUID(), secret, wrapped, publicKey.clone(), now);
    }

    private static final class DataKey {

        private final UUID id;
        private final byte[] secret;
        private final byte[] wrapped;
        private final byte[] publicKey;
        private final Instant madeAt;

        DataKey(UUID id, byte[] secret, byte[] wrapped, byte[] publicKey, Instant madeAt) {
            this.id = id;
            this.secret = secret;
            this.wrapped = wrapped;
            this.publicKey = publicKey;
            this.madeAt = madeAt;
        }

        boolean serves(Instant now, byte[] recipient) {
            return !isOver(now) && Arrays.equals(publicKey, recipient);
        }

        /** A clock set back renews the key too. */
        boolean isOver(Instant now) {
            return now.isBefore(madeAt) || !now.isBefore(madeAt.plus(KEY_LIFE));
        }
    }
}
