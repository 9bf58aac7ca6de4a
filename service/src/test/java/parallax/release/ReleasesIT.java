package parallax.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.database.TestDatabase;
import parallax.finding.FigureKey;
import parallax.finding.FindingFeature;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseFeature;
import parallax.response.ResponseStore;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.table.Incoming;
import parallax.web.TestServer;

/**
 * Releases of a wave in which regions and sizes each may be released, but not both: the five customers that are in the north
 * and small come from two accounts.
 */
class ReleasesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<SegmentVariable> SEGMENTS = List.of(
            new SegmentVariable("region", List.of("north", "south")),
            new SegmentVariable("size", List.of("large", "small")));

    private final Databases databases = TestDatabase.shared();
    private final ResponseStore store = new ResponseStore(databases.report());
    private final List<Response> responses = new ArrayList<>();
    private StudyFixture study;
    private Engagement engagement;
    private Wave wave;
    private TestServer server;
    private Jobs jobs;
    private Incoming incoming;

    @TempDir
    private Path folder;

    private FindingFeature findings;

    @BeforeEach
    void prepare() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        engagement = study.engagement();
        wave = study.wave(engagement, "Baseline");
        findings = new FindingFeature(
                study.feature().engagements(), study.feature().waves(), store);
        ReleaseFeature releases = new ReleaseFeature(
                databases.field(),
                findings.findings(),
                study.feature(),
                (caller, action, subject) -> study.audit().add(action + " " + subject),
                study);
        study.feature().add(releases.panel());
        jobs = new Jobs(databases, JSON, failure -> "{\"detail\": \"failed\"}");
        incoming = Incoming.in(folder);
        ResponseFeature imports = new ResponseFeature(
                new ResponseFeature.Ground(
                        databases,
                        jobs,
                        incoming,
                        study.keys(),
                        (caller, action, subject) -> study.audit().add(action + " " + subject)),
                study.feature().waves(),
                study.feature().questionnaires(),
                new Random(11));
        study.feature().count(imports.store()::people);
        server = TestServer.start(jersey -> {
            releases.register(jersey);
            imports.register(jersey);
            study.feature().register(jersey);
        });
    }

    @AfterEach
    void close() {
        server.close();
        jobs.close();
        incoming.close();
    }

    @Test
    void aReleaseFreezesFiguresAsClientsMayReadThem() {
        closeWave();

        HttpResponse<String> made = make("{\"segments\": [\"region\"]}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("number").asInt()).isEqualTo(1);
        assertThat(json(made).path("state").asText()).isEqualTo("draft");
        String location = made.headers().firstValue("Location").orElseThrow();
        JsonNode release = json(server.get(location.substring(location.indexOf("/api")), "consultant"));
        JsonNode all = figure(release, "mean", "customer", null);
        assertThat(all.path("n").asInt()).isEqualTo(25);
        assertThat(all.path("value").asDouble()).isEqualTo(3.2);
        assertThat(all.has("se") || all.has("n_band")).isFalse();
        JsonNode north = figure(release, "mean", "customer", "north");
        assertThat(north.path("n_band").asText()).isEqualTo("10–19");
        assertThat(north.has("n")).isFalse();
        assertThat(release.findValues("segment").stream()
                        .map(segment -> segment.path("variable").asText())
                        .filter(name -> !name.isEmpty()))
                .containsOnly("region");
        assertThat(study.audit()).contains("release.make " + release.path("id").asText());
        assertThat(list().path("items")).hasSize(1);
    }

    @Test
    void whatTwoReleasesWouldTellTogetherIsRefusedInWords() {
        closeWave();
        assertThat(make("{\"segments\": [\"region\"]}").statusCode()).isEqualTo(201);

        HttpResponse<String> refused = make("{\"segments\": [\"size\"]}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        List<String> named = json(refused).path("errors").findValuesAsText("value");
        assertThat(named).anySatisfy(words -> assertThat(words).contains("experience of customers", "region"));
        assertThat(named).anySatisfy(words -> assertThat(words).contains("experience of customers", "size"));
        assertThat(json(refused).path("errors").findValuesAsText("message"))
                .allSatisfy(words -> assertThat(words).contains("fewer than 5 people or 3 accounts", "Release "));
        assertThat(list().path("items")).hasSize(1);
        assertThat(make("{\"segments\": []}").statusCode()).isEqualTo(201);
    }

    @Test
    void whatStandsReleasedIsNotReleasedAgain() {
        closeWave();
        JsonNode first = json(make("{\"segments\": [\"region\"]}"));

        HttpResponse<String> again = make("{\"segments\": [\"region\", \"region\"]}");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/releases/" + first.path("id").asText());
        assertThat(json(again)).isEqualTo(first);
        assertThat(list().path("items")).hasSize(1);
        assertThat(study.audit())
                .filteredOn(entry -> entry.startsWith("release.make"))
                .hasSize(1);

        server.post("/api/releases/" + first.path("id").asText() + "/withdraw", "consultant", "{}");
        HttpResponse<String> afresh = make("{\"segments\": [\"region\"]}");
        assertThat(afresh.statusCode()).as("after it was withdrawn").isEqualTo(201);
        assertThat(json(afresh).path("number").asInt()).isEqualTo(2);
    }

    @Test
    void twoOfTheSameAtOnceAreOne() {
        closeWave();

        List<CompletableFuture<Integer>> both = List.of(1, 2).stream()
                .map(ignored -> CompletableFuture.supplyAsync(() -> make("{}").statusCode()))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).toList()).containsExactlyInAnyOrder(201, 200);
        assertThat(list().path("items")).hasSize(1);
    }

    @Test
    void everyAnswerTellsTheSameTimes() {
        closeWave();
        JsonNode made = json(make("{}"));
        JsonNode shown = json(server.get("/api/releases/" + made.path("id").asText(), "consultant"));

        assertThat(shown.path("made_at")).isEqualTo(made.path("made_at"));
        assertThat(list().path("items").path(0).path("made_at")).isEqualTo(made.path("made_at"));
        JsonNode withdrawn =
                json(server.post("/api/releases/" + made.path("id").asText() + "/withdraw", "consultant", "{}"));
        assertThat(json(server.get("/api/releases/" + made.path("id").asText(), "consultant"))
                        .path("withdrawn_at"))
                .isEqualTo(withdrawn.path("withdrawn_at"));
    }

    @Test
    void nullIsNoListOfSegments() {
        closeWave();

        HttpResponse<String> refused = make("{\"segments\": null}");
        HttpResponse<String> inside = make("{\"segments\": [null]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors").path(0).path("pointer").asText())
                .isEqualTo("/segments");
        assertThat(inside.statusCode()).isEqualTo(422);
        assertThat(json(inside).path("errors").path(0).path("pointer").asText()).isEqualTo("/segments/0");
        assertThat(list().path("items")).isEmpty();
    }

    @Test
    void eachWaveCountsItsOwnReleases() {
        closeWave();
        make("{}");
        study.pass(Duration.ofDays(365));
        Wave later = study.wave(engagement, "Follow-up");
        close(later, responses.stream().map(ReleasesIT::again).toList());

        HttpResponse<String> first = server.post("/api/waves/" + later.id() + "/releases", "consultant", "{}");

        assertThat(json(first).path("number").asInt()).isEqualTo(1);
        assertThat(json(make("{\"segments\": []}")).path("number").asInt()).isEqualTo(2);
    }

    @Test
    void aChangeIsReleasedWhereTheMeanBeforeIs() {
        closeWave();
        study.pass(Duration.ofDays(365));
        Wave later = study.wave(engagement, "Follow-up");
        close(later, responses.stream().map(ReleasesIT::again).toList());
        String url = "/api/waves/" + later.id() + "/releases";

        JsonNode alone = released(json(server.post(url, "consultant", "{\"segments\": [\"region\"]}")));
        assertThat(changes(alone)).as("nothing of the wave before is released").isEmpty();

        String before = json(make("{\"segments\": []}")).path("id").asText();
        HttpResponse<String> made = server.post(url, "consultant", "{\"segments\": [\"region\"]}");
        assertThat(made.statusCode()).as("it shows more than the one before").isEqualTo(201);
        List<JsonNode> changes = changes(released(json(made)));
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("segment").isNull()).as("only totals").isTrue();
            assertThat(change.path("value").asDouble()).isZero();
            assertThat(change.path("wave_from").asText()).isEqualTo("Baseline");
            assertThat(change.has("se") || change.has("n")).isFalse();
            assertThat(change.has("low") || change.has("high"))
                    .as("a range where nobody's answer changed")
                    .isFalse();
        });

        make("{\"segments\": [\"region\"]}");
        List<JsonNode> more = changes(released(json(server.post(url, "consultant", "{\"segments\": [\"region\"]}"))));
        assertThat(more.stream()
                        .map(change -> change.at("/segment/value").asText())
                        .distinct())
                .containsExactlyInAnyOrder("", "north", "south");

        json(make("{\"segments\": []}"));
        list().path("items")
                .forEach(item ->
                        server.post("/api/releases/" + item.path("id").asText() + "/withdraw", "consultant", "{}"));
        assertThat(before).isNotEmpty();
        List<JsonNode> none = changes(released(json(server.post(url, "consultant", "{\"segments\": []}"))));
        assertThat(none).as("what is withdrawn is not told again").isEmpty();
    }

    /** The five of a mean that is only told as a bound would follow from the change. */
    @Test
    void noChangeTellsAMeanThatIsOnlyBounded() {
        closeWave();
        study.pass(Duration.ofDays(365));
        Wave later = study.wave(engagement, "Follow-up");
        close(later, responses.stream().map(response -> rated(response, 5)).toList());
        assertThat(make("{\"segments\": []}").statusCode()).isEqualTo(201);

        JsonNode release = released(
                json(server.post("/api/waves/" + later.id() + "/releases", "consultant", "{\"segments\": []}")));

        assertThat(figure(release, "mean", "customer", null).path("text").asText())
                .isEqualTo("≥ 4.5");
        assertThat(changes(release)).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("reason").asText()).isEqualTo("extreme");
            assertThat(change.has("value") || change.has("low")).isFalse();
        });
    }

    /** They tell of people in other shares than the tables that are audited. */
    @Test
    void weightedFiguresAreNeverReleased() {
        closeWave();
        JsonNode unweighted = released(json(make("{\"segments\": []}")));
        server.post(
                "/api/releases/" + list().path("items").path(0).path("id").asText() + "/withdraw", "consultant", "{}");
        databases
                .field()
                .useHandle(handle -> study.feature()
                        .waves()
                        .saveFrame(
                                handle,
                                wave.id(),
                                Audience.CUSTOMER,
                                new AudienceFrame(null, Map.of(), null, null, Map.of())));
        TestDatabase.owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE study.wave_audience SET margins = CAST(? AS jsonb) WHERE wave_id = ?",
                    """
                    {"region": {"north": 0.1, "south": 0.9}}""",
                    wave.id().value());
            handle.execute(
                    "UPDATE study.wave SET answers_version = answers_version + 1 WHERE id = ?",
                    wave.id().value());
        });
        assertThat(findings.findings().of(wave.id()).figures())
                .as("the consultants have weighted ones")
                .anySatisfy(figure -> assertThat(figure.key().variant()).isEqualTo(FigureKey.WEIGHTED));

        JsonNode weighted = released(json(make("{\"segments\": []}")));

        assertThat(weighted.path("figures")).isNotEmpty().isEqualTo(unweighted.path("figures"));
        assertThat(weighted.toString()).doesNotContain("weighted");
    }

    @Test
    void aWithdrawnReleaseStaysInTheLedger() {
        closeWave();
        String id = json(make("{\"segments\": [\"region\"]}")).path("id").asText();

        JsonNode withdrawn = json(server.post("/api/releases/" + id + "/withdraw", "consultant", "{}"));

        assertThat(withdrawn.path("state").asText()).isEqualTo("withdrawn");
        assertThat(study.audit()).contains("release.withdraw " + id);
        assertThat(make("{\"segments\": [\"size\"]}").statusCode()).isEqualTo(409);
        int entries = study.audit().size();
        assertThat(server.post("/api/releases/" + id + "/withdraw", "consultant", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(study.audit()).hasSize(entries);
    }

    @Test
    void inOneReleaseOfBothWhatOffendsIsKeptBack() {
        closeWave();

        JsonNode made = json(make("{}"));
        JsonNode release = json(server.get("/api/releases/" + made.path("id").asText(), "consultant"));

        assertThat(StreamSupport.stream(release.path("figures").spliterator(), false)
                        .filter(figure -> figure.path("kind").asText().equals("mean")
                                && figure.path("measure").asText().equals("experience")
                                && !figure.path("segment").isNull()
                                && figure.path("audience").asText().equals("customer"))
                        .map(figure -> figure.path("reason").asText()))
                .contains("complementary")
                .contains("");
    }

    @Test
    void answersThatChangedSinceARelease() {
        closeWave();
        make("{\"segments\": []}");
        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "DELETE FROM answers.response WHERE id = ?",
                        responses.get(0).id()));

        HttpResponse<String> refused = make("{\"segments\": []}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Other answers stand behind it");
    }

    @Test
    void theAnswersOfAReleasedWaveCannotBeReplaced() {
        assertThat(importAnswers(wave, file(0, 9)).statusCode()).isEqualTo(201);
        assertThat(importAnswers(wave, file(1, 8)).statusCode())
                .as("before a release")
                .isEqualTo(201);
        assertThat(make("{}").statusCode()).isEqualTo(201);
        Map<String, String> before = stored();

        HttpResponse<String> refused = importAnswers(wave, file(0, 9));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("were released, so its answers stay as they are");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void norCanTheyBeImportedLessAFewIntoAnotherWave() {
        importAnswers(wave, file(0, 9));
        make("{}");
        Wave copy = study.wave(engagement, "Copy");

        HttpResponse<String> refused = importAnswers(copy, file(0, 8));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("answers of wave “Baseline” again");
        assertThat(json(refused).path("errors").path(0).path("message").asText())
                .contains("were released, so its answers stay as they are: leave them out");
        assertThat(study.feature().waves().require(copy.id()).state().code()).isEqualTo("draft");
    }

    @Test
    void theFrameOfAReleasedOrSealedWaveStays() {
        closeWave();
        assertThat(frame("{\"customer\": {\"people\": 50}}").statusCode()).isEqualTo(200);
        String id = json(make("{}")).path("id").asText();
        server.post("/api/releases/" + id + "/withdraw", "consultant", "{}");

        HttpResponse<String> refused = frame("{\"customer\": {\"people\": 60}}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("rest on its frame: it stays as it is");
        Wave sealed = study.wave(engagement, "Sealed");
        close(sealed, List.of());
        databases.field().useTransaction(handle -> study.feature().waves().seal(handle, sealed.id()));
        HttpResponse<String> late = server.send(server.to("/api/waves/" + sealed.id() + "/frame", "consultant")
                .header("Content-Type", "application/json")
                .PUT(TestServer.text("{\"sales\": {\"people\": 9}}")));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Its figures are final");
        assertThat(study.feature()
                        .waves()
                        .frames(wave.id())
                        .get(Audience.CUSTOMER)
                        .people())
                .isEqualTo(50);
    }

    @Test
    void otherWavesAreComparedFreely() {
        closeWave();
        make("{\"segments\": [\"region\"]}");
        study.pass(Duration.ofDays(365));
        Wave later = study.wave(engagement, "Follow-up");
        close(later, responses.stream().map(ReleasesIT::again).toList());

        assertThat(server.post("/api/waves/" + later.id() + "/releases", "consultant", "{\"segments\": [\"size\"]}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void oneOfTwoAtOnceIsRefused() {
        closeWave();

        List<CompletableFuture<Integer>> both = List.of("region", "size").stream()
                .map(variable -> CompletableFuture.supplyAsync(() ->
                        make("{\"segments\": [\"%s\"]}".formatted(variable)).statusCode()))
                .toList();
        List<Integer> answers = both.stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void releasesGoWithTheirEngagementAndNoLoginDeletesThem() {
        closeWave();
        make("{}");
        assertThatThrownBy(() -> databases.field().useHandle(handle -> handle.execute("DELETE FROM study.release")))
                .hasMessageContaining("permission denied");

        study.feature().engagements().delete(StudyFixture.CONSULTANT, engagement.id());

        int left = TestDatabase.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT (SELECT count(*) FROM study.release) + (SELECT count(*) FROM study.released_cell)")
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isZero();
    }

    @Test
    void whatCannotBeReleasedIsSaid() {
        assertThat(make("{}").statusCode()).as("a draft wave").isEqualTo(409);
        closeWave();

        HttpResponse<String> unknown = make("{\"segments\": [\"region\", \"colour\"]}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown).path("errors").path(0).path("pointer").asText())
                .isEqualTo("/segments/1");
        assertThat(make("{\"weighted\": true}").statusCode()).isEqualTo(422);
        assertThat(make("{\"segment\": []}").statusCode()).isIn(400, 422);
        assertThat(server.post("/api/waves/" + UUID.randomUUID() + "/releases", "consultant", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/releases/" + UUID.randomUUID(), "consultant")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/releases/x", "consultant").statusCode()).isEqualTo(404);
        assertThat(server.post("/api/waves/" + wave.id() + "/releases", "reader", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(list().path("items")).isEmpty();
    }

    @Test
    void thePageMakesWithdrawsAndSaysWhatStandsInTheWay() {
        closeWave();
        String url = "/waves/" + wave.id();
        assertThat(server.browse(url, "consultant").body()).contains("Releases", "Make release");

        assertThat(submit(url + "/releases").statusCode()).isEqualTo(303);
        String id = list().path("items").path(0).path("id").asText();
        String page = url + "/releases/" + id;
        assertThat(server.browse(url, "consultant").body())
                .contains(
                        "Made, not published",
                        "region, size",
                        "Withdraw release 1",
                        "by " + TestServer.CONSULTANT.name())
                .contains("href=\"" + page + "\"");
        assertThat(submit(url + "/releases").headers().firstValue("Location").orElseThrow())
                .as("the same again")
                .endsWith(page);
        assertThat(list().path("items")).hasSize(1);
        assertThat(server.browse(page, "consultant").body())
                .contains("Release 1 of", "Made, not published", "Mean ratings", "region: north", "10–19", "3.2")
                .contains("by " + TestServer.CONSULTANT.name(), "[c]", "Withdraw release 1");
        assertThat(submit(page + "/withdraw").statusCode()).isEqualTo(303);
        assertThat(server.browse(url, "consultant").body())
                .contains("Withdrawn")
                .doesNotContain("Withdraw release 1");
        assertThat(server.browse(page, "consultant").body())
                .contains("Nobody at the client may read it any more")
                .doesNotContain("Mean ratings", "Withdraw release 1");
        assertThat(server.browse("/waves/" + UUID.randomUUID() + "/releases/" + id, "consultant")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.browse(page, "reader").statusCode()).isEqualTo(403);
        TestDatabase.owner()
                .useHandle(handle -> handle.execute("UPDATE study.released_cell SET fingerprint = '\\x00'"));
        HttpResponse<String> refused = submit(url + "/releases");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nothing was released", "experience of customers, size small");
    }

    private HttpResponse<String> frame(String json) {
        return server.send(server.to("/api/waves/" + wave.id() + "/frame", "consultant")
                .header("Content-Type", "application/json")
                .PUT(TestServer.text(json)));
    }

    private HttpResponse<String> importAnswers(Wave into, String csv) {
        return server.send(server.to("/api/waves/" + into.id() + "/responses", "consultant")
                .header("Content-Type", "text/csv")
                .POST(TestServer.text(csv)));
    }

    /** Customers from one number to another, each of an account of their own and with answers of their own. */
    private static String file(int from, int to) {
        StringBuilder csv = new StringBuilder("audience,account,respondent,touchpoint,importance,experience\n");
        for (int i = from; i < to; i++) {
            csv.append("customer,A%1$d,c%1$d,demo,%2$d,%3$d\ncustomer,A%1$d,c%1$d,website,%3$d,%2$d\n"
                    .formatted(i, 1 + i % 5, 1 + i / 5));
        }
        return csv.toString();
    }

    private Map<String, String> stored() {
        Map<String, String> answers = new TreeMap<>();
        store.stream(
                wave.id(), response -> answers.put(response.id().toString(), Arrays.toString(response.experience())));
        return answers;
    }

    private HttpResponse<String> submit(String path) {
        return server.submit(path, "consultant", "csrf=" + TestServer.csrf("consultant"));
    }

    private HttpResponse<String> make(String body) {
        return server.post("/api/waves/" + wave.id() + "/releases", "consultant", body);
    }

    private JsonNode list() {
        return json(server.get("/api/waves/" + wave.id() + "/releases", "consultant"));
    }

    private JsonNode released(JsonNode made) {
        return json(server.get("/api/releases/" + made.path("id").asText(), "consultant"));
    }

    private static JsonNode figure(JsonNode release, String kind, String audience, String value) {
        return StreamSupport.stream(release.path("figures").spliterator(), false)
                .filter(figure -> figure.path("kind").asText().equals(kind)
                        && figure.path("audience").asText().equals(audience)
                        && figure.path("measure").asText().equals("experience")
                        && figure.path("segment").path("value").asText().equals(value == null ? "" : value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    private void closeWave() {
        responses.clear();
        customers(10, 1, 1, 1, 2, 3);
        customers(5, 1, 2, 4, 5);
        customers(10, 2, 2, 6, 7, 8);
        close(wave, responses);
    }

    private void close(Wave closed, List<Response> answers) {
        databases.count().useTransaction(handle -> {
            store.insert(handle, closed.id(), answers);
            study.feature().waves().closeImported(handle, closed.id(), SEGMENTS);
        });
    }

    private void customers(int persons, int region, int size, int... accounts) {
        for (int i = 0; i < persons; i++) {
            // 5 × 5 and 5 × 4, 15 × 2.333…: 80 of 25
            int rating = responses.size() < 5 ? 5 : responses.size() < 10 ? 4 : responses.size() < 15 ? 3 : 2;
            byte[] ratings = new byte[12];
            Arrays.fill(ratings, (byte) rating);
            responses.add(new Response(
                    UUID.randomUUID(),
                    Audience.CUSTOMER,
                    ByteBuffer.allocate(16)
                            .putInt(accounts[i % accounts.length])
                            .array(),
                    null,
                    new byte[] {(byte) region, (byte) size},
                    ratings,
                    ratings.clone(),
                    new byte[Response.NUMBERS]));
        }
    }

    private static List<JsonNode> changes(JsonNode release) {
        return StreamSupport.stream(release.path("figures").spliterator(), false)
                .filter(figure -> figure.path("kind").asText().equals("trend"))
                .toList();
    }

    private static Response rated(Response response, int rating) {
        byte[] ratings = new byte[response.experience().length];
        Arrays.fill(ratings, (byte) rating);
        return new Response(
                UUID.randomUUID(),
                response.audience(),
                response.account(),
                response.person(),
                response.segments(),
                ratings,
                ratings.clone(),
                response.numbers());
    }

    private static Response again(Response response) {
        return new Response(
                UUID.randomUUID(),
                response.audience(),
                response.account(),
                response.person(),
                response.segments(),
                response.experience(),
                response.importance(),
                response.numbers());
    }
}
