package parallax.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox. Several may run at once, on one node or many: no mail is in two hands. */
final class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    private final Outbox outbox;
    private final MailTransport transport;
    private final MailWriter writer;
    private final Correspondence correspondence;
    private final Supplier<UUID> claims;

    MailSender(
            Outbox outbox,
            MailTransport transport,
            MailWriter writer,
            Correspondence correspondence,
            Supplier<UUID> claims) {
        this.outbox = outbox;
        this.transport = transport;
        this.writer = writer;
        this.correspondence = correspondence;
        this.claims = claims;
    }

    /** Who writes the letters, and who says that they may still leave. */
    record Correspondence(Letters letters, MayStillSend mayStillSend) {}

    /** Sends what is due until nothing is, or until our mail server cannot be reached. */
    void sendDue() {
        int lost = outbox.giveUpAbandoned();
        if (lost > 0) {
            LOG.warn("{} mails were leaving when a node stopped; invitations among them are sent once more", lost);
        }
        boolean reachable = true;
        while (reachable) {
            UUID claim = claims.get();
            List<OutboxRow> rows = outbox.claim(claim);
            if (rows.isEmpty()) {
                return;
            }
            reachable = sendAll(rows, claim);
        }
        LOG.warn("the mail server cannot be reached; what waits is tried again later");
    }

    private boolean sendAll(List<OutboxRow> rows, UUID claim) {
        for (OutboxRow row : rows) {
            if (!outbox.startSending(row, claim, correspondence.mayStillSend())) {
                continue;
            }
            Outcome outcome = send(row);
            outbox.finish(row, claim, outcome);
            if (outcome.kind() == Outcome.Kind.ADDRESS_REFUSED) {
                correspondence.letters().addressRefused(row.mail());
            }
            if (outcome.kind() == Outcome.Kind.UNREACHABLE) {
                outbox.release(claim);
                return false;
            }
        }
        return true;
    }

    private Outcome send(OutboxRow row) {
        Optional<Letter> letter;
        WrittenMail mail;
        try {
            letter = correspondence.letters().write(row.mail());
            if (letter.isEmpty()) {
                return new Outcome(Outcome.Kind.REFUSED, "not sent: the addressee was deleted");
            }
            mail = writer.write(row.mail(), letter.get());
        } catch (InvalidAddressException e) {
            return new Outcome(Outcome.Kind.ADDRESS_REFUSED, "not sent: " + e.getMessage());
        } catch (RuntimeException e) {
            // Without the cause's words: they could hold an address or a link.
            LOG.error("mail {} could not be written: {}", row.id(), e.getClass().getName());
            return new Outcome(Outcome.Kind.DEFERRED, "could not be written");
        }
        return letter.get().neverLeaves() ? ShownTransport.SHOWN : transport.send(mail);
    }
}
