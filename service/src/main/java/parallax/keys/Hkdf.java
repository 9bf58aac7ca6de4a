package parallax.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, and keys derived with it (HKDF, RFC 5869). */
final class Hkdf {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** A key of 32 bytes for one purpose, without salt. */
    static byte[] derive(byte[] secret, String purpose) {
        return derive(secret, new byte[HASH_BYTES], purpose.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    }

    /** Extract and expand. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] extracted = hmac(salt, secret);
        ByteBuffer output = ByteBuffer.allocate(length);
        byte[] block = new byte[0];
        for (byte counter = 1; output.hasRemaining(); counter++) {
            block = hmac(extracted, block, info, new byte[] {counter});
            output.put(block, 0, Math.min(block.length, output.remaining()));
        }
        return output.array();
    }
}
