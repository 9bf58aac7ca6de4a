package parallax.mail;

import java.util.UUID;
import parallax.study.WaveId;

/**
 * One mail of the outbox, without words or address: both are derived when it is written.
 *
 * @param step tells mails of one kind to one invitation apart; 0 for the invitation itself
 */
public record OutboxMail(UUID id, UUID invitation, WaveId wave, MailKind kind, int step) {}
