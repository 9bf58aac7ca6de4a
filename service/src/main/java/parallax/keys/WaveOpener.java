package parallax.keys;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Opens with the private half of a wave's pair; for one batch in one thread. */
final class WaveOpener implements KeyFiles.BallotOpener {

    private final UUID wave;
    private final byte[] privateKey;
    private final byte[] publicKey;
    private final Map<ByteBuffer, byte[]> unwrapped = new HashMap<>();

    WaveOpener(UUID wave, byte[] privateKey, byte[] publicKey) {
        this.wave = wave;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    @Override
    public byte[] open(byte[] wrappedKey, byte[] ciphertext) {
        byte[] context = WaveSealer.context(wave);
        byte[] key = unwrapped.computeIfAbsent(
                ByteBuffer.wrap(wrappedKey.clone()),
                absent -> KeyPairs.unwrap(wrappedKey, privateKey, publicKey, context));
        return Sealing.unpad(Sealing.open(key, ciphertext, context));
    }
}
