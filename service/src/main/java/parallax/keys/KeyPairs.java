package parallax.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** X25519 pairs, and keys wrapped for them: a fresh pair's shared secret, through HKDF, is the wrapping key. */
final class KeyPairs {

    private static final String ALGORITHM = "X25519";
    private static final byte[] PURPOSE = "parallax wrapped data key 1".getBytes(StandardCharsets.UTF_8);
    private static final int PUBLIC_BYTES = 44;

    private KeyPairs() {}

    static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** The key as only the holder of the private half can read it; the context must be the same there. */
    static byte[] wrap(byte[] key, byte[] publicKey, byte[] context, SecureRandom random) {
        KeyPair fresh = generate(random);
        byte[] freshPublic = fresh.getPublic().getEncoded();
        byte[] wrapping = agree(fresh.getPrivate(), readPublic(publicKey), freshPublic, publicKey);
        byte[] sealed = Sealing.seal(wrapping, key, context, random);
        return ByteBuffer.allocate(PUBLIC_BYTES + sealed.length)
                .put(freshPublic)
                .put(sealed)
                .array();
    }

    static byte[] unwrap(byte[] wrapped, byte[] privateKey, byte[] publicKey, byte[] context) {
        if (wrapped.length < PUBLIC_BYTES) {
            throw new SealBrokenException("not a wrapped key");
        }
        byte[] freshPublic = Arrays.copyOf(wrapped, PUBLIC_BYTES);
        byte[] wrapping = agree(readPrivate(privateKey), readPublic(freshPublic), freshPublic, publicKey);
        return Sealing.open(wrapping, Arrays.copyOfRange(wrapped, PUBLIC_BYTES, wrapped.length), context);
    }

    private static byte[] agree(PrivateKey own, PublicKey other, byte[] freshPublic, byte[] recipient) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(ALGORITHM);
            agreement.init(own);
            agreement.doPhase(other, true);
            byte[] info = ByteBuffer.allocate(PURPOSE.length + freshPublic.length + recipient.length)
                    .put(PURPOSE)
                    .put(freshPublic)
                    .put(recipient)
                    .array();
            return Hkdf.derive(agreement.generateSecret(), new byte[32], info, 32);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("a wrapped key does not fit its pair");
        }
    }

    private static PublicKey readPublic(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("not a public key of " + ALGORITHM);
        }
    }

    private static PrivateKey readPrivate(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new KeysUnusableException("a private key file is damaged; restore it.");
        }
    }
}
