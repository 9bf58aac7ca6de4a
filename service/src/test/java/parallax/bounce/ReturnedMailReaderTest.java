package parallax.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.keys.KeyFiles;
import parallax.mail.Mailbox;
import parallax.mail.Refusal;
import parallax.mail.ReturnAddresses;

class ReturnedMailReaderTest {

    private static final UUID MAIL = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final UUID OTHER = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950f");

    @TempDir
    Path folder;

    private ReturnAddresses addresses;

    @BeforeEach
    void open() {
        addresses = new ReturnAddresses(Mailbox.parse("b@bounce.alder.example"), KeyFiles.open(folder, true));
    }

    @ParameterizedTest
    @CsvSource({
        "postfix-no-such-user,          ADDRESS, 5.1.1",
        "postfix-srs,                   ADDRESS, 5.1.1",
        "postfix-mailbox-full,          SOFT,    5.2.2",
        "exchange-recipient-not-found,  ADDRESS, 5.1.10",
        "exchange-german,               ADDRESS, 5.1.10",
        "exchange-blocked,              BLOCK,   5.7.606",
        "gmail-no-such-user,            ADDRESS, 5.1.1",
        "gmail-blocked,                 BLOCK,   5.7.26",
        "exim-words,                    ADDRESS, 5.1.1",
        "exim-report,                   ADDRESS, 5.1.1",
        "qmail,                         ADDRESS, 5.1.1"
    })
    void theCodeOfAReportTellsADeadAddressABlockAndAFullMailboxApart(String file, Refusal refusal, String code)
            throws Exception {
        assertThat(read(sample(file))).isEqualTo(new Returned.Bounce(MAIL, refusal, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix-delayed",
                "absence-outlook",
                "absence-vacation",
                "meeting-answer",
                "complaint",
                "read-receipt",
                "person"
            })
    void whatIsNoBounceIsNone(String file) throws Exception {
        assertThat(read(sample(file))).isInstanceOf(Returned.Other.class);
    }

    @Test
    void aMailToTheStopAddressStops() throws Exception {
        assertThat(read(sample("stop"))).isEqualTo(new Returned.Stop(MAIL));
    }

    @Test
    void anAbsenceNoteToTheStopAddressStopsNothing() throws Exception {
        String note = sample("absence-vacation").replace(addresses.bounceOf(MAIL), addresses.stopOf(MAIL));
        assertThat(read(note)).isInstanceOf(Returned.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-no-such-user", "exim-words", "qmail", "gmail-no-such-user", "postfix-srs"})
    void aForgedReportIsIgnored(String file) throws Exception {
        String real = addresses.bounceOf(MAIL);
        String proofOfAnother = addresses.bounceOf(OTHER).replaceFirst("^b\\+[0-9a-f]{32}", "");
        String forged = real.substring(0, 2 + 32) + proofOfAnother;
        String raw = sample(file);
        assertThat(read(raw.replace(local(real), local(forged))))
                .isEqualTo(new Returned.Other("not to an address we made"));
        assertThat(read(raw.replace(local(real), "b"))).isEqualTo(new Returned.Other("not to an address we made"));
        String stop = addresses.stopOf(MAIL);
        assertThat(read(raw.replace(local(real), local(stop)))).isInstanceOf(Returned.Other.class);
    }

    @Test
    void theProofOfAnotherInstallationIsWorthNothing(@TempDir Path elsewhere) throws Exception {
        ReturnAddresses others =
                new ReturnAddresses(Mailbox.parse("b@bounce.alder.example"), KeyFiles.open(elsewhere, true));
        assertThat(read(sample("qmail").replace(addresses.bounceOf(MAIL), others.bounceOf(MAIL))))
                .isInstanceOf(Returned.Other.class);
    }

    @Test
    void aReportWhoseAddressWasLoweredOrRaisedOnTheWayCounts() throws Exception {
        String raw = sample("qmail");
        String real = addresses.bounceOf(MAIL);
        assertThat(read(raw.replace(real, real.toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOf(Returned.Bounce.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "To: {{RETURN}}\n\n",
                "To: {{RETURN}}\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\nno parts",
                "To: {{RETURN}}\nContent-Type: multipart/report; report-type=\"\n\n",
                "To: {{RETURN}}\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\n\n--x--"
            })
    void aBrokenMailSaysNothingAndStopsNothing(String raw) throws Exception {
        assertThat(read(raw.replace("{{RETURN}}", addresses.bounceOf(MAIL)))).isInstanceOf(Returned.Other.class);
    }

    @Test
    void anAddressFitsIntoAnEnvelope() {
        ReturnAddresses longest =
                new ReturnAddresses(Mailbox.parse("returning@bounce.alder.example"), KeyFiles.open(folder, true));
        assertThat(local(longest.stopOf(MAIL))).hasSize(64);
        assertThat(longest.find(longest.stopOf(MAIL))).contains(new ReturnAddresses.Found(MAIL, true));
        assertThat(longest.find(longest.bounceOf(MAIL))).contains(new ReturnAddresses.Found(MAIL, false));
    }

    private Returned read(String raw) throws Exception {
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        return new ReturnedMailReader(addresses).read(mail);
    }

    private String sample(String name) throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/bounce/" + name + ".eml")) {
            String raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return raw.replace("{{RETURN}}", addresses.bounceOf(MAIL))
                    .replace("{{STOP}}", addresses.stopOf(MAIL))
                    .replace("{{LOCAL}}", local(addresses.bounceOf(MAIL)));
        }
    }

    private static String local(String address) {
        return address.substring(0, address.indexOf('@'));
    }
}
