package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.mail.SmtpSink;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

class SendingIT {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Field field;

    @BeforeEach
    void start() {
        server.start();
        field = Field.withMailServer(url());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String url() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    @Test
    void everybodyGetsOneMailWithALinkThatIsTheirs() throws Exception {
        Wave wave = field.launched();
        field.feature().sendDue();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(18);
        Set<String> reached = new HashSet<>();
        for (MimeMessage message : received) {
            String to = message.getAllRecipients()[0].toString();
            String name = to.substring(to.indexOf('<') + 1, to.indexOf('@'));
            reached.add(name);
            if (name.startsWith("customer")) {
                assertThat(links(message, "s")).containsOnly("https://study.alder.example/s/" + customers.get(name));
            }
        }
        assertThat(reached).hasSize(18);
        assertThat(field.mailStates(wave.id(), "invitation")).hasSize(18).containsOnly("accepted");
        field.feature().sendDue();
        assertThat(server.getReceivedMessages()).hasSize(18);
    }

    @Test
    void twoSendersAtOnceNeverSendAMailTwice() throws Exception {
        Wave wave = field.draft();
        for (int i = 0; i < 60; i++) {
            field.person(
                    field.study().feature().engagements().require(wave.engagementId()),
                    Audience.CUSTOMER,
                    "more" + i,
                    "Acme",
                    null);
        }
        field.launches().launch(Field.CALLER, wave.id(), 0);
        FieldworkFeature other = field.newNode(url());
        CyclicBarrier together = new CyclicBarrier(2);
        List<Thread> senders = new ArrayList<>();
        for (FieldworkFeature node : List.of(field.feature(), other)) {
            Thread sender = new Thread(() -> {
                await(together);
                node.sendDue();
            });
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(78).doesNotHaveDuplicates();
        assertThat(field.mailStates(wave.id(), "invitation")).hasSize(78).containsOnly("accepted");
    }

    @Test
    void anInvitationThatWasLeavingWhenANodeDiedIsSentOnceMoreWithTheSameMessageIdAndNoThirdTime() throws Exception {
        Wave wave = field.launched();
        field.feature().sendDue();
        UUID mail = someMail(wave, "invitation");
        die(mail);
        field.feature().sendDue();
        assertThat(state(mail)).isEqualTo("accepted");
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(19);
        assertThat(new HashSet<>(ids)).hasSize(18);
        die(mail);
        field.feature().sendDue();
        assertThat(state(mail)).isEqualTo("unknown");
        assertThat(server.getReceivedMessages()).hasSize(19);
    }

    @Test
    void aReminderThatWasLeavingWhenANodeDiedIsNeverSentAgain() {
        Wave wave = field.launched();
        field.feature().sendDue();
        field.feature().reminders().remindNow(Field.CALLER, wave.id());
        UUID mail = someMail(wave, "reminder");
        die(mail);
        field.feature().sendDue();
        assertThat(state(mail)).isEqualTo("unknown");
        assertThat(server.getReceivedMessages()).hasSize(18 + 17);
    }

    @Test
    void aMailThatIsLeavingIsLeftAloneWhileItsNodeMayLive() {
        Wave wave = field.launched();
        UUID mail = someMail(wave, "invitation");
        die(mail);
        claimedAgo(mail, Duration.ofMinutes(9));
        field.feature().sendDue();
        assertThat(state(mail)).isEqualTo("sending");
        assertThat(server.getReceivedMessages()).hasSize(17);
    }

    @Test
    void whatADeadNodeHadOnlyClaimedIsSentByAnother() {
        Wave wave = field.launched();
        UUID mail = someMail(wave, "invitation");
        field.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.outbox SET claim = gen_random_uuid(), claimed_at = now() - interval '11 minutes'
                WHERE id = ?""", mail));
        field.feature().sendDue();
        assertThat(state(mail)).isEqualTo("accepted");
        assertThat(server.getReceivedMessages()).hasSize(18);
    }

    @Test
    void aDeadAddressBouncesAndIsNotRemindedWhileTheOthersAre() {
        try (SmtpSink sink = new SmtpSink().reply("RCPT", "550 5.1.1 no such user")) {
            field = Field.withMailServer(sink.url());
            Wave wave = field.launched();
            field.feature().sendDue();
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("failed");
            assertThat(field.count(
                            "SELECT count(*) FROM identity.invitation WHERE wave_id = :wave AND bounced", wave.id()))
                    .isEqualTo(18);
            assertThat(field.feature()
                            .reminders()
                            .remindNow(Field.CALLER, wave.id())
                            .reminded()
                            .values())
                    .containsOnly(0);
        }
    }

    @Test
    void aBlockedServerIsNotThePersonsFault() {
        try (SmtpSink sink = new SmtpSink().reply("RCPT", "550 5.7.1 your address is on a list")) {
            field = Field.withMailServer(sink.url());
            Wave wave = field.launched();
            field.feature().sendDue();
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("failed");
            assertThat(field.count(
                            "SELECT count(*) FROM identity.invitation WHERE wave_id = :wave AND bounced", wave.id()))
                    .isZero();
        }
    }

    @Test
    void aMailThatIsPutOffIsTriedAgainLaterAndNotAtOnce() {
        try (SmtpSink sink = new SmtpSink().reply("RCPT", "421 4.7.0 too many")) {
            field = Field.withMailServer(sink.url());
            Wave wave = field.launched();
            field.feature().sendDue();
            field.feature().sendDue();
            assertThat(sink.lines().stream().filter(line -> line.startsWith("RCPT")))
                    .hasSize(18);
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("deferred");
            sink.reply("RCPT", "250 ok");
            field.study().pass(Duration.ofMinutes(6));
            field.feature().sendDue();
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("accepted");
        }
    }

    @Test
    void aLineThatIsCutAfterTheMailMeansOneMoreTryWithTheSameMessageId() {
        try (SmtpSink sink = new SmtpSink().reply("END", SmtpSink.CUT)) {
            field = Field.withMailServer(sink.url());
            Wave wave = field.launched();
            field.feature().sendDue();
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("unknown");
            Set<String> first = new HashSet<>(sink.messageIds());
            sink.reply("END", "250 taken");
            field.study().pass(Duration.ofMinutes(6));
            field.feature().sendDue();
            assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("accepted");
            assertThat(sink.messageIds()).hasSize(36);
            assertThat(first).hasSize(18);
            assertThat(new HashSet<>(sink.messageIds())).isEqualTo(first);
        }
    }

    @Test
    void aMailServerThatIsAwayIsAskedOncePerRoundAndNobodyLosesATry() {
        server.stop();
        Wave wave = field.launched();
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "invitation").stream().filter("deferred"::equals))
                .hasSize(1);
        assertThat(field.count("SELECT max(attempt) FROM identity.outbox WHERE wave_id = :wave", wave.id()))
                .isZero();
        assertThat(field.count(
                        "SELECT count(*) FROM identity.outbox WHERE wave_id = :wave AND claim IS NOT NULL", wave.id()))
                .isZero();
    }

    @Test
    void whoAnsweredOrStoppedBetweenClaimAndSendingGetsNoMail() {
        Wave wave = field.launched();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        assertThat(field.submit(String.valueOf(customers.get("customer0")))).isTrue();
        field.contacts().suppress(contact("customer1"));
        field.feature().sendDue();
        assertThat(server.getReceivedMessages()).hasSize(16);
        assertThat(field.mailStates(wave.id(), "invitation").stream().filter("suppressed"::equals))
                .hasSize(2);
    }

    @Test
    void noMailLeavesAfterTheClose() {
        Wave wave = field.launched();
        field.feature().closing().close(Field.CALLER, wave.id());
        field.feature().sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("suppressed");
    }

    @Test
    void theMailsOfASampleNeverLeave() {
        Wave wave = field.draft();
        field.owner().useHandle(handle -> handle.execute("UPDATE study.engagement SET sample = true"));
        field.launches().launch(Field.CALLER, wave.id(), 0);
        field.feature().sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(field.mailStates(wave.id(), "invitation")).containsOnly("accepted");
    }

    @Test
    void aSecondMailServersAddressCannotBeSmuggledInByAContact() {
        Wave wave = field.draft();
        var engagement = field.study().feature().engagements().require(wave.engagementId());
        field.person(
                engagement,
                Audience.CUSTOMER,
                "Eve\r\nBcc: victim@other.example",
                "eve@acme.example\r\nRCPT TO:<victim@other.example>",
                "Acme",
                null);
        field.person(
                engagement, Audience.CUSTOMER, "Eve\r\nBcc: victim@other.example", "eve2@acme.example", "Acme", null);
        field.launches().launch(Field.CALLER, wave.id(), 0);
        field.feature().sendDue();
        assertThat(server.getReceivedMessages()).hasSize(19);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingIT::raw))
                .noneMatch(raw -> Pattern.compile("(?mi)^Bcc:").matcher(raw).find());
        assertThat(field.mailStates(wave.id(), "invitation").stream().filter("failed"::equals))
                .hasSize(1);
    }

    /** As a kill between the start of sending and its end leaves a mail. */
    private void die(UUID mail) {
        field.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.outbox SET state = 'sending', claim = gen_random_uuid(), attempt = attempt + 1
                WHERE id = ?""", mail));
        claimedAgo(mail, Duration.ofMinutes(11));
    }

