package parallax.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Without the link nobody finds the row of a draft or reads it. */
final class TokenDraftCipher implements KeyFiles.DraftCipher {

    private final byte[] row;
    private final byte[] key;
    private final SecureRandom random;

    TokenDraftCipher(String token, SecureRandom random) {
        byte[] secret = token.getBytes(StandardCharsets.US_ASCII);
        this.row = Hkdf.derive(secret, "row");
        this.key = Hkdf.derive(secret, "draft");
        this.random = random;
    }

    @Override
    public byte[] rowId() {
        return row.clone();
    }

    @Override
    public byte[] encrypt(byte[] plain) {
        return Sealing.seal(key, Sealing.pad(plain), row, random);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) {
        return Sealing.unpad(Sealing.open(key, ciphertext, row));
    }
}
