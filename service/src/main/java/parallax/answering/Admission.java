package parallax.answering;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/**
 * What a link admits to. Implemented by fieldwork: the token goes in, what may be asked comes out, the person stays there.
 */
public interface Admission {

    /** What the link admits to; empty for a token that belongs to no invitation. Changes nothing. */
    Optional<Admitted> find(String token);

    /** As {@link #find(String)}, and the draft in that row: both in one statement, the same one whatever the link is. */
    Optional<Entry> enter(String token, byte[] draftRow);

    /**
     * As {@link #enter(String, byte[])}, once no other transaction holds this draft row; held until the caller's ends. A save
     * that overlapped a submit would otherwise leave a draft behind that nothing deletes.
     */
    Optional<Entry> enterAlone(Handle handle, String token, byte[] draftRow);

    /** Remembers that the holder began, and on what; called by a POST, never by a GET. Idempotent. */
    void markStarted(Admitted admitted, Device device);

    /**
     * Counts that the holder of a link came further; it stands with nobody.
     *
     * @param before number of the furthest page so far; 0: none
     * @param page number of the furthest page now
     */
    void reached(Admitted admitted, int before, int page);

    /** Counts how long an answer took from the first page saved; it stands with nobody. */
    void took(Admitted admitted, Duration time);

    /**
     * Uses the invitation up, inside the transaction that seals the ballot; locks the wave row {@code FOR SHARE} first.
     *
     * @return false when it was used already, was stopped, or the wave takes no answers any more: then nothing may be sealed
     */
    boolean complete(Handle handle, Admitted admitted);

    /** Keeps a wish with the person, inside the transaction that seals the ballot. */
    void keep(Handle handle, Admitted admitted, Wish wish);

    /** Keeps whom the holder names as the right person, for a consultant to decide; the last one named counts. */
    void refer(Admitted admitted, Referral referral);

    /** What a link admits to, and its draft as it lies in the database; null: none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(Admitted admitted, byte @Nullable [] draft) {}

    /**
     * An admission.
     *
     * @param invitation opaque here
     * @param language of the contact, one of the questionnaire's
     * @param accountCode sealed into the ballot; empty for teams and for people without an account
     * @param segments sealed into the ballot
     * @param standing known from the same look-up: a link that takes no answers costs no more than one that is unknown
     * @param questionnaireVersion that the wave asks now; 0 when it was taken back to draft
     */
    record Admitted(
            UUID invitation,
            WaveId wave,
            Audience audience,
            String language,
            Standing standing,
            byte[] accountCode,
            byte[] segments,
            int questionnaireVersion) {

        public boolean open() {
            return standing == Standing.OPEN;
        }
    }

    /** Whether an invitation takes answers, or why not. */
    enum Standing {
        OPEN,
        /** Used already. */
        ANSWERED,
        /** Its wave takes no answers any more. */
        CLOSED,
        /** Its holder wants no mails, or it was taken back. */
        STOPPED
    }
}
