package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(jersey -> jersey.register(new Probe()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/specimen",
                "/nowhere",
                "/broken",
                "/api/studies",
                "/api/nowhere",
                "/api/fails?how=bug",
                "/s/token",
                "/problems/conflict",
                "/sign-in",
                "/assets/nothing.css"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        HttpHeaders headers = server.browse(path, "owner").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .matches(
                        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; connect-src"
                                + " 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void searchEnginesAreKeptFromPersonalLinks() {
        assertThat(server.get("/s/token").headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(server.get("/u/token").headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(server.get("/specimen").headers().firstValue("X-Robots-Tag")).isEmpty();
    }

    @Test
    void underTlsBrowsersAreToldToStayThereAndCookiesAreBoundToTheHost() {
        try (TestServer secure = TestServer.start(
                new TestServer.Settings().withBaseUrl("https://survey.example"),
                jersey -> jersey.register(new Probe()))) {
            HttpResponse<String> answer = secure.send(secure.to("/specimen").header("Cookie", "__Host-session=owner"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=63072000; includeSubDomains");
            assertThat(secure.browse("/specimen", "owner").statusCode()).isEqualTo(303);
            assertThat(new SessionCookies(java.net.URI.create("https://survey.example")).issue("id"))
                    .matches(cookie -> cookie.getName().equals("__Host-session")
                            && cookie.isSecure()
                            && cookie.isHttpOnly()
                            && cookie.getPath().equals("/"));
        }
    }

    @Test
    void assetsAreKeptForAYearUnderTheirVersionOnly() {
        HttpResponse<String> versioned = server.get(Assets.address("parallax.css"));
        HttpResponse<String> bare = server.get("/assets/parallax.css");

        assertThat(versioned.statusCode()).isEqualTo(200);
        assertThat(versioned.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(versioned.headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(versioned.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(bare.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String tag = bare.headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.to("/assets/parallax.css").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../config.yml",
                "/assets/..%2Fconfig.yml",
                "/assets/%2e%2e/templates/web/layout.ftlh",
                "/assets/./parallax.css",
                "/assets//etc/passwd",
                "/assets/nothing.css",
                "/assets/",
                "/assets/parallax.class"
            })
    void onlyAssetsAreServedAsAssets(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (400|404) .*")
                .doesNotContain("layout.ftlh", "registerDefaultExceptionMappers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /%ZZ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "POST /api/studies HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST /api/studies HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nX: \u0001\r\nConnection: close\r\n\r\n"
            })
    void whatTheServerRefusesByItselfShowsNothingOfItsInside(String request) throws IOException {
        assertThat(raw(request))
                .matches("(?s)HTTP/1.1 (4|505).*")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("content-security-policy: default-src 'none'")
                .doesNotContain("jetty", "Jetty", "Exception", "\tat ", "STACK");
    }

    @Test
    void tooManyHeadersAreRefusedInTheSameWay() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .containsIgnoringCase("nosniff")
                .doesNotContain("Exception", "Jetty");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
