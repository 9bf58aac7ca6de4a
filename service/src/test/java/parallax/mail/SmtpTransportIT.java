package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.keys.KeyFiles;

class SmtpTransportIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Mailbox FROM = Mailbox.parse("Maria Ålder, Alder & Finch <study@alder.example>");

    @TempDir
    Path folder;

    private MailWriter writer;

    @BeforeEach
    void open() {
        writer = new MailWriter(FROM, KeyFiles.open(folder, true), () -> NOW);
    }

    @Test
    void aMailArrivesWholeWithBothPartsAndAllHeaders() throws Exception {
        WrittenMail written = invitation("ada@acme.example", "Ada Okafor");
        MimeMessage message = deliver(written);
        assertThat(message.getSubject()).isEqualTo("Your view of working with Northwind");
        assertThat(message.getFrom()[0].toString()).contains("study@alder.example");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Maria Ålder, Alder & Finch");
        assertThat(message.getReplyTo()[0].toString()).contains("study@alder.example");
        assertThat(message.getRecipients(Message.RecipientType.TO)[0].toString())
                .isEqualTo("Ada Okafor <ada@acme.example>");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(message.getMessageID()).isEqualTo(written.messageId());
        assertThat(message.getHeader("List-Unsubscribe", null)).isEqualTo("<" + LetterFixture.STOP + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        MimeMultipart parts = alternative(message);
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType())
                .startsWith("text/plain")
                .contains("UTF-8");
        assertThat(parts.getBodyPart(1).getContentType())
                .startsWith("text/html")
                .contains("UTF-8");
        assertThat(normal(parts.getBodyPart(0).getContent())).isEqualTo(normal(written.text()));
        assertThat(normal(parts.getBodyPart(1).getContent())).isEqualTo(normal(written.html()));
    }

    @Test
    void onTheWireItIsShortLinesOfAsciiUnderTwentyKilobytes() throws Exception {
        MimeMessage message = deliver(invitation("ada@acme.example", "Zoë Łukasiewicz-Ὀδυσσεύς"));
        String raw = GreenMailUtil.getWholeMessage(message);
        assertThat(raw.length()).isLessThan(20_000);
        assertThat(raw).matches("(?s)[\\x00-\\x7F]*");
        assertThat(raw.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(998);
        assertThat(raw).contains("quoted-printable").doesNotContain("<img");
        assertThat(((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getPersonal())
                .isEqualTo("Zoë Łukasiewicz-Ὀδυσσεύς");
    }

    @ParameterizedTest
    @CsvSource({
        "'Eve\r\nBcc: victim@other.example\r\n\r\nBuy'",
        "'Eve\nBcc: victim@other.example'",
        "'Eve\u760D\u760ABcc: victim@other.example'",
        "'\" <victim@other.example>, \"Eve'",
        "'a@b.example, victim@other.example'"
    })
    void aHostileNameReachesOnePersonInOneMessage(String name) throws Exception {
        MimeMessage message = deliver(invitation("eve@acme.example", name));
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo("eve@acme.example");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Your view of working with Northwind");
    }

    @Test
    void aLineWithADotDoesNotEndTheMail() throws Exception {
        WrittenMail written = writer.write(
                LetterFixture.mail(MailKind.INVITATION),
                LetterFixture.aLetter().saying("North\n.\nwind\r\n.\r\nQUIT").build());
        MimeMessage message = deliver(written);
        assertThat(normal(alternative(message).getBodyPart(0).getContent())).isEqualTo(normal(written.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user,                ADDRESS_REFUSED",
        "RCPT, 550 who is that,                       ADDRESS_REFUSED",
        "RCPT, 550 5.7.1 your server is not welcome,  REFUSED",
        "RCPT, 451 4.2.0 later,                       DEFERRED",
        "RCPT, 421 4.7.0 too many,                    DEFERRED",
        "MAIL, 550 5.7.1 your domain is not welcome,  REFUSED",
        "MAIL, 421 closing,                           DEFERRED",
        "DATA, 554 5.6.0 no,                          REFUSED",
        "END,  450 4.3.2 busy,                        DEFERRED",
        "END,  554 5.7.1 looks like spam,             REFUSED",
        "END,  cut,                                   UNKNOWN",
        "RCPT, cut,                                   DEFERRED",
        "MAIL, cut,                                   DEFERRED",
        "greeting, 421 full,                          UNREACHABLE",
        "greeting, 554 go away,                       UNREACHABLE",
        "greeting, cut,                               UNREACHABLE"
    })
    void whatTheServerSaysDecidesWhatBecomesOfTheMail(String at, String reply, Outcome.Kind kind) {
        try (SmtpSink sink = new SmtpSink().reply(at, reply)) {
            Outcome outcome = send(sink.settings(), invitation("ada@acme.example", "Ada"));
            assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(kind);
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        SmtpSettings settings = SmtpSettings.parse("smtp://127.0.0.1:" + port).orElseThrow();
        assertThat(send(settings, invitation("ada@acme.example", "Ada")).kind()).isEqualTo(Outcome.Kind.UNREACHABLE);
    }

    @Test
    void aServerThatCannotProveItsNameGetsNothing() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            SmtpSettings settings = SmtpSettings.parse(
                            "smtps://127.0.0.1:" + server.getSmtps().getPort())
                    .orElseThrow();
            Outcome outcome = send(settings, invitation("ada@acme.example", "Ada"));
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNREACHABLE);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"p:w%2B1, ACCEPTED", "wrong, UNREACHABLE"})
    void whoMustSignInIsLetInWithTheRightPasswordOnly(String password, Outcome.Kind kind) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("relay@alder.example", "relay", "p:w+1");
            SmtpSettings settings = SmtpSettings.parse("smtp://relay:" + password + "@127.0.0.1:"
                            + server.getSmtp().getPort())
                    .orElseThrow();
            Outcome outcome = send(settings, invitation("ada@acme.example", "Ada"));
            assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(kind);
            assertThat(server.getReceivedMessages()).hasSize(kind == Outcome.Kind.ACCEPTED ? 1 : 0);
        } finally {
            server.stop();
        }
    }

    @Test
    void theEnvelopeNamesOneSenderAndOneRecipient() {
        try (SmtpSink sink = new SmtpSink()) {
            Outcome outcome = send(sink.settings(), invitation("ada@acme.example", "Ada"));
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED);
            List<String> envelope = sink.lines().stream()
                    .filter(line -> line.startsWith("MAIL") || line.startsWith("RCPT"))
                    .toList();
            assertThat(envelope).containsExactly("MAIL FROM:<study@alder.example>", "RCPT TO:<ada@acme.example>");
        }
    }

    @Test
    void oneConversationTakesManyMails() {
        try (SmtpSink sink = new SmtpSink();
                MailTransport.Line line = new SmtpTransport(sink.settings()).open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(line.send(invitation("p" + i + "@acme.example", "Ada"))
                                .kind())
                        .isEqualTo(Outcome.Kind.ACCEPTED);
            }
            assertThat(count(sink, "EHLO")).isEqualTo(1);
            assertThat(sink.messageIds()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, cut", "MAIL, 421 4.7.0 that was enough", "RCPT, 421 4.3.2 closing"})
    void aConversationThatTheServerEndedIsBegunAnewAndCostsTheNextMailNothing(String at, String reply) {
        try (SmtpSink sink = new SmtpSink();
                MailTransport.Line line = new SmtpTransport(sink.settings()).open()) {
            assertThat(line.send(invitation("first@acme.example", "Ada")).kind())
                    .isEqualTo(Outcome.Kind.ACCEPTED);
            sink.replyOnce(at, reply);
            assertThat(line.send(invitation("second@acme.example", "Ada")).kind())
                    .isEqualTo(Outcome.Kind.ACCEPTED);
            assertThat(count(sink, "EHLO")).isEqualTo(2);
            assertThat(sink.messageIds()).hasSize(2);
        }
    }

    @Test
    void aMailThatBeganToLeaveIsNotSentAgainWhenTheLineIsCut() {
        try (SmtpSink sink = new SmtpSink();
                MailTransport.Line line = new SmtpTransport(sink.settings()).open()) {
            assertThat(line.send(invitation("first@acme.example", "Ada")).kind())
                    .isEqualTo(Outcome.Kind.ACCEPTED);
            sink.replyOnce("END", SmtpSink.CUT);
            assertThat(line.send(invitation("second@acme.example", "Ada")).kind())
                    .isEqualTo(Outcome.Kind.UNKNOWN);
            assertThat(sink.messageIds()).hasSize(2);
            assertThat(line.send(invitation("third@acme.example", "Ada")).kind())
                    .isEqualTo(Outcome.Kind.ACCEPTED);
        }
    }

    private static long count(SmtpSink sink, String command) {
        return sink.lines().stream().filter(line -> line.startsWith(command)).count();
    }

    private static Outcome send(SmtpSettings settings, WrittenMail mail) {
        try (MailTransport.Line line = new SmtpTransport(settings).open()) {
            return line.send(mail);
        }
    }

    private WrittenMail invitation(String address, @Nullable String name) {
        return writer.write(
                LetterFixture.mail(MailKind.INVITATION),
                LetterFixture.aLetter().to(address, name).build());
    }

    private static MimeMessage deliver(WrittenMail mail) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            SmtpSettings settings = SmtpSettings.parse(
                            "smtp://127.0.0.1:" + server.getSmtp().getPort())
                    .orElseThrow();
            assertThat(send(settings, mail).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            return received[0];
        } finally {
            server.stop();
        }
    }

    /** However many wrappers the library puts around the two versions of the text. */
    private static MimeMultipart alternative(MimeMessage message) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        while (parts.getCount() == 1) {
            parts = (MimeMultipart) parts.getBodyPart(0).getContent();
        }
        return parts;
    }

    private static String normal(Object text) {
        return text.toString().replace("\r\n", "\n").strip();
    }
}
