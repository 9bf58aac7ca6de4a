package parallax.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.finding.FindingFeature;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.web.RefusedException;
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

    @BeforeEach
    void prepare() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        engagement = study.engagement();
        wave = study.wave(engagement, "Baseline");
        FindingFeature findings = new FindingFeature(
                study.feature().engagements(), study.feature().waves(), store);
        ReleaseFeature releases = new ReleaseFeature(
                databases.field(),
                findings.findings(),
                study.feature(),
                (caller, action, subject) -> study.audit().add(action + " " + subject),
                study);
        study.feature().add(releases.panel());
        server = TestServer.start(jersey -> {
            releases.register(jersey);
            study.feature().register(jersey);
        });
    }

    @AfterEach
    void close() {
        server.close();
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
        assertThat(make("{\"segments\": [\"region\"]}").statusCode()).isEqualTo(201);
        assertThat(make("{\"segments\": []}").statusCode()).isEqualTo(201);
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
        closeWave();
        study.feature().waves().requireImportable(study.feature().waves().require(wave.id()));
        make("{}");

        assertThatThrownBy(() -> study.feature()
                        .waves()
                        .requireImportable(study.feature().waves().require(wave.id())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("were released, so its answers stay as they are");
    }

    @Test
    void otherWavesAreComparedFreely() {
        closeWave();
        make("{\"segments\": [\"region\"]}");
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
        assertThat(server.browse(url, "consultant").body())
                .contains("Made, not published", "region, size", "Withdraw release 1");
        assertThat(submit(url + "/releases/" + id + "/withdraw").statusCode()).isEqualTo(303);
        assertThat(server.browse(url, "consultant").body())
                .contains("Withdrawn")
                .doesNotContain("Withdraw release 1");
        TestDatabase.owner()
                .useHandle(handle -> handle.execute("UPDATE study.released_cell SET fingerprint = '\\x00'"));
        HttpResponse<String> refused = submit(url + "/releases");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nothing was released", "experience of customers, size small");
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
