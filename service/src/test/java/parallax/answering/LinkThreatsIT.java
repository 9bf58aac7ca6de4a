package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ballot.BallotFeature;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.StudyFeature;
import parallax.verbatim.VerbatimStore;
import parallax.web.LinkMisses;
import parallax.web.TestServer;

/** What docs/threats.md lists for personal links and is proved nowhere else. */
class LinkThreatsIT {

    @TempDir
    static Path keys;

    private static final AnsweringSettings SETTINGS =
            new AnsweringSettings("Alder & Finch", "study@alderfinch.example", 90);
    private static final InstantSource CLOCK = InstantSource.fixed(StudyFixture.NOW);
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    private static StudyFixture.Shared study;
    private static TestServer server;

    private StudyFixture fixture;
    private String token;
    private Respondent customer;

    @BeforeAll
    static void startServer() {
        study = StudyFixture.shared(keys);
        server = start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void launch() {
        TestDatabase.clean();
        fixture = new StudyFixture(study);
        token = fixture.invite(Audience.CUSTOMER);
        customer = new Respondent(server, token);
    }

    /** A service as a start makes it: nothing in it is left of another. Its statements are told. */
    private static TestServer start() {
        Jdbi field = TestDatabase.listened(STATEMENTS::add);
        StudyFeature own = new StudyFeature(field, study.files(), (caller, action, subject) -> {}, CLOCK);
        AskedForms forms = new AskedForms(own.engagements(), own.waves(), SETTINGS, CLOCK);
        Admission admission = new RowAdmission(field);
        DraftService drafts = new DraftService(field, own.waves(), admission);
        SubmitService submits =
                new SubmitService(admission, drafts, forms, ballots().box()::put, CLOCK);
        AnsweringPages pages = new AnsweringPages(
                new AnsweringFlow(admission, drafts, submits, forms, SETTINGS, CLOCK),
                new ReferralFlow(admission, drafts, forms, SETTINGS),
                new LinkMisses(CLOCK));
        return TestServer.start(jersey -> jersey.register(pages));
    }

    private static BallotFeature ballots() {
        ResponseStore responses = new ResponseStore(TestDatabase.shared().report());
        VerbatimStore verbatims = new VerbatimStore(
                TestDatabase.shared().count(), TestDatabase.shared().report(), new Random(2));
        return new BallotFeature(
                TestDatabase.shared(), study.files(), study.feature(), responses, verbatims, new Random(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?r=3", "?x0=3", "?page=1&x0=3&go=continue", "?go=submit", "?check=1", "?colleague=1&name=A"})
    void anAddressAloneNeitherStoresNorMarksAnAnswer(String query) {
        Map<String, String> before = StudyFixture.checksums();
        HttpResponse<String> page = customer.open(query);
        assertThat(page.body()).doesNotContain(" checked", "value=\"A\"");
        assertThat(server.send(server.to("/s/" + token + query).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(page.statusCode());
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void aLinkInOtherLettersOrNoneAtAllIsUnknownAndStoresNothing() {
        String other = token.toUpperCase(Locale.ROOT).equals(token)
                ? token.toLowerCase(Locale.ROOT)
                : token.toUpperCase(Locale.ROOT);
        // a sealed wave's invitations have no link, and nothing may equal that
        fixture.invite(Audience.CUSTOMER);
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.invitation
                SET token_hash = NULL
                WHERE id <> (SELECT id FROM identity.invitation ORDER BY id LIMIT 1)"""));
        Map<String, String> before = StudyFixture.checksums();
        for (String link : List.of(other, "null", "%5B%5D", "%7B%7D", "0", "undefined", "%20", ".", "%3E")) {
            HttpResponse<String> page = server.get("/s/" + link);
            assertThat(page.statusCode()).as(link).isEqualTo(404);
            assertThat(new Respondent(server, link)
                            .post("page=1&version=0&go=continue&x0=4")
                            .statusCode())
                    .as(link)
                    .isEqualTo(404);
        }
        assertThat(server.get("/s/").statusCode()).isEqualTo(404);
        assertThat(server.get("/s").statusCode()).isEqualTo(404);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    /**
     * Whatever a link is, the same statements are sent for it, and its hash and draft key are made before anything is known:
     * what differs is only the page, which its holder may read. The first look at a form fills a store that all links share.
     */
    @Test
    void linksThatAreUnknownUsedClosedStoppedForgottenOrOpenCostTheSame() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("unknown", "A".repeat(22));
        for (String state : List.of("done", "stopped", "forgotten", "open")) {
            links.put(state, fixture.invite(Audience.CUSTOMER));
        }
        setState("done", links.get("done"));
        setState("stopped", links.get("stopped"));
        TestDatabase.owner()
                .useHandle(handle ->
                        handle.execute("UPDATE identity.invitation SET token_hash = NULL WHERE token_hash = ?", (Object)
                                KeyFiles.tokenHash(links.get("forgotten"))));
        customer.open("");
        Map<String, List<String>> sent = new LinkedHashMap<>();
        links.forEach((state, link) -> sent.put(state, statementsOf(link, state.equals("open") ? 200 : 404)));
        fixture.close();
        sent.put("closed", statementsOf(links.get("open"), 404));
        assertThat(sent.get("unknown")).isNotEmpty();
        assertThat(sent)
                .allSatisfy(
                        (link, statements) -> assertThat(statements).as(link).isEqualTo(sent.get("unknown")));
    }

    private static List<String> statementsOf(String link, int status) {
        STATEMENTS.clear();
        assertThat(server.get("/s/" + link).statusCode()).isEqualTo(status);
        return List.copyOf(STATEMENTS);
    }

    private static void setState(String state, String link) {
        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE identity.invitation SET state = ? WHERE token_hash = ?",
                        state,
                        KeyFiles.tokenHash(link)));
    }

    @Test
    void aLinkAsksItsOwnFormWhateverIsSentAlong() {
        StudyFixture other = new StudyFixture(study);
        Respondent seller = new Respondent(server, fixture.invite(Audience.SALES));
        assertThat(seller.open("?wave=" + other.wave.id() + "&audience=customer")
                        .body())
                .contains("How do you think customers rate")
                .doesNotContain("I did not encounter this");
        Map<String, String> before = StudyFixture.checksums();
        for (String along :
                List.of("wave=" + other.wave.id(), "survey=1", "audience=customer", "contact_id=1", "weight=9")) {
            assertThat(seller.post(Respondent.pageForm(1, 0, "x0=4&" + along, "continue"))
                            .statusCode())
                    .as(along)
                    .isEqualTo(422);
        }
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void aBodyThatUnpacksToFarMoreIsRefusedAndStoresNothing() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("page=1&x0=".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        Map<String, String> before = StudyFixture.checksums();
        HttpResponse<String> reply = server.send(server.to("/s/" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(reply.statusCode()).isIn(400, 413, 415, 422);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void afterSendingNoPageShowsTheAnswersAgain() {
        customer.answer(1, "x0=4", "anyway");
        HttpResponse<String> thanks = customer.post("page=5&language=en&go=submit&contact=Call+Ann");
        assertThat(thanks.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(thanks.body()).doesNotContain("Call Ann", "type=\"radio\"");
        for (String rest : List.of("", "?page=1", "?page=5", "?colleague=1")) {
            HttpResponse<String> page = customer.open(rest);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body()).contains("already received").doesNotContain(" checked", "Call Ann");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/x/../../api/studies",
                "//evil.example",
                "/s/%2e%2e/sign-in",
                "/s/x;jsessionid=1/..",
                "/%5cevil.example"
            })
    void noPathLeadsElsewhere(String path) throws IOException {
        String reply = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply).matches("(?s)HTTP/1.1 40[04] .*").doesNotContainIgnoringCase("\nlocation:");
    }

    @Test
    void aSaveWhoseConnectionDiesHalfwayStoresNothingAndCanBeSentAgain() throws IOException {
        String form = Respondent.pageForm(1, 0, "x0=4&i0=2", "anyway");
        Map<String, String> before = StudyFixture.checksums();
        String half = raw(head(form.length()) + form.substring(0, form.length() - 4));
        assertThat(half).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 3");
        assertThat(StudyFixture.checksums()).isEqualTo(before);
        assertThat(customer.post(form).statusCode()).isEqualTo(303);
        assertThat(customer.open("?page=1").body()).contains("id=\"x0-4\" value=\"4\" checked>");
    }

    @Test
    void aSaveOrASubmitWhoseReplyWasLostMayBeSentAgain() {
        String save = Respondent.pageForm(1, 0, "x0=4&i0=2", "anyway");
        assertThat(customer.post(save).statusCode()).isEqualTo(303);
        assertThat(customer.post(save).statusCode()).isEqualTo(303);
        assertThat(StudyFixture.drafts()).hasSize(1);
        String submit = "page=5&language=en&go=submit&results=1&contact=Call";
        assertThat(customer.post(submit).statusCode()).isEqualTo(200);
        assertThat(customer.post(submit).body()).contains("Thank you. Your answers are received.");
        assertThat(StudyFixture.count("box.ballot")).isOne();
        assertThat(StudyFixture.count("identity.wish WHERE results AND contact = 'Call'"))
                .isOne();
    }

    @Test
    void aRestartOfTheServiceBetweenTwoPagesLosesNothing() {
        customer.answer(1, "x0=4&i0=2", "anyway");
        try (TestServer restarted = start()) {
            Respondent later = new Respondent(restarted, token);
            assertThat(later.open("?page=1").body()).contains("id=\"x0-4\" value=\"4\" checked>");
            assertThat(later.answer(2, "", "anyway").statusCode()).isEqualTo(303);
            assertThat(later.post("page=5&language=en&go=submit").statusCode()).isEqualTo(200);
        }
        fixture.close();
        ballots().counting().countAll(fixture.wave.id());
        List<Response> counted = new ArrayList<>();
        new ResponseStore(TestDatabase.shared().report()).stream(fixture.wave.id(), counted::add);
        assertThat(counted).singleElement().satisfies(response -> {
            assertThat(response.experience()).startsWith(4);
            assertThat(response.importance()).startsWith(2);
        });
    }

    private String head(int length) {
        return "POST /s/" + token
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
