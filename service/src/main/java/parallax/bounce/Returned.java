package parallax.bounce;

import java.util.UUID;
import parallax.mail.Refusal;

/** A mail that came back to an address of ours, and what it says about the one we sent. */
sealed interface Returned {

    /**
     * A server did not take or deliver our mail.
     *
     * @param code the enhanced status code, such as 5.1.1
     */
    record Bounce(UUID outboxId, Refusal refusal, String code) implements Returned {}

    /** The addressee asks by mail for no more mails. */
    record Stop(UUID outboxId) implements Returned {}

    /** Nothing to act on: an absence note, an answer to an invitation to a meeting, a forgery, anything else. */
    record Other(String reason) implements Returned {}
}
