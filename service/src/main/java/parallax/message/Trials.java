package parallax.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;

/** Links to a form to try out: they carry all there is to know, so that nothing need be stored, and end after a week. */
final class Trials {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final String PURPOSE = "trial of a form";
    private static final int MAC = 16;
    private static final int LANGUAGE = 8;
    private static final int LENGTH = 2 * Long.BYTES + 1 + LANGUAGE + Long.BYTES + MAC;

    private final KeyFiles keys;
    private final InstantSource clock;

    Trials(KeyFiles keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What is tried out. */
    record Trial(EngagementId engagement, Audience audience, String language) {}

    String token(Trial trial) {
        ByteBuffer token = ByteBuffer.allocate(LENGTH)
                .putLong(trial.engagement().value().getMostSignificantBits())
                .putLong(trial.engagement().value().getLeastSignificantBits())
                .put((byte) trial.audience().ordinal())
                .put(Arrays.copyOf(trial.language().getBytes(StandardCharsets.US_ASCII), LANGUAGE))
                .putLong(clock.instant().plus(GOOD_FOR).getEpochSecond());
        byte[] signed = token.array();
        System.arraycopy(mac(signed), 0, signed, LENGTH - MAC, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** What a token leads to; empty for one we did not make, and for one that is over. */
    Optional<Trial> find(String token) {
        byte[] signed = bytes(token);
        if (signed.length != LENGTH
                || !MessageDigest.isEqual(mac(signed), Arrays.copyOfRange(signed, LENGTH - MAC, LENGTH))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(signed);
        EngagementId engagement = new EngagementId(new UUID(fields.getLong(), fields.getLong()));
        Audience audience = Audience.values()[fields.get()];
        byte[] language = new byte[LANGUAGE];
        fields.get(language);
        Instant until = Instant.ofEpochSecond(fields.getLong());
        return clock.instant().isBefore(until)
                ? Optional.of(new Trial(engagement, audience, new String(language, StandardCharsets.US_ASCII).trim()))
                : Optional.empty();
    }

    private byte[] mac(byte[] signed) {
        return Arrays.copyOf(keys.mac(PURPOSE, Arrays.copyOf(signed, LENGTH - MAC)), MAC);
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
