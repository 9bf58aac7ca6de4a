package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, repeated requests, parts of lists, versions. */
class BodiesTest {

    private static final int MEGABYTE = 1 << 20;
    private static final Probe PROBE = new Probe();
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(jersey -> jersey.register(PROBE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        PROBE.changes.set(0);
    }

    @Test
    void jsonOfMoreThanAMegabyteIsTooLarge() {
        assertTooLarge(server.post("/api/studies", "owner", "{\"name\":\"" + "x".repeat(MEGABYTE) + "\"}"), 1);
    }

    @Test
    void aBodyWithoutLengthIsCountedAsItComes() {
        assertTooLarge(server.send(json(chunked(2 * MEGABYTE))), 1);
    }

    @Test
    void aFormOfMoreThanAMegabyteIsTooLarge() {
        HttpResponse<String> answer = server.submit("/specimen", "owner", "name=" + "x".repeat(MEGABYTE));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1>Too large</h1>");
        assertThat(PROBE.changes).hasValue(0);
    }

    @Test
    void aRefusedUploadHearsWhyAndMaySendTheNextOne() {
        HttpRequest.Builder refused = server.to("/api/upload").header("Content-Type", "text/csv");

        for (int again = 0; again < 5; again++) {
            assertThat(server.send(refused.POST(chunked(4 * MEGABYTE))).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anUploadMayHave64Megabytes() {
        HttpRequest.Builder request = server.to("/api/upload", "owner").header("Content-Type", "text/csv");

        assertThat(server.send(request.POST(chunked(64 * MEGABYTE))).body()).isEqualTo("{\"bytes\":67108864}");
        assertTooLarge(server.send(request.POST(chunked(64 * MEGABYTE + 1))), 64);
    }

    @Test
    void aKeyMakesARepeatedRequestHappenOnce() {
        HttpRequest.Builder request = json(TestServer.text("{\"name\":\"x\"}")).header("Idempotency-Key", "once");
        HttpResponse<String> first = server.send(request);
        HttpResponse<String> second = server.send(request);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"number\":1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location")).contains("/api/studies/1");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(PROBE.changes).hasValue(1);
    }

    @Test
    void aKeyIsNotTakenForAnotherBody() {
        server.send(json(TestServer.text("{\"name\":\"x\"}")).header("Idempotency-Key", "taken"));
        HttpResponse<String> other =
                server.send(json(TestServer.text("{\"name\":\"y\"}")).header("Idempotency-Key", "taken"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).isEqualTo("""
                {"type":"/problems/conflict","title":"That does not fit the present state","status":409,\
                "detail":"This Idempotency-Key was used for another request. Take a new one."}""");
        assertThat(PROBE.changes).hasValue(1);
    }

    @Test
    void aRefusedRequestMayBeCorrectedUnderItsKey() {
        HttpResponse<String> wrong = server.send(json(TestServer.text("{}")).header("Idempotency-Key", "corrected"));
        HttpResponse<String> right =
                server.send(json(TestServer.text("{\"name\":\"x\"}")).header("Idempotency-Key", "corrected"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(right.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b"})
    void aKeyMustBeOne(String key) {
        HttpResponse<String> answer =
                server.send(json(TestServer.text("{\"name\":\"x\"}")).header("Idempotency-Key", key));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PROBE.changes).hasValue(0);
    }

    @Test
    void aListIsWalkedInParts() {
        assertThat(server.get("/api/studies?limit=2", "owner").body()).isEqualTo("""
                {"items":["a","b"],"next":"Yg"}""");
        assertThat(server.get("/api/studies?limit=2&after=Yg", "owner").body()).isEqualTo("""
                {"items":["c"],"next":null}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "limit=99999999999", "after=%21", "after="})
    void aPartThatCannotBeIsRefused(String query) {
        HttpResponse<String> answer = server.get("/api/studies?" + query, "owner");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"parameter\":\"" + query.substring(0, query.indexOf('=')) + "\"");
    }

    @Test
    void aChangeToAnOlderVersionIsRefused() {
        assertThat(change("\"2\"").statusCode()).isEqualTo(412);
        assertThat(change("\"2\"").body()).isEqualTo("""
                {"type":"/problems/changed-meanwhile","title":"Somebody changed this meanwhile","status":412,\
                "detail":"Somebody changed this after you loaded it. Load it again and repeat your change."}""");
        assertThat(change("W/\"3\"").statusCode()).isEqualTo(412);
        assertThat(change("\"3\"").statusCode()).isEqualTo(200);
        assertThat(change("\"1\", \"3\"").statusCode()).isEqualTo(200);
        assertThat(change("*").statusCode()).isEqualTo(200);
        assertThat(change("\"3\"").headers().firstValue("ETag")).contains("\"4\"");
    }

    private static HttpResponse<String> change(String ifMatch) {
        return server.send(server.to("/api/studies/00000000-0000-0000-0000-000000000001", "owner")
                .header("If-Match", ifMatch)
                .header("Content-Type", "application/json")
                .PUT(TestServer.text("{}")));
    }

    private static HttpRequest.Builder json(HttpRequest.BodyPublisher body) {
        return server.to("/api/studies", "owner")
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private static HttpRequest.BodyPublisher chunked(int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) ' ');
        Supplier<InputStream> body = () -> new ByteArrayInputStream(content);
        return HttpRequest.BodyPublishers.ofInputStream(body);
    }

    private static void assertTooLarge(HttpResponse<String> answer, int megabytes) {
        assertThat(answer.body()).isEqualTo("""
                {"type":"/problems/too-large","title":"Too large","status":413,\
                "detail":"At most %d MB of this kind are read. Send less."}""".formatted(megabytes));
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
