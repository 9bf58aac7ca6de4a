package parallax.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.CustomMailer;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.OperationalConfig;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * One conversation with the mail server at a time, kept as long as it goes well. The library makes and checks the message;
 * the conversation is ours, to know how far it got.
 */
final class SmtpLine implements MailTransport.Line {

    // A conversation has about ten turns a mail; all of them together stay below the outbox's lease.
    private static final int TIMEOUT_MILLIS = 30_000;
    /** Servers end conversations that do not end themselves. */
    private static final int MAILS_A_CONVERSATION = 100;

    private static final String LINE_LOST = "the line was lost before the mail left";
    private static final String AGAINST_THE_RULES = "not sent: it does not keep the rules of mail";
    private static final Pattern REPLY = Pattern.compile("\\s*([45]\\d\\d)(?:[ -]|$)", Pattern.MULTILINE);
    // 5.7.x and the like blame our server, our mail or theirs, never the person.
    private static final Pattern ANOTHER_REASON = Pattern.compile("\\b5\\.[2-7]\\.\\d+\\b");
    private static final Pattern THE_ADDRESS = Pattern.compile("\\b5\\.(?:1\\.\\d+|2\\.1)\\b");

    private final SmtpSettings settings;
    /** Made with the first mail: most rounds have none. */
    private @Nullable Mailer mailer;

    private static final Outcome NOT_TRIED = new Outcome(Outcome.Kind.DEFERRED, "not tried");

    private Outcome outcome = NOT_TRIED;
    private @Nullable Transport conversation;
    private int mails;

