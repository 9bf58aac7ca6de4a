package parallax.keys;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** The number of a part is sealed with it. */
final class InstallationCipher implements KeyFiles.StoredCipher {

    private final byte[] key;
    private final SecureRandom random;

    InstallationCipher(byte[] key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    @Override
    public byte[] encrypt(int part, byte[] plain) {
        return Sealing.seal(key, plain, context(part), random);
    }

    @Override
    public byte[] decrypt(int part, byte[] sealed) {
        return Sealing.open(key, sealed, context(part));
    }

    private static byte[] context(int part) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(part).array();
    }
}
