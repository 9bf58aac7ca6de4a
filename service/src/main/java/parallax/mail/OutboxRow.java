package parallax.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;

/**
 * A row of {@code identity.outbox}.
 *
 * @param attempt tries so far
 * @param lostOutcomes tries of which nobody knows whether they got through
 * @param lastReply the mail server's last words; may repeat the address
 */
public record OutboxRow(
        UUID id,
        UUID invitationId,
        UUID waveId,
        String kind,
        int step,
        String state,
        Instant dueAt,
        int attempt,
        int lostOutcomes,
        @Nullable UUID claim,
        @Nullable Instant claimedAt,
        @Nullable String lastReply) {

    /** As a closed wave keeps it: what had not left will not leave. */
    OutboxRow afterClose() {
        boolean waiting = state.equals("queued") || state.equals("deferred");
        return new OutboxRow(
                id,
                invitationId,
                waveId,
                kind,
                step,
                waiting ? "suppressed" : state,
                dueAt,
                attempt,
                lostOutcomes,
                waiting ? null : claim,
                waiting ? null : claimedAt,
                lastReply);
    }

    /** The mail, apart from what became of it so far. */
    public OutboxMail mail() {
        return new OutboxMail(id, invitationId, new WaveId(waveId), MailKind.ofCode(kind), step);
    }
}
