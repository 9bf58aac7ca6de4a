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

/** Real SMTP, one connection a mail. */
final class SmtpTransport implements MailTransport {

    // A conversation has about ten turns; all of them together stay below the outbox's lease.
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Pattern REPLY = Pattern.compile("\\s*([45]\\d\\d)(?:[ -]|$)", Pattern.MULTILINE);
    // 5.7.x and the like blame our server, our mail or theirs, never the person.
    private static final Pattern ANOTHER_REASON = Pattern.compile("\\b5\\.[2-7]\\.\\d+\\b");
    private static final Pattern THE_ADDRESS = Pattern.compile("\\b5\\.(?:1\\.\\d+|2\\.1)\\b");

    private final SmtpSettings settings;

    SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean leavesTheHouse() {
        return true;
    }

    @Override
    public Outcome send(WrittenMail mail) {
        Delivery delivery = new Delivery(settings);
        try {
            mailer(delivery).sendMail(emailOf(mail)).join();
        } catch (MailException e) {
            return new Outcome(Outcome.Kind.REFUSED, "not sent: it does not keep the rules of mail");
        }
        return delivery.outcome;
    }

    private Mailer mailer(Delivery delivery) {
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

    /** One mail's way out. The library makes and checks the message; the conversation is ours, to know how far it got. */
    private static final class Delivery implements CustomMailer {

        private final SmtpSettings settings;
        private Outcome outcome = new Outcome(Outcome.Kind.DEFERRED, "not tried");

        Delivery(SmtpSettings settings) {
            this.settings = settings;
        }

        @Override
        public void testConnection(OperationalConfig config, Session session) {
            throw new UnsupportedOperationException("mails are sent, connections are not tested");
        }

        @Override
        public void sendMessage(OperationalConfig config, Session session, Email email, MimeMessage message) {
            Leaving leaving;
            Transport conversation;
            try {
                leaving = new Leaving(message);
                conversation = session.getTransport();
            } catch (MessagingException e) {
                outcome = new Outcome(Outcome.Kind.REFUSED, "not sent: it does not keep the rules of mail");
                return;
            }
            try {
                outcome = talk(conversation, leaving);
            } finally {
                close(conversation);
            }
        }

        private Outcome talk(Transport conversation, Leaving message) {
            try {
                conversation.connect(settings.host(), settings.port(), settings.user(), settings.password());
            } catch (MessagingException e) {
                return new Outcome(Outcome.Kind.UNREACHABLE, "the mail server cannot be reached or does not let us in");
            }
            try {
                conversation.sendMessage(message, message.getAllRecipients());
                return new Outcome(Outcome.Kind.ACCEPTED, "accepted by the mail server");
            } catch (MessagingException e) {
                return outcomeOf(e, message.began);
            }
        }
    }

    private static void close(Transport conversation) {
        try {
            conversation.close();
        } catch (MessagingException e) {
            // The outcome is known already, and a line that will not close cannot be asked again.
            return;
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
                        : new Outcome(Outcome.Kind.DEFERRED, "the line was lost before the mail left"));
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
