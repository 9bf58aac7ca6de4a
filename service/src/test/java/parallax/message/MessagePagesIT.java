package parallax.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.fieldwork.Field;
import parallax.mail.SmtpSink;
import parallax.study.EngagementId;
import parallax.study.Wave;
import parallax.web.TestServer;

class MessagePagesIT {

    private static final String INVITATION = "kind=invitation&audience=customer&language=en";
    private static final String BODY = "{greeting}\n\nPlease tell us.\n\n{link}\n\n{promise}\n\n{stop}";

    private Field field = Field.withoutMailServer();
    private TestServer server = TestServer.start(field::register);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTextIsWrittenLookedAtAndPutBack() {
        EngagementId engagement = field.draft().engagementId();
        String page = "/engagements/" + engagement + "/messages";
        assertThat(browse(page).body()).contains("Invitation", "Heads-up from the account owner", "Suggested");
        HttpResponse<String> saved = server.submit(page + "/edit?" + INVITATION, "consultant", form("Your view", BODY));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browse(page).body()).contains("Own words");
        String shown = browse(page + "/preview/mail?" + INVITATION).body();
        assertThat(shown)
                .contains("Hello customer0,")
                .contains("Please tell us.")
                .contains("at least 5 people from 3");
        assertThat(server.submit(page + "/edit?" + INVITATION, "consultant", "suggest=1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browse(page).body()).doesNotContain("Own words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{greeting}\\n\\n{link}\\n\\n{stop}|Put {promise} in: it says who sees the answers",
                "{greeting} {name}\\n\\n{link}\\n\\n{promise}\\n\\n{stop}|There is no {name}.",
                "<img src=//t.example/p>\\n\\n{link}\\n\\n{promise}\\n\\n{stop}|no pictures, no tracking.",
                "See https://t.example/p\\n\\n{link}\\n\\n{promise}\\n\\n{stop}|a mail has one link, the reader’s own",
                "{team}\\n\\n{link}\\n\\n{promise}\\n\\n{stop}|Customers are in no team",
                "Go: {link}\\n\\n{promise}\\n\\n{stop}|Put {link} in a paragraph of its own",
            })
    void aTextThatCannotBeSentIsRefusedAndKept(String body, String reason) {
        EngagementId engagement = field.draft().engagementId();
        String page = "/engagements/" + engagement + "/messages";
        HttpResponse<String> refused = server.submit(
                page + "/edit?" + INVITATION, "consultant", form("My subject", body.replace("\\n", "\n")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(reason).contains("My subject");
        assertThat(browse(page).body()).doesNotContain("Own words");
    }

    @Test
    void aSubjectIsOneLine() {
        EngagementId engagement = field.draft().engagementId();
        String edit = "/engagements/" + engagement + "/messages/edit?" + INVITATION;
        HttpResponse<String> refused = server.submit(edit, "consultant", form("Hello\r\nBcc: all@acme.example", BODY));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Write the subject in one line");
    }

    @Test
    void whoSavesOverAnothersTextIsShownBoth() {
        EngagementId engagement = field.draft().engagementId();
        String edit = "/engagements/" + engagement + "/messages/edit?" + INVITATION;
        MessageText suggested = SuggestedTexts.of(new MessageKey(MessageKind.INVITATION, Readers.CUSTOMER, "en"));
        String opened = "&was-subject=" + encode(suggested.subject()) + "&was-body=" + encode(suggested.body());
        assertThat(server.submit(edit, "consultant", form("First", BODY) + opened)
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> second = server.submit(edit, "consultant", form("Second", BODY) + opened);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("Somebody changed this text meanwhile", "First", "Second");
    }

    @Test
    void aPreviewLoadsNothingFromElsewhereAndShowsARealContact() {
        EngagementId engagement = field.draft().engagementId();
        String page = "/engagements/" + engagement + "/messages/preview";
        HttpResponse<String> mail = browse(page + "/mail?" + INVITATION);
        assertThat(mail.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                        .doesNotContain("script-src"));
        assertThat(mail.body())
                .contains("Hello customer0,")
                .doesNotContainPattern("(?i)<(img|script|link|iframe)|url\\(");
        assertThat(browse(page + "?" + INVITATION).body()).contains("customer11", "frame", "No mail leaves the house");
        assertThat(browse(page + "?" + INVITATION + "&contact=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browse(page + "?kind=poem&audience=customer").statusCode()).isEqualTo(404);
        assertThat(server.browse(page + "?" + INVITATION, "reader").statusCode())
                .isIn(403, 404);
    }

    @Test
    void aTestGoesToTheOneWhoAsksAndItsLinkStoresNothing() {
        try (SmtpSink sink = new SmtpSink()) {
            server.close();
            field = Field.withMailServer(sink.url());
            server = TestServer.start(field::register);
            Wave draft = field.draft();
            String page = "/engagements/" + draft.engagementId() + "/messages/preview";
            assertThat(server.submit(page + "/test?" + INVITATION, "consultant", "")
                            .statusCode())
                    .isEqualTo(303);
            List<String> recipients = sink.lines().stream()
                    .filter(line -> line.startsWith("RCPT TO"))
                    .toList();
            assertThat(recipients).containsExactly("RCPT TO:<consultant@parallax.example>");
            assertThat(field.mailStates(draft.id(), "invitation")).isEmpty();
            Matcher link = Pattern.compile("href=\"https://study.alder.example(/t/[\\w-]+)\"")
                    .matcher(browse(page + "?" + INVITATION).body());
            assertThat(link.find()).isTrue();
            Map<String, String> before = field.checksums();
            assertThat(server.get(link.group(1)).body()).contains("This is a test: nothing is stored");
            assertThat(server.get(link.group(1).replaceFirst("..$", "AA")).statusCode())
                    .isEqualTo(404);
            assertThat(field.checksums()).isEqualTo(before);
        }
    }

    @Test
    void ofALaunchedWaveATypoIsMendedWhileNothingHasLeft() {
        Wave draft = field.draft();
        field.launches().launch(Field.CALLER, draft.id(), 5);
        String page = "/waves/" + draft.id() + "/messages";
        MessageText sent = SuggestedTexts.of(new MessageKey(MessageKind.INVITATION, Readers.CUSTOMER, "en"));
        assertThat(browse(page).body()).contains("Mend a typo");
        assertThat(server.submit(
                                page + "/edit?" + INVITATION,
                                "consultant",
                                form(sent.subject(), sent.body().replace("really feels", "realy feels")))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> more = server.submit(
                page + "/edit?" + INVITATION, "consultant", form("Tell {client} what you think of it", sent.body()));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("This changes more than a typo");
        field.study().pass(Duration.ofMinutes(5));
        field.feature().sendDue();
        assertThat(server.submit(page + "/edit?" + INVITATION, "consultant", form(sent.subject(), sent.body()))
                        .statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> browse(String path) {
        return server.browse(path, "consultant");
    }

    private static String form(String subject, String body) {
        return "subject=" + encode(subject) + "&body=" + encode(body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
