package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void anInvitationSaysWhoAsksWhyHowLongAndWhoSeesWhat() {
        WrittenMail mail = writer.write(
                LetterFixture.mail(MailKind.INVITATION), LetterFixture.aLetter().build());
        assertThat(mail.subject()).isEqualTo("Your view of working with Northwind");
        assertThat(mail.text()).isEqualTo("""
                        Hello Ada Okafor,

                        Northwind asked us, an independent third party, to find out how working with them really feels. You know that as their customer. Their sales and marketing teams answer the same questions, and we compare the two views.

                        It takes about 6 minutes, on a phone too, until Friday 12 December.

                        Give your view:
                        %s

                        Northwind never receives your name with your answers. It sees groups of at least 5 people from 3 companies. Names are deleted by 19 March 2027.

                        Maria Alder, Alder & Finch

                        Not for you? Stop all mails:
                        %s
                        """.formatted(LetterFixture.LINK, LetterFixture.STOP));
        assertThat(mail.html())
                .contains("href=\"" + LetterFixture.LINK + "\"")
                .contains("href=\"" + LetterFixture.STOP + "\"")
                .contains("Maria Alder, Alder &amp; Finch");
    }

    @Test
    void aTeamReadsTheTeamsPromise() {
        WrittenMail mail = writer.write(
                LetterFixture.mail(MailKind.INVITATION),
                LetterFixture.aLetter().toTeam("sales").build());
        String promise =
                "Your team has 14 people. Its average appears from 5 answers; colleagues may guess. Names are deleted by 19 March 2027.";
        assertThat(mail.text()).contains(promise).contains("As one of the sales team");
        assertThat(mail.html()).contains(promise);
    }

    @ParameterizedTest
    @CsvSource({"INVITATION,", "REMINDER,", "INVITATION,sales", "REMINDER,marketing"})
    void everyMailHasAtMost130WordsAndTwentyKilobytesAndNothingFromElsewhere(MailKind kind, String team) {
        LetterFixture letter = LetterFixture.aLetter();
        WrittenMail mail =
                writer.write(LetterFixture.mail(kind), (team == null ? letter : letter.toTeam(team)).build());
        assertThat(mail.text().strip().split("\\s+")).hasSizeLessThanOrEqualTo(130);
        assertThat(mail.text().getBytes(StandardCharsets.UTF_8).length
                        + mail.html().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(20_000);
        assertThat(mail.html()).doesNotContainPattern(Pattern.compile("<img|src=|url\\(|<link|<script"));
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void aReminderComesInTheSameThread() {
        WrittenMail mail = writer.write(
                LetterFixture.mail(MailKind.REMINDER), LetterFixture.aLetter().build());
        assertThat(mail.subject()).isEqualTo("Re: Your view of working with Northwind");
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
    void whatPeopleAreCalledIsDataAndNeverATemplate() {
        String hostile = "${7*7}<script>alert(1)</script><#assign x=1>#{7*7}";
        WrittenMail mail = writer.write(
                LetterFixture.mail(MailKind.INVITATION),
                LetterFixture.aLetter()
                        .about(hostile)
                        .to("eve@acme.example", hostile)
                        .build());
        assertThat(mail.text()).contains("Hello " + hostile + ",").doesNotContain("Hello 49");
        assertThat(mail.html())
                .contains("${7*7}&lt;script&gt;alert(1)&lt;/script&gt;&lt;#assign x=1&gt;#{7*7}")
                .doesNotContain("<script>");
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(50);
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
