package parallax.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox. Several may run at once, on one node or many: no mail is in two hands. */
final class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    /** Connections at once, and so the most mails whose outcome is unknown when a node dies. */
    private static final int LINES = 4;

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
        AtomicBoolean reachable = new AtomicBoolean(true);
        try (MailTransport.Line line = transport.open()) {
            // The first mails show whether the server is there, and whether there are many.
            boolean many = sendChunk(line, reachable) == Outbox.CHUNK;
            List<CompletableFuture<Void>> others = many ? startOthers(reachable) : List.of();
            sendUntilNone(line, reachable);
            others.forEach(CompletableFuture::join);
        }
        if (!reachable.get()) {
            LOG.warn("the mail server cannot be reached; what waits is tried again later");
        }
    }

    private List<CompletableFuture<Void>> startOthers(AtomicBoolean reachable) {
        Runnable work = () -> {
            try (MailTransport.Line line = transport.open()) {
                sendUntilNone(line, reachable);
            }
        };
        return Stream.generate(() -> CompletableFuture.runAsync(work, task -> new Thread(task, "mail").start()))
                .limit(LINES - 1)
                .toList();
    }

    private void sendUntilNone(MailTransport.Line line, AtomicBoolean reachable) {
        int sent = reachable.get() ? Outbox.CHUNK : 0;
        while (sent > 0) {
            sent = sendChunk(line, reachable);
        }
    }

    /** How many mails there were to send; 0 also when the server cannot be reached. */
    private int sendChunk(MailTransport.Line line, AtomicBoolean reachable) {
        UUID claim = claims.get();
        List<OutboxRow> rows = reachable.get() ? outbox.claim(claim) : List.of();
        if (!sendAll(rows, claim, line)) {
            reachable.set(false);
            return 0;
        }
        return rows.size();
    }

    private boolean sendAll(List<OutboxRow> rows, UUID claim, MailTransport.Line line) {
        Optional<Outbox.Tried> last = Optional.empty();
        for (OutboxRow row : rows) {
            // One commit says what became of a mail and that the next one is leaving.
            if (!outbox.startSending(row, claim, correspondence.mayStillSend(), last)) {
                last = Optional.empty();
                continue;
            }
            Outcome outcome = send(row, line);
            last = Optional.of(new Outbox.Tried(row, outcome));
            if (outcome.kind() == Outcome.Kind.ADDRESS_REFUSED) {
                correspondence.letters().addressRefused(row.mail());
            }
            if (outcome.kind() == Outcome.Kind.UNREACHABLE) {
                outbox.finish(last, claim);
                outbox.release(claim);
                return false;
            }
        }
        outbox.finish(last, claim);
        return true;
    }

    private Outcome send(OutboxRow row, MailTransport.Line line) {
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
        return letter.get().neverLeaves() ? ShownTransport.SHOWN : line.send(mail);
    }
}
