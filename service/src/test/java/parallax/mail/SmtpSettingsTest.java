package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplejavamail.api.mailer.config.TransportStrategy;

class SmtpSettingsTest {

    @Test
    void aPlainServerIsReadWithItsPort() {
        SmtpSettings settings = SmtpSettings.parse("smtp://127.0.0.1:2525").orElseThrow();
        assertThat(settings).isEqualTo(new SmtpSettings(TransportStrategy.SMTP, "127.0.0.1", 2525, null, null));
    }

    @Test
    void userAndPasswordAreDecodedAndNeverPrinted() {
        SmtpSettings settings =
                SmtpSettings.parse("smtps://alder%40x:p%3Aw+d%2F@mail.example").orElseThrow();
        assertThat(settings)
                .isEqualTo(new SmtpSettings(TransportStrategy.SMTPS, "mail.example", 465, "alder@x", "p:w+d/"));
        assertThat(settings.toString()).doesNotContain("p:w+d/").doesNotContain("alder");
    }

    @Test
    void startTlsCanBeRequired() {
        SmtpSettings settings =
                SmtpSettings.parse("smtp://mail.example?starttls=required").orElseThrow();
        assertThat(settings.security()).isEqualTo(TransportStrategy.SMTP_TLS);
        assertThat(settings.port()).isEqualTo(587);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example:25", "http://mail.example", "smtp://", "smtp://x?tls=no", "smtp://a b:secret@x"})
    void anythingElseIsRefusedWithTheRightFormAndWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> SmtpSettings.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SMTP_URL")
                .hasMessageContaining("smtp://[user:password@]host[:port]")
                .hasMessageNotContaining("secret");
    }

    @Test
    void withoutSettingsMailsAreShownAndTheSenderIsMadeUpFromTheAddressOfTheService() {
        MailFeature.Settings settings =
                MailFeature.Settings.parse(" ", null, "Alder & Finch", URI.create("https://parallax.example/x"));
        assertThat(settings.smtp()).isNull();
        assertThat(settings.from().address()).isEqualTo("study@parallax.example");
        assertThat(settings.from().name()).isEqualTo("Alder & Finch");
        assertThatThrownBy(() ->
                        MailFeature.Settings.parse(null, "nobody", "Alder & Finch", URI.create("https://x.example")))
                .hasMessage("MAIL_FROM cannot be read: write Maria Alder <study@alder.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "Maria Alder <study@alder.example>,'Maria Alder, Alder & Finch'",
        "'\"Maria Alder, Alder & Finch\" <study@alder.example>','Maria Alder, Alder & Finch'",
        "study@alder.example,Alder & Finch"
    })
    void aPersonOfTheConsultancySignsOrElseTheConsultancy(String from, String signature) {
        MailFeature.Settings settings =
                MailFeature.Settings.parse(null, from, "Alder & Finch", URI.create("https://x.example"));
        assertThat(settings.from()).isEqualTo(new Mailbox(signature, "study@alder.example"));
    }
}