    private void claimedAgo(UUID mail, Duration ago) {
        field.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE identity.outbox SET claimed_at = now() - make_interval(secs => ?) WHERE id = ?",
                        ago.toSeconds(),
                        mail));
    }

    private UUID someMail(Wave wave, String kind) {
        return field.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id FROM identity.outbox WHERE wave_id = :wave AND kind = :kind LIMIT 1")
                        .bind("wave", wave.id())
                        .bind("kind", kind)
                        .mapTo(UUID.class)
                        .one());
    }

    private String state(UUID mail) {
        return field.owner()
                .withHandle(handle -> handle.createQuery("SELECT state FROM identity.outbox WHERE id = :id")
                        .bind("id", mail)
                        .mapTo(String.class)
                        .one());
    }

    private UUID contact(String name) {
        return field.owner()
                .withHandle(handle -> handle.createQuery("SELECT id FROM identity.contact WHERE name = :name")
                        .bind("name", name)
                        .mapTo(UUID.class)
                        .one());
    }

    private static Set<String> links(MimeMessage message, String kind) {
        Set<String> links = new HashSet<>();
        Matcher found = Pattern.compile("https://study\\.alder\\.example/" + kind + "/[A-Za-z0-9_-]+")
                .matcher(raw(message).replace("=\r\n", ""));
        while (found.find()) {
            links.add(found.group());
        }
        return links;
    }

    private static String raw(MimeMessage message) {
        return GreenMailUtil.getWholeMessage(message);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
