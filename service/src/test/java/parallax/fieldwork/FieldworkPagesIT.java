package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parallax.mail.SmtpSink;
import parallax.questionnaire.Audience;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.TestServer;

class FieldworkPagesIT {

    private final ObjectMapper json = new ObjectMapper();
    private Field field = Field.withoutMailServer();
    private TestServer server = TestServer.start(field::register);

    @AfterEach
    void stop() {
        server.close();
    }

    private void restartWithMailServer(String url) {
        server.close();
        field = Field.withMailServer(url);
        server = TestServer.start(field::register);
    }

    @Test
    void aWaveIsLaunchedRemindedAndClosedOverTheApi() throws Exception {
        Wave draft = field.draft();
        HttpResponse<String> launched = server.post(api(draft, "launch"), "consultant", "{\"hold_minutes\": 0}");
        assertThat(launched.statusCode()).isEqualTo(202);
        assertThat(json.readTree(launched.body()))
                .isEqualTo(json.readTree("""
                        {"held_until": "%s", "invited": {"customer": 12, "sales": 6}}""".formatted(field.study().instant())));
        field.feature().sendDue();
        JsonNode reminded = json.readTree(
                send(server.to(api(draft, "reminders"), "consultant").POST(HttpRequest.BodyPublishers.noBody()), 202));
        assertThat(reminded).isEqualTo(json.readTree("{\"reminded\": {\"customer\": 12, \"sales\": 6}}"));
        JsonNode numbers =
                json.readTree(server.get(api(draft, "field"), "consultant").body());
        assertThat(numbers.get("state").asText()).isEqualTo("open");
        assertThat(numbers.get("items").get(0).get("segment").isNull()).isTrue();
        assertThat(numbers.get("items").get(0).get("can_be_shown").asBoolean()).isFalse();
        assertThat(numbers.get("items").get(2).get("segment"))
                .isEqualTo(json.readTree("{\"variable\": \"region\", \"value\": \"North\"}"));
        for (int i = 0; i < 2; i++) {
            JsonNode closed = json.readTree(
                    send(server.to(api(draft, "close"), "consultant").POST(HttpRequest.BodyPublishers.noBody()), 200));
            assertThat(closed.get("state").asText()).isEqualTo("closed");
        }
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.CLOSED);
    }

    @Test
    void aLaunchWithoutABodyHoldsTheMailsFiveMinutesAndCanBeCancelled() throws Exception {
        Wave draft = field.draft();
        String launched =
                send(server.to(api(draft, "launch"), "consultant").POST(HttpRequest.BodyPublishers.noBody()), 202);
        assertThat(json.readTree(launched).get("held_until").asText())
                .isEqualTo(field.study().instant().plusSeconds(300).toString());
        send(server.to(api(draft, "launch/cancel"), "consultant").POST(HttpRequest.BodyPublishers.noBody()), 204);
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.DRAFT);
    }

    @Test
    void badLaunchesAreToldAndNeverA500() throws Exception {
        Wave draft = field.draft();
        assertThat(server.post(api(draft, "launch"), "consultant", "{\"hold_minutes\": 61}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.post(api(draft, "launch"), "consultant", "{\"hold_minutes\": \"x\"}")
                        .statusCode())
                .isIn(400, 422);
        assertThat(server.post(api(draft, "launch"), "consultant", "{\"minutes\": 5}")
                        .statusCode())
                .isIn(400, 422);
        assertThat(server.post("/api/waves/" + UUID.randomUUID() + "/launch", "consultant", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post("/api/waves/nonsense/launch", "consultant", "{}").statusCode())
                .isEqualTo(404);
        field.owner().useHandle(handle -> handle.execute("DELETE FROM identity.contact WHERE audience = 'sales'"));
        HttpResponse<String> refused = server.post(api(draft, "launch"), "consultant", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json.readTree(refused.body())
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asText())
                .startsWith("There is no contact of audience sales.");
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.DRAFT);
    }

    @Test
    void clientPeopleSeeNothingOfTheField() {
        Wave wave = field.launched();
        for (String path : Set.of("field", "outbox")) {
            assertThat(server.get(api(wave, path), "reader").statusCode()).isIn(403, 404);
            assertThat(server.get(api(wave, path)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theReviewAsksForTheNumberAndKeepsWhatWasTyped() {
        Wave draft = field.draft();
        String page = "/waves/" + draft.id() + "/launch";
        assertThat(server.browse(page, "consultant").body())
                .contains("Type the number of people who get a mail (18)")
                .contains("Customers")
                .contains("the mails are shown on the outbox page instead");
        HttpResponse<String> wrong = server.submit(page, "consultant", "confirm=17&hold_minutes=99");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Type 18, the number of people who get a mail.")
                .contains("Type the minutes as a number from 0 to 60.")
                .contains("value=\"17\"")
                .contains("value=\"99\"");
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.DRAFT);
        HttpResponse<String> right = server.submit(page, "consultant", "confirm=18&hold_minutes=5");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).hasValue("/waves/" + draft.id());
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.OPEN);
        assertThat(server.submit(page + "/cancel", "consultant", "").statusCode())
                .isEqualTo(303);
        assertThat(field.wave(draft.id()).state()).isEqualTo(WaveState.DRAFT);
    }

    @Test
    void closingIsAskedOnceMore() {
        Wave wave = field.launched();
        String page = "/waves/" + wave.id() + "/close";
        assertThat(server.browse(page, "consultant").body())
                .contains("Close the wave for good")
                .contains("0 of 12");
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.OPEN);
        assertThat(server.submit(page, "consultant", "").statusCode()).isEqualTo(303);
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSED);
        assertThat(server.browse(page, "consultant").body()).contains("there is nothing to close");
    }

    @Test
    void withoutAMailServerTheOutboxShowsEachMailWithALinkThatWorks() throws Exception {
        Wave wave = field.launched();
        field.feature().sendDue();
        String page =
                server.browse("/waves/" + wave.id() + "/outbox", "consultant").body();
        assertThat(page)
                .contains("No mail server is set, so nothing has left the house.")
                .contains("customer0@acme.example")
                .contains("Shown, not sent");
        for (String token : field.tokens(wave.id(), Audience.CUSTOMER).values()) {
            assertThat(page).contains("href=\"https://study.alder.example/s/" + token + "\"");
        }
        JsonNode list = json.readTree(
                server.get(api(wave, "outbox") + "?limit=10", "consultant").body());
        assertThat(list.get("leaves_the_house").asBoolean()).isFalse();
        assertThat(list.get("items")).hasSize(10);
        assertThat(list.get("items").get(0).get("reply").asText()).isEqualTo("shown in the workspace, not sent");
        assertThat(list.get("items").get(0).get("shown").get("link").asText()).contains("/s/");
        String first = list.get("items").get(0).get("id").asText();
        JsonNode mail = json.readTree(
                server.get(api(wave, "outbox/") + first, "consultant").body());
        assertThat(mail.get("shown").get("subject").asText()).contains("Your view of working with Northwind");
        assertThat(mail.get("shown").get("text").asText())
                .contains(list.get("items").get(0).get("shown").get("link").asText());
        assertThat(server.browse("/waves/" + wave.id() + "/outbox/" + first, "consultant")
                        .body())
                .contains("Your view of working with Northwind")
                .contains(mail.get("to").asText());
        assertThat(server.get(api(wave, "outbox/") + UUID.randomUUID(), "consultant")
                        .statusCode())
                .isEqualTo(404);
        JsonNode rest = json.readTree(server.get(
                        api(wave, "outbox") + "?limit=10&after="
                                + list.get("next").asText(),
                        "consultant")
                .body());
        assertThat(rest.get("items")).hasSize(8);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(server.get(api(wave, "outbox") + "?after=nonsense", "consultant")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aWaveIsSealedByItsNameOverTheApiAndOnItsPage() throws Exception {
        Wave wave = field.launched();
        assertThat(server.post(api(wave, "seal"), "consultant", "{\"confirm\": \"Baseline\"}")
                        .statusCode())
                .isEqualTo(409);
        field.feature().closing().close(Field.CALLER, wave.id());
        assertThat(server.post(api(wave, "seal"), "consultant", "{}").statusCode())
                .isEqualTo(422);
        assertThat(server.post(api(wave, "seal"), "reader", "{\"confirm\": \"Baseline\"}")
                        .statusCode())
                .isIn(403, 404);
        HttpResponse<String> wrong = server.post(api(wave, "seal"), "consultant", "{\"confirm\": \"baseline\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json.readTree(wrong.body())
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asText())
                .isEqualTo("Give the wave’s name exactly as it is: Baseline");
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSED);
        assertThat(server.submit("/waves/" + wave.id() + "/seal", "consultant", "confirm=Baseline")
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> again = server.post(api(wave, "seal"), "consultant", "{\"confirm\": \"Baseline\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json.readTree(again.body()).get("state").asText()).isEqualTo("sealed");
        assertThat(server.browse("/waves/" + wave.id() + "/outbox", "consultant")
                        .body())
                .contains("customer0@acme.example", "its links lead nowhere")
                .doesNotContain("/s/", "personal link included");
    }

    @Test
    void withAMailServerTheOutboxShowsStatesAndNeverALink() {
        try (SmtpSink sink = new SmtpSink()) {
            restartWithMailServer(sink.url());
            Wave wave = field.launched();
            field.feature().sendDue();
            String page = server.browse("/waves/" + wave.id() + "/outbox", "consultant")
                    .body();
            String list = server.get(api(wave, "outbox"), "consultant").body();
            assertThat(page).contains("Sent").contains("customer0@acme.example");
            assertThat(list).contains("\"state\":\"accepted\"");
            assertThat(page + list).doesNotContain("/s/").doesNotContain("/u/").doesNotContain("\"shown\"");
        }
    }

    @Test
    void whichTeamMemberWasRemindedIsNotShown() throws Exception {
        Wave wave = field.launched();
        field.feature().sendDue();
        field.submit(field.tokens(wave.id(), Audience.SALES).values().iterator().next());
        field.feature().reminders().remindNow(Field.CALLER, wave.id());
        field.feature().sendDue();
        JsonNode list =
                json.readTree(server.get(api(wave, "outbox"), "consultant").body());
        long reminders = 0;
        for (JsonNode item : list.get("items")) {
            if (item.get("kind").asText().equals("reminder")) {
                reminders++;
                assertThat(item.get("audience").asText()).isEqualTo("customer");
            }
        }
        assertThat(reminders).isEqualTo(12);
        assertThat(list.get("team_reminders")).isEqualTo(json.readTree("{\"sales\": 5}"));
        assertThat(server.browse("/waves/" + wave.id() + "/outbox", "consultant")
                        .body())
                .contains("Sales: 5 reminders. Who got one is not shown");
    }

    @Test
    void lookingAtTheStopLinkChangesNothing() {
        Wave wave = field.launched();
        field.feature().sendDue();
        String path = stopPath(wave);
        Map<String, String> before = field.checksums();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> page = server.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Stop all e-mails about working with <bdi>Northwind</bdi>?")
                    .contains("Independent study by <bdi>Alder &amp; Finch</bdi>")
                    .doesNotContain("customer")
                    .doesNotContain("company");
            send(server.to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()), 200);
        }
        assertThat(field.checksums()).isEqualTo(before);
    }

    @Test
    void oneClickStopsAtOnceInBothFormsHoweverOftenWithoutCookieOrRedirect() {
        Wave wave = field.launched();
        String path = stopPath(wave);
        String multipart =
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        for (int i = 0; i < 2; i++) {
            stopped(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
            stopped(path, "multipart/form-data; boundary=b", multipart);
        }
        stopped(path, null, "");
        assertThat(server.get(path).body())
                .contains("You will get no more e-mails")
                .doesNotContain("Nothing has changed yet")
                .doesNotContain("<button");
        assertThat(field.count(
                        "SELECT count(*) FROM identity.invitation WHERE wave_id = :wave AND state = 'stopped'",
                        wave.id()))
                .isEqualTo(1);
        long suppressions = field.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM identity.suppression")
                        .mapTo(Long.class)
                        .one());
        assertThat(suppressions).isEqualTo(1);
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "invitation").stream().filter("suppressed"::equals))
                .hasSize(1);
    }

    @Test
    void aStopLinkThatIsNotOursIsNotFoundAndChangesNothing() {
        Wave wave = field.launched();
        String path = stopPath(wave);
        char last = path.charAt(path.length() - 1);
        String other = path.substring(0, path.length() - 1) + (last == 'A' ? 'Q' : 'A');
        Map<String, String> before = field.checksums();
        for (String wrong : Set.of(other, path.substring(0, 30), "/u/x", path + "AA", "/u/" + "!".repeat(44))) {
            HttpResponse<String> page = server.send(
                    server.to(wrong).header("Accept", "text/html").POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(page.statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(server.get(path + ".").statusCode()).isEqualTo(200);
    }

    @Test
    void lookingAtTheReminderPageRemindsNobody() {
        Wave wave = field.launched();
        field.feature().sendDue();
        Map<String, String> before = field.checksums();
        assertThat(server.browse("/waves/" + wave.id() + "/reminders", "consultant")
                        .body())
                .containsOnlyOnce("Send the reminders")
                .doesNotContain("button-danger");
        assertThat(field.checksums()).isEqualTo(before);
    }

    private void stopped(String path, @Nullable String type, String body) {
        HttpRequest.Builder request = server.to(path)
                .header("Origin", "https://mail.provider.example")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> response = server.send(type == null ? request : request.header("Content-Type", type));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.body()).contains("You will get no more e-mails");
    }

    /** Path of somebody's stop link, as the mail has it. */
    private String stopPath(Wave wave) {
        UUID mail = field.feature().mails().list(wave.id(), null, 200).items().stream()
                .filter(item -> item.audience().equals("customer"))
                .map(MailList.Item::id)
                .findFirst()
                .orElseThrow();
        MailList.Shown shown = Objects.requireNonNull(
                field.feature().mails().find(wave.id(), mail).shown());
        Matcher link = Pattern.compile("https://study\\.alder\\.example(/u/[A-Za-z0-9_-]{44})")
                .matcher(String.valueOf(shown.text()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String send(HttpRequest.Builder request, int status) {
        HttpResponse<String> response = server.send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.body();
    }

    private static String api(Wave wave, String path) {
        return "/api/waves/" + wave.id() + "/" + path;
    }
}
