package parallax.mail;

import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.database.RandomId;
import parallax.keys.KeyFiles;

/** The outbox and its transport, put together. */
public final class MailFeature {

    /** The last reply of a mail that was shown in the workspace and never left. */
    public static final String SHOWN_REPLY = "shown in the workspace, not sent";

    private final Outbox outbox;
    private final Mailbox from;
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
        from = settings.from();
        writer = new MailWriter(settings.from(), keys, clock);
    }

    /** Whom all mails come from. */
    public Mailbox from() {
        return from;
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
        return new MailSender(outbox, transport, writer, correspondence, () -> RandomId.from(random))::sendDue;
    }

    /**
     * Whether the workspace may show a mail: no longer as soon as such a mail could really leave, or did.
     *
     * @param neverLeaves of a sample engagement
     * @param attempts how often it was tried
     * @param lastReply the last words of whoever took it; null: nobody yet
     */
    public boolean mayShow(boolean neverLeaves, int attempts, @Nullable String lastReply) {
        boolean mayHaveLeft = attempts > 0 && !SHOWN_REPLY.equals(lastReply);
        return neverLeaves || !(transport.leavesTheHouse() || mayHaveLeft);
    }

    /** A mail as the workspace shows it, if it may. */
    public WrittenMail show(OutboxMail mail, Letter letter) {
        return writer.write(mail, letter);
    }

    /**
     * Sends one mail at once, beside the outbox: a test to oneself.
     *
     * @param id of this try
     * @return whether the mail server took it
     */
    public boolean sendNow(OutboxMail id, Letter letter) {
        try (MailTransport.Line line = transport.open()) {
            return line.send(writer.write(id, letter)).kind() == Outcome.Kind.ACCEPTED;
        }
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
         * @param from {@code Name <address>}, a person's; blank: an address made from the service's own
         * @param consultancy stands behind the person's name, or alone where there is none
         * @throws IllegalArgumentException when one of them cannot be read; says which, and how it is written
         */
        public static Settings parse(@Nullable String smtpUrl, @Nullable String from, String consultancy, URI baseUrl) {
            SmtpSettings smtp = SmtpSettings.parse(smtpUrl).orElse(null);
            if (from == null || from.isBlank()) {
                String host = baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
                return new Settings(smtp, Mailbox.of("study@" + host, consultancy));
            }
            try {
                Mailbox typed = Mailbox.parse(from);
                return new Settings(smtp, Mailbox.of(typed.address(), signature(typed.name(), consultancy)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("MAIL_FROM cannot be read: write Maria Alder <study@alder.example>");
            }
        }

        private static String signature(String person, String consultancy) {
            if (person.isEmpty()) {
                return consultancy;
            }
            return person.contains(consultancy) ? person : person + ", " + consultancy;
        }
    }
}
