package parallax.fieldwork;

import java.nio.ByteBuffer;
import java.util.UUID;
import parallax.keys.KeyFiles;

/**
 * Hides account codes in invitations. The code stands plain with the answers, so a plain one here would join the two
 * for anybody who reads the database; masked with a key that is not in it, equal codes look different in every row.
 */
final class AccountMask {

    private final KeyFiles keys;

    AccountMask(KeyFiles keys) {
        this.keys = keys;
    }

    /** Masks a code for an invitation, or takes the mask off again. An empty code stays empty. */
    byte[] apply(UUID invitation, byte[] code) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .array();
        byte[] mask = keys.mac("account code of an invitation", id);
        byte[] result = new byte[code.length];
        for (int i = 0; i < code.length; i++) {
            result[i] = (byte) (code[i] ^ mask[i]);
        }
        return result;
    }
}
