package parallax.interview;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.keys.KeyFiles;
import parallax.keys.KeyFiles.DraftCipher;
import parallax.keys.SealBrokenException;
import parallax.web.Caller;

/**
 * Interviews under way. Each is encrypted under a random token that only the interviewer's browser holds, and opens for that
 * interviewer alone: neither the database with all key files, nor a colleague at the same browser reads it.
 */
final class InterviewDrafts {

    private static final int TOKEN_BYTES = 24;

    private final Jdbi field;
    private final SecureRandom random;

    InterviewDrafts(Jdbi field, SecureRandom random) {
        this.field = field;
        this.random = random;
    }

    String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What was heard; empty when this token opens no interview with that person. */
    Optional<Heard> find(String token, Caller caller, UUID invitation) {
        DraftCipher cipher = cipher(token, caller, invitation);
        return field.withExtension(InterviewDraftDao.class, dao -> dao.find(cipher.rowId()))
                .flatMap(ciphertext -> open(cipher, ciphertext))
                .flatMap(Heard::decode);
    }

    /** @return false when the invitation is no longer open: nothing was kept */
    boolean save(String token, Caller caller, UUID invitation, Heard heard) {
        DraftCipher cipher = cipher(token, caller, invitation);
        byte[] ciphertext = cipher.encrypt(heard.encode());
        return field.withExtension(
                InterviewDraftDao.class, dao -> dao.put(cipher.rowId(), invitation, ciphertext) == 1);
    }

    /** All interviews with a person, whoever holds them. */
    void discard(Handle handle, UUID invitation) {
        handle.attach(InterviewDraftDao.class).deleteOf(invitation);
    }

    void discardOutlived() {
        field.useExtension(InterviewDraftDao.class, InterviewDraftDao::deleteOutlived);
    }

    private static Optional<byte[]> open(DraftCipher cipher, byte[] ciphertext) {
        try {
            return Optional.of(cipher.decrypt(ciphertext));
        } catch (SealBrokenException changed) {
            return Optional.empty();
        }
    }

    private static DraftCipher cipher(String token, Caller caller, UUID invitation) {
        return KeyFiles.draftCipher("interview %s %s %s".formatted(token, caller.id(), invitation));
    }
}
