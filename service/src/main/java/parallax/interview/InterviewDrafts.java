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
 * interviewer alone: neither the database with all key files, nor a colleague at the same browser reads it. With a person one
 * is under way at a time, and all of one form are equally long.
 */
final class InterviewDrafts {

    private static final int TOKEN_BYTES = 24;

    private final Jdbi field;
    private final SecureRandom random;

    InterviewDrafts(Jdbi field, SecureRandom random) {
        this.field = field;
        this.random = random;
    }

    /** Who holds an interview: the token of a browser, of an interviewer, about a person. */
    record Holder(String token, Caller caller, UUID invitation) {

        private DraftCipher cipher() {
            return KeyFiles.draftCipher("interview %s %s %s".formatted(token, caller.id(), invitation));
        }

        @Override
        public String toString() {
            return "Holder";
        }
    }

    /** What was heard, and the very bytes it was read from. */
    record Kept(Heard heard, byte[] ciphertext) {

        @Override
        public String toString() {
            return "Kept";
        }
    }

    String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What was heard; empty when this token opens no interview with that person. */
    Optional<Kept> find(Holder holder) {
        DraftCipher cipher = holder.cipher();
        return field.withExtension(InterviewDraftDao.class, dao -> dao.find(cipher.rowId()))
                .flatMap(bytes -> open(cipher, bytes).flatMap(Heard::decode).map(heard -> new Kept(heard, bytes)));
    }

    /** Whether an interview with somebody is under way. */
    boolean isHeldElsewhere(UUID invitation) {
        return field.withExtension(InterviewDraftDao.class, dao -> dao.count(invitation)) > 0;
    }

    /**
     * Begins an interview, and discards those begun before with that person.
     *
     * @return false when the invitation is no longer open: nothing was changed
     */
    boolean begin(Holder holder, Script script) {
        DraftCipher cipher = holder.cipher();
        byte[] ciphertext = cipher.encrypt(Heard.NOTHING.encode(script.longest()));
        return field.inTransaction(handle -> {
            InterviewDraftDao dao = handle.attach(InterviewDraftDao.class);
            if (dao.holdOpen(holder.invitation()).isEmpty()) {
                return false;
            }
            dao.deleteOf(holder.invitation());
            dao.insert(cipher.rowId(), holder.invitation(), ciphertext);
            return true;
        });
    }

    /** @return false when it was saved otherwise or discarded meanwhile, or the invitation is no longer open */
    boolean replace(Holder holder, Script script, Kept kept, Heard heard) {
        DraftCipher cipher = holder.cipher();
        byte[] ciphertext = cipher.encrypt(heard.encode(script.longest()));
        return field.withExtension(
                InterviewDraftDao.class, dao -> dao.replace(cipher.rowId(), kept.ciphertext(), ciphertext) == 1);
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
}
