package parallax.response;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** FNV-1a over 64 bits: two different sets of answers of a wave share one by chance once in millions of waves. */
final class AnswerDigest {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long state = BASIS;

    AnswerDigest add(byte value) {
        state = (state ^ (value & 0xff)) * PRIME;
        return this;
    }

    /** What is absent is told from what is empty. */
    AnswerDigest add(byte @Nullable [] bytes) {
        add((byte) (bytes == null ? 0 : 1));
        if (bytes != null) {
            for (byte value : bytes) {
                add(value);
            }
        }
        return this;
    }

    AnswerDigest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8)).add((byte) 0);
    }

    long value() {
        return state;
    }
}
