package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeryTest {

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
    void aFormFromOurPageIsCarriedOut() {
        HttpResponse<String> answer = server.submit("/specimen", "owner", "name=Northwind");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/specimen");
        assertThat(PROBE.changes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=x", "_csrf=&name=x", "_csrf=guess.guess&name=x", "_csrf=%2E&name=x"})
    void aFormWithoutTheTokenIsRefused(String form) {
        assertRefused(form("/specimen", "owner").POST(TestServer.text(form)));
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        assertRefused(form("/specimen", "consultant").POST(TestServer.text("_csrf=" + token("owner") + "&name=x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aFormFromAnotherSiteIsRefusedEvenWithTheToken(String site) {
        assertRefused(form("/specimen", "owner")
                .header("Sec-Fetch-Site", site)
                .POST(TestServer.text("_csrf=" + token("owner") + "&name=x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.1:1"})
    void anotherOriginIsRefusedWhereBrowsersTellNoMore(String origin) {
        assertRefused(form("/specimen", "owner")
                .header("Origin", origin)
                .POST(TestServer.text("_csrf=" + token("owner") + "&name=x")));
    }

    @Test
    void ourOwnOriginAndAnUnknownOneWithTheTokenPass() {
        for (String origin : List.of(server.uri().toString(), "null")) {
            HttpResponse<String> answer = server.send(form("/specimen", "owner")
                    .header("Origin", origin)
                    .POST(TestServer.text("_csrf=" + token("owner") + "&name=x")));
            assertThat(answer.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void jsonSentAsPlainTextWithACookieIsRefused() {
        HttpResponse<String> answer = server.send(server.to("/api/studies")
                .header("Cookie", "session=owner")
                .header("Content-Type", "text/plain")
                .POST(TestServer.text("{\"name\":\"x\"}")));

        assertThat(answer.statusCode()).isIn(403, 415);
        assertThat(PROBE.changes).hasValue(0);
    }

    @Test
    void jsonWithACookieNeedsTheToken() {
        HttpRequest.Builder request = server.to("/api/studies")
                .header("Cookie", "session=owner")
                .header("Content-Type", "application/json")
                .POST(TestServer.text("{\"name\":\"x\"}"));

        assertThat(server.send(request).statusCode()).isEqualTo(403);
        assertThat(server.send(request.header("X-CSRF-Token", token("owner"))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBearerTokenNeedsNoFormToken() {
        assertThat(server.post("/api/studies", "owner", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void anUploadCarriesTheTokenAsItsFirstField() {
        HttpResponse<String> answer = server.send(upload("owner", part("_csrf", token("owner")) + file(10_000)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(PROBE.changes).hasValue(1);
    }

    @Test
    void anUploadWithoutTheTokenIsRefused() {
        assertRefused(upload("owner", file(10_000)));
        assertRefused(upload("owner", part("_csrf", "guess.guess") + file(10)));
        assertRefused(upload("owner", file(10) + part("_csrf", token("owner"))));
    }

    @ParameterizedTest
    @CsvSource({"/s/token, cross-site, 403", "/s/token, same-origin, 200", "/u/token, cross-site, 200"})
    void personalLinksAreGuardedByTheirTokenAndTheirSite(String path, String site, int status) {
        HttpResponse<String> answer = server.send(server.to(path)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(TestServer.text("List-Unsubscribe=One-Click")));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void noMethodIsTakenFromAHeaderOrField() {
        HttpResponse<String> answer =
                server.send(server.to("/api/studies", "owner").header("X-HTTP-Method-Override", "POST"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PROBE.changes).hasValue(0);
    }

    @Test
    void aFormWithANullCharacterNamesItsField() {
        HttpResponse<String> answer = server.submit("/specimen", "owner", "name=a%00b");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<td data-label=\"Where\">name</td>", "cannot be stored");
        assertThat(PROBE.changes).hasValue(0);
    }

    @Test
    void aFormWithABrokenEscapeIsUnreadable() {
        assertThat(server.submit("/specimen", "owner", "name=%zz").statusCode()).isEqualTo(400);
    }

    private static void assertRefused(HttpRequest.Builder request) {
        assertThat(server.send(request).statusCode()).isEqualTo(403);
        assertThat(PROBE.changes).hasValue(0);
    }

    private static HttpRequest.Builder form(String path, String session) {
        return server.to(path)
                .header("Cookie", "session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.Builder upload(String session, String parts) {
        return server.to("/specimen/file")
                .header("Cookie", "session=" + session)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(TestServer.text(parts + "--line--\r\n"));
    }

    private static String part(String name, String value) {
        return "--line\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(int bytes) {
        return "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "x".repeat(bytes)
                + "\r\n";
    }

    private static String token(String session) {
        return new Signatures(TestServer::mac, new SecureRandom(), InstantSource.system()).csrf(session);
    }
}
