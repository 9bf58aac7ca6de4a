package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

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
    @CsvSource({
        "/api/studies, owner, 200", "/api/studies, consultant, 200", "/api/studies, reader, 403",
        "/api/studies, stranger, 401", "/api/owner, owner, 200", "/api/owner, consultant, 403",
        "/api/owner, reader, 403", "/api/who, reader, 200", "/api/who, stranger, 401",
        "/api/forgotten, owner, 403", "/api/forgotten, stranger, 403"
    })
    void eachEndpointLetsInWhomItNames(String path, String token, int status) {
        assertThat(server.get(path, token).statusCode()).isEqualTo(status);
    }

    @Test
    void optionsTellTheMethodsOfAnAddressAndNothingElse() {
        HttpResponse<String> answer =
                server.send(server.to("/api/studies").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("OPTIONS");
        assertThat(server.send(server.to("/api/forgotten", "owner")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anApiCallWithoutTokenIsToldToSignIn() {
        HttpResponse<String> answer = server.get("/api/studies");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("""
                {"type":"/problems/not-signed-in","title":"Sign in first","status":401,\
                "detail":"Sign in, or send a valid token as Authorization: Bearer."}""");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Parallax\"");
    }

    @Test
    void anInvalidTokenIsNotHelpedByAGoodCookie() {
        HttpResponse<String> answer =
                server.send(server.to("/api/studies", "stranger").header("Cookie", "session=owner"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aPageSendsToSignInAndBackAgain() {
        HttpResponse<String> answer = server.get("/specimen?typed=a%20b");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Fspecimen%3Ftyped%3Da%2520b");
    }

    @Test
    void theHostHeaderHasNoSayInWhereAPersonIsSent() {
        // java.net.http refuses to set Host; a redirect without host cannot carry one.
        assertThat(server.get("/specimen").headers().firstValue("Location").orElseThrow())
                .startsWith("/");
    }

    @Test
    void aReaderIsToldThatAPageIsNotForHim() {
        HttpResponse<String> answer = server.browse("/specimen", "reader");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>Not allowed</h1>", "The reader");
    }

    @Test
    void aPersonalLinkNeverKnowsWhoIsSignedIn() {
        assertThat(server.browse("/s/token", "owner").body()).isEqualTo("principal null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https:evil.example",
                "https://evil.example/",
                "/%0d%0aSet-Cookie:x",
                "/%5Cevil.example",
                "/\tevil",
                " /x",
                "javascript:alert(1)",
                "evil",
                ""
            })
    void onwardsNeverLeadsToAnotherHost(String next) {
        assertThat(LocalPath.orHome(next)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/engagements/1?after=a%20b&x=1",
                "/waves/7/workbooks/sales.xlsx",
                "/waves/7?page=2&more=1#f-q3"
            })
    void onwardsKeepsLocalPaths(String next) {
        assertThat(LocalPath.orHome(next)).isEqualTo(next);
    }
}
