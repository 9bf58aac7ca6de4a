package parallax.mail;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;

/** The outbox and its transport, put together. */
public final class MailFeature {

    /** The last reply of a mail that was shown in the workspace and never left. */
    public static final String SHOWN_REPLY = "shown in the workspace, not sent";

    private final Outbox outbox;
    private final MailTransport transport;
    private final MailWriter writer;
    private final RandomGenerator random;

    /**
     * @param field the pool of login parallax_field
     * @param random for the jitter of retries and for claims
     */
    public MailFeature(Jdbi field, KeyFiles keys, Settings settings, InstantSource clock, RandomGenerator random) {
        this.random = random;
        outbox = new Outbox(field, clock, new RetryPlan(random));
        transport = settings.smtp() == null ? new ShownTransport() : new SmtpTransport(settings.smtp());
        writer = new MailWriter(settings.from(), keys, clock);
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Whether mails leave the house; otherwise they are only shown. */
    public boolean leavesTheHouse() {
        return transport.leavesTheHouse();
    }

    /**
     * The work of the job that empties the outbox; may run on several nodes at once.
     *
     * @param letters write what is sent
     * @param mayStillSend asked for each mail just before it leaves
     */
    public Runnable sendDue(Letters letters, MayStillSend mayStillSend) {
        MailSender.Correspondence correspondence = new MailSender.Correspondence(letters, mayStillSend);
        return new MailSender(
                        outbox, transport, writer, correspondence, () -> new UUID(random.nextLong(), random.nextLong()))
                ::sendDue;
    }

    /**
     * A mail as the workspace shows it; empty as soon as such a mail could really leave, or did.
     *
     * @param attempts how often it was tried
     * @param lastReply the last words of whoever took it; null: nobody yet
     */
    public Optional<WrittenMail> show(OutboxMail mail, Letter letter, int attempts, @Nullable String lastReply) {
        boolean mayHaveLeft = attempts > 0 && !SHOWN_REPLY.equals(lastReply);
        return !letter.neverLeaves() && (transport.leavesTheHouse() || mayHaveLeft)
                ? Optional.empty()
                : Optional.of(writer.write(mail, letter));
    }

    /**
     * How mail leaves.
     *
     * @param smtp null: there is no mail server, mails are only shown
     */
    public record Settings(@Nullable SmtpSettings smtp, Mailbox from) {

        /**
         * Reads the settings {@code SMTP_URL} and {@code MAIL_FROM}.
         *
         * @param from {@code Name <address>}; blank: a name and address made from the service's own address
         * @throws IllegalArgumentException when one of them cannot be read; says which, and how it is written
         */
        public static Settings parse(@Nullable String smtpUrl, @Nullable String from, URI baseUrl) {
            SmtpSettings smtp = SmtpSettings.parse(smtpUrl).orElse(null);
            if (from == null || from.isBlank()) {
                String host = baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
                return new Settings(smtp, new Mailbox("Parallax, an independent third party", "study@" + host));
            }
            try {
                return new Settings(smtp, Mailbox.parse(from));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("MAIL_FROM cannot be read: write Maria Alder <study@alder.example>");
            }
        }
    }
}
