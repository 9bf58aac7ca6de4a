package parallax.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** Stable names of a wave's figures: the same wave and key always give the same name. */
final class FigureIds {

    private static final int NAME_BYTES = 12;

    private final WaveId wave;
    private final MessageDigest sha256;

    FigureIds(WaveId wave) {
        this.wave = wave;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
                        key.touchpoint(),
                        segment == null ? "" : segment.variable(),
                        segment == null ? "" : segment.value())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        return "f_" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }

    private static String code(@Nullable Audience audience) {
        return audience == null ? "" : audience.code();
    }
}
