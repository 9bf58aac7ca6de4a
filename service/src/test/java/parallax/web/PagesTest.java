package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

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
                "<script>alert(1)</script>", "${7*7}", "#{7*7}",
                        "<#assign x=\"freemarker.template.utility.Execute\"?new()>",
                "{{7*7}}", "%{7*7}", "\"><img src=x onerror=alert(1)>", "'); DROP TABLE"
            })
    void whatWasTypedIsShownAsTyped(String typed) {
        String page = server.browse("/specimen?typed=" + URLEncoder.encode(typed, StandardCharsets.UTF_8), "owner")
                .body();

        assertThat(page)
                .contains("<p id=\"typed\">" + escaped(typed) + "</p>", "value=\"" + escaped(typed) + "\"")
                .doesNotContain("<script>", "<img src=x", ">49<");
    }

    @Test
    void recordsAreReadableByFieldAndByMethod() {
        assertThat(server.browse("/specimen", "owner").body())
                .contains("<p id=\"record\">owner@parallax.example The owner</p>");
    }

    @Test
    void theFrameNamesWhoIsSignedInAndLetsHimOut() {
        assertThat(server.browse("/specimen", "consultant").body())
                .contains("The consultant", "action=\"/sign-out\"", "Skip to the content");
        assertThat(server.get("/problems/conflict").body()).doesNotContain("/sign-out");
    }

    @Test
    void pagesHoldNothingThatThePolicyForbids() {
        assertThat(server.browse("/specimen", "owner").body())
                .doesNotContain(" style=", "<style", "<script", " onclick", "javascript:", "http://", "https://");
    }

    @Test
    void aFormThatFailsSaysSoAboveAndAtTheField() {
        HttpResponse<String> answer = server.submit("/specimen", "owner", "name=");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<title>Error: Specimen · Parallax</title>",
                        "<li><a href=\"#f-name\">Enter a name.</a></li>",
                        "<li><a href=\"#f-owner\">Choose who owns it.</a></li>",
                        "<p class=\"error\" id=\"f-name-error\"><span class=\"error-word\">Error:</span> Enter a name.</p>",
                        "aria-describedby=\"f-name-hint f-name-error\" aria-invalid=\"true\"",
                        "id=\"f-owner\" value=\"sales\" checked");
    }

    @Test
    void whatWasDoneIsSaidOnce() {
        HttpResponse<String> done = server.submit("/specimen", "owner", "name=North%20%26%20S%C3%BCd");
        String cookie = done.headers().firstValue("Set-Cookie").orElseThrow();
        String flash = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> page = server.send(server.to("/specimen").header("Cookie", "session=owner; " + flash));

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Max-Age=60");
        assertThat(page.body()).contains("<p class=\"flash\" role=\"status\">Saved North &amp; Süd.</p>");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("flash=;")
                .contains("Max-Age=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", "x.y.z", "...", "U2F2ZWQ.99999999999.AAAA"})
    void aMessageThatIsNotOursIsNotShown(String flash) {
        HttpResponse<String> page =
                server.send(server.to("/specimen").header("Cookie", "session=owner; flash=" + flash));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("class=\"flash\"");
    }

    @Test
    void aMessageIsOldAfterAMinute() {
        Instant now = Instant.parse("2026-10-01T08:00:00Z");
        String cookie = at(now).flash("Saved.");

        assertThat(at(now.plus(Duration.ofSeconds(59))).readFlash(cookie)).contains("Saved.");
        assertThat(at(now.plus(Duration.ofSeconds(61))).readFlash(cookie)).isEmpty();
    }

    @Test
    void everyClassThatTheLayoutAndSpecimenUseStandsInTheStyleSheet() {
        String css = Assets.text("parallax.css");
        List<String> classes = java.util.regex.Pattern.compile("class=\"([^\"]+)\"")
                .matcher(server.submit("/specimen", "owner", "name=").body())
                .results()
                .flatMap(match -> java.util.Arrays.stream(match.group(1).split(" ")))
                .distinct()
                .filter(name -> !css.contains("." + name))
                .toList();

        assertThat(classes).containsExactly("error-word");
    }

    private static Signatures at(Instant now) {
        return new Signatures(TestServer::mac, new SecureRandom(), InstantSource.fixed(now));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