    SmtpLine(SmtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outcome send(WrittenMail mail) {
        Mailer known = mailer == null ? mailer(settings, new Delivery()) : mailer;
        mailer = known;
        // what became of the mail before says nothing about this one
        outcome = NOT_TRIED;
        try {
            known.sendMail(emailOf(mail)).join();
        } catch (MailException e) {
            return new Outcome(Outcome.Kind.REFUSED, AGAINST_THE_RULES);
        }
        return outcome;
    }

    @Override
    public void close() {
        Transport ended = conversation;
        conversation = null;
        if (ended == null) {
            return;
        }
        try {
            ended.close();
        } catch (MessagingException e) {
            // The outcome is known already, and a line that will not close cannot be asked again.
            return;
        }
    }

    private static Mailer mailer(SmtpSettings settings, CustomMailer delivery) {
        return MailerBuilder.withTransportStrategy(settings.security())
                .withSessionTimeout(TIMEOUT_MILLIS)
                // The goodbye says nothing about the mail; waiting for it widens the window of an unknown outcome.
                .withProperty("mail.smtp.quitwait", "false")
                .withProperty("mail.smtps.quitwait", "false")
                // "TLS if you can" hides the mail from listeners only; where TLS is asked for, the server must prove
                // its name.
                .trustingAllHosts(settings.security() == TransportStrategy.SMTP)
                .verifyingServerIdentity(settings.security() != TransportStrategy.SMTP)
                .withCustomMailer(delivery)
                // Never used, as nothing is sent in the background; without one the library makes one a mailer.
                .withExecutorService(ForkJoinPool.commonPool())
                .buildMailer();
    }

    private final class Delivery implements CustomMailer {

        @Override
        public void testConnection(OperationalConfig config, Session session) {
            throw new UnsupportedOperationException("mails are sent, connections are not tested");
        }

        @Override
        public void sendMessage(OperationalConfig config, Session session, Email email, MimeMessage message) {
            try {
                outcome = deliver(session, new Leaving(message));
            } catch (MessagingException e) {
                outcome = new Outcome(Outcome.Kind.REFUSED, AGAINST_THE_RULES);
            }
        }
    }

    private Outcome deliver(Session session, Leaving message) throws MessagingException {
        boolean kept = conversation != null;
        Outcome first = talk(session, message);
        // A conversation that was kept may have been ended by the server meanwhile; that says nothing about this mail.
        boolean ended = kept
                && !message.began
                && (first.reply().equals(LINE_LOST) || first.reply().startsWith("421"));
        return ended ? talk(session, message) : first;
    }

    private Outcome talk(Session session, Leaving message) throws MessagingException {
        Outcome result = connect(session).orElseGet(() -> hand(message));
        if (result.kind() != Outcome.Kind.ACCEPTED || ++mails >= MAILS_A_CONVERSATION) {
            close();
        }
        return result;
    }

    /** Begins a conversation unless there is one; what went wrong. */
    private Optional<Outcome> connect(Session session) throws MessagingException {
        if (conversation != null) {
            return Optional.empty();
        }
        Transport fresh = session.getTransport();
        conversation = fresh;
        mails = 0;
        try {
            fresh.connect(settings.host(), settings.port(), settings.user(), settings.password());
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(
                    new Outcome(Outcome.Kind.UNREACHABLE, "the mail server cannot be reached or does not let us in"));
        }
    }

    private Outcome hand(Leaving message) {
        try {
            Objects.requireNonNull(conversation).sendMessage(message, message.getAllRecipients());
            return new Outcome(Outcome.Kind.ACCEPTED, "accepted by the mail server");
        } catch (MessagingException e) {
            return outcomeOf(e, message.began);
        }
    }

    private static Email emailOf(WrittenMail mail) {
        EmailPopulatingBuilder email = EmailBuilder.startingBlank()
                .from(mail.from().name(), mail.from().address())
                .to(mail.to().name(), mail.to().address())
                .withReplyTo(mail.from().name(), mail.from().address())
                .withSubject(mail.subject())
                .withPlainText(mail.text())
                .withHTMLText(mail.html())
                .withContentTransferEncoding(ContentTransferEncoding.QUOTED_PRINTABLE)
                .fixingSentDate(Date.from(mail.date()))
                .fixingMessageId(mail.messageId());
        mail.headers().forEach(email::withHeader);
        return email.buildEmail();
    }

    /** What the server said, wherever in the chain of causes it stands; silence after the mail began to leave is unknown. */
    private static Outcome outcomeOf(MessagingException failure, boolean began) {
        List<Throwable> chain = chain(failure);
        Optional<String> reply = chain.stream()
                .map(Throwable::getMessage)
                .filter(words -> words != null && REPLY.matcher(words).lookingAt())
                .findFirst();
        boolean recipientRefused = chain.stream()
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
        return reply.map(words -> replied(words, recipientRefused))
                .orElseGet(() -> began
                        ? new Outcome(Outcome.Kind.UNKNOWN, "the line was lost while the mail was leaving")
                        : new Outcome(Outcome.Kind.DEFERRED, LINE_LOST));
    }

    private static Outcome replied(String words, boolean recipientRefused) {
        Matcher code = REPLY.matcher(words);
        if (code.lookingAt() && code.group(1).startsWith("4")) {
            return new Outcome(Outcome.Kind.DEFERRED, words);
        }
        boolean address = THE_ADDRESS.matcher(words).find()
                || (recipientRefused && !ANOTHER_REASON.matcher(words).find());
        return new Outcome(address ? Outcome.Kind.ADDRESS_REFUSED : Outcome.Kind.REFUSED, words);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        add(chain, failure);
        return chain;
    }

    private static void add(List<Throwable> chain, @Nullable Throwable failure) {
        if (failure == null || chain.contains(failure)) {
            return;
        }
        chain.add(failure);
        add(chain, failure.getCause());
        if (failure instanceof MessagingException messaging) {
            add(chain, messaging.getNextException());
        }
    }

    /** Knows whether it began to leave, which is when DATA was answered: only then can its outcome be unknown. */
    private static final class Leaving extends MimeMessage {

        private boolean began;

        Leaving(MimeMessage message) throws MessagingException {
            super(message);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            began = true;
            super.writeTo(out, ignored);
        }
    }
}
