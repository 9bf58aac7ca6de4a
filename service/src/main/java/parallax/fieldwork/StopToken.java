package parallax.fieldwork;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import parallax.keys.KeyFiles;

/** The token of a stop link: the invitation's random id, and proof that we wrote it. Nothing of it is stored. */
final class StopToken {

    private static final int ID_LENGTH = 22;

    private final KeyFiles keys;

    StopToken(KeyFiles keys) {
        this.keys = keys;
    }

    String of(UUID invitation) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + keys.stopToken(invitation);
    }

    /** The invitation of a token, if we wrote it. */
    Optional<UUID> invitation(String token) {
        return id(token)
                .filter(id -> MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), of(id).getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<UUID> id(String token) {
        if (token.length() <= ID_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] id = Base64.getUrlDecoder().decode(token.substring(0, ID_LENGTH));
            ByteBuffer bytes = ByteBuffer.wrap(id);
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
