package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.keys.KeyFiles;

class MailWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Mailbox FROM = Mailbox.parse("Maria Alder, Alder & Finch <study@alder.example>");

    @TempDir
    Path folder;

    private MailWriter writer;

    @BeforeEach
    void open() {
        writer = new MailWriter(FROM, KeyFiles.open(folder, true), () -> NOW);
    }

    @Test
    void theMessageIdIsTheSameOnASecondTry() {
        Letter letter = LetterFixture.aLetter().build();
        OutboxMail mail = LetterFixture.mail(MailKind.INVITATION);
        assertThat(writer.write(mail, letter).messageId())
                .isEqualTo(writer.write(mail, letter).messageId())
                .matches("<[A-Za-z0-9_.-]+@alder\\.example>");
    }

    @Test
    void theHeadersLetOneStopWithOneClick() {
        WrittenMail mail = writer.write(
                LetterFixture.mail(MailKind.INVITATION), LetterFixture.aLetter().build());
        assertThat(mail.headers())
                .containsOnly(
                        java.util.Map.entry("List-Unsubscribe", "<" + LetterFixture.STOP + ">"),
                        java.util.Map.entry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                        java.util.Map.entry("Auto-Submitted", "auto-generated"),
                        java.util.Map.entry("X-Auto-Response-Suppress", "All"));
    }

    @Test
    void noMailPrintsItsLinkWhereLogsMightKeepIt() {
        Letter letter = LetterFixture.aLetter().build();
        WrittenMail mail = writer.write(LetterFixture.mail(MailKind.INVITATION), letter);
        assertThat(letter + " " + mail)
                .doesNotContain("/s/")
                .doesNotContain("ada@")
                .doesNotContain("Okafor");
    }
}
