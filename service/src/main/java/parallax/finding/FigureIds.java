package parallax.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/**
 * Stable names of a wave's figures: the same wave and key always give the same name. A name carries its wave, so that any
 * node finds the figure again without having computed it before.
 */
public final class FigureIds {

    private static final String PREFIX = "f_";
    private static final int WAVE_BYTES = 16;
    private static final int KEY_BYTES = 8;
    /** Of both in base64. */
    private static final int LENGTH = PREFIX.length() + 32;

    private final WaveId wave;
    private final MessageDigest sha256;

    FigureIds(WaveId wave) {
        this.wave = wave;
        sha256 = Sha256.digest();
    }

    String of(FigureKey key) {
        FigureKey.Segment segment = key.segment();
        // Lengths keep apart what separators alone could not: a segment may hold any character.
        String text = Stream.of(
                        wave.toString(),
                        key.kind().code(),
                        key.measure().code(),
                        code(key.audience()),
                        code(key.team()),
                        key.touchpoint() == null ? "" : key.touchpoint(),
                        segment == null ? "" : segment.variable(),
                        segment == null ? "" : segment.value(),
                        key.variant() == null ? "" : key.variant())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        byte[] name = ByteBuffer.allocate(WAVE_BYTES + KEY_BYTES)
                .putLong(wave.value().getMostSignificantBits())
                .putLong(wave.value().getLeastSignificantBits())
                .put(digest, 0, KEY_BYTES)
                .array();
        return PREFIX + Base64.getUrlEncoder().encodeToString(name);
    }

    /** The wave whose figure a name may be; empty for what is no such name. */
    public static Optional<WaveId> waveOf(String name) {
        if (name.length() != LENGTH || !name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(name.substring(PREFIX.length())));
            return Optional.of(new WaveId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String code(@Nullable Audience audience) {
        return audience == null ? "" : audience.code();
    }
}
