package parallax.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for errors on our side, short enough to be read out on the telephone. */
final class Incidents {

    private static final int BYTES = 4;

    private final SecureRandom random;

    Incidents(SecureRandom random) {
        this.random = random;
    }

    String next() {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
