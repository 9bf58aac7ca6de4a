package parallax.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.database.TestDatabase;
import parallax.web.RefusedException;
import parallax.web.TestServer;

/** Sign-in, sessions, tokens and audit through the real server and a real database. */
class AccessIT {

    private static final String EMAIL = "Owner@Parallax.example";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"(plx_[A-Za-z0-9_-]{43})\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private static final SettableClock clock = new SettableClock();
    private static Jdbi field;
    private static AccessFeature access;
    private static TestServer server;

    @BeforeAll
    static void start() {
        field = TestDatabase.shared().field();
        access = new AccessFeature(field, URI.create("http://127.0.0.1"), new SecureRandom(), clock);
        server = TestServer.start(
                new TestServer.Settings()
                        .withCallers(access.callers())
                        .withIdempotency(access.idempotency())
                        .withClock(clock),
                access::register);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void onlyTheOwner() {
        TestDatabase.clean();
        // By then every limit of the test before is forgotten.
        clock.tick(Duration.ofHours(1));
        assertThat(access.service().ensureOwner(EMAIL, PASSWORD)).isTrue();
    }

    @Test
    void theOwnerIsMadeOnceAndNeverChangedAfterwards() {
        assertThat(access.service().ensureOwner("other@parallax.example", "another password"))
                .isFalse();
        assertThat(rows("SELECT email, email_key, role, name FROM access.person"))
                .containsExactly(Map.of(
                        "email", EMAIL, "email_key", "owner@parallax.example", "role", "owner", "name", "Owner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars"})
    void anOwnerNeedsAPasswordOfTwelveCharacters(String password) {
        TestDatabase.clean();

        assertThatThrownBy(() -> access.service().ensureOwner(EMAIL, password))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The password must have 12 to 1024 characters.");
        assertThat(rows("SELECT id FROM access.person")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "owner", "@x", "a b@x", "a@x\r\nBcc: y", "a@b@c"})
    void anOwnerNeedsOneMailAddress(String email) {
        TestDatabase.clean();

        assertThatThrownBy(() -> access.service().ensureOwner(email, PASSWORD))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The owner's mail address must look like name@example.com.");
    }

    @Test
    void passwordsAreKeptAsArgon2idOnly() {
        assertThat(rows("SELECT password_hash FROM access.person").get(0).get("password_hash"))
                .asString()
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void whoeverSignsInGoesOnToWhereHeWanted() {
        HttpResponse<String> answer = signIn(" owner@parallax.EXAMPLE ", PASSWORD, "/engagements/1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/engagements/1");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("session=[A-Za-z0-9_-]{43}; ?Version=1; ?Path=/; ?HttpOnly; ?SameSite=Lax"
                        + "|session=[A-Za-z0-9_-]{43}; ?Path=/; ?HttpOnly; ?SameSite=Lax"
                        + "|session=[A-Za-z0-9_-]{43};Version=1;Path=/;HttpOnly;SameSite=Lax");
        assertThat(me(cookie(answer))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https:evil.example", "/\\evil.example", "/%0d%0aX:y"})
    void signingInNeverLeadsElsewhere(String next) {
        assertThat(signIn(EMAIL, PASSWORD, next).headers().firstValue("Location"))
                .contains("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreToldTheSame() {
        HttpResponse<String> wrong = signIn(EMAIL, "wrong password", "/");
        HttpResponse<String> unknown = signIn("nobody@parallax.example", "wrong password", "/");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "<title>Error: Sign in · Parallax</title>",
                        "<a href=\"#f-email\">The mail address or the password is wrong.</a>",
                        "value=\"" + EMAIL + "\"")
                .doesNotContain("wrong password");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(comparable(unknown)).isEqualTo(comparable(wrong).replace(EMAIL, "nobody@parallax.example"));
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "a b", "\u0001", "<script>", "owner@parallax.example\n"})
    void whateverIsTypedAsAddressIsNoServerError(String email) {
        assertThat(signIn(email, "wrong password", "/").statusCode()).isEqualTo(422);
    }

    @Test
    void theDatabaseHoldsNoSessionIdThatWouldWork() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));

        assertThat(rows("SELECT encode(id_hash, 'hex') AS hash FROM access.session"))
                .containsExactly(Map.of("hash", java.util.HexFormat.of().formatHex(Secrets.hash(id))));
    }

    @Test
    void aSessionIdThatWasPlantedIsNotTakenOver() {
        String planted = "a".repeat(43);
        HttpResponse<String> answer =
                server.send(form("/sign-in", "email=" + encoded(EMAIL) + "&password=" + encoded(PASSWORD), planted));

        assertThat(cookie(answer)).isNotEqualTo(planted);
        assertThat(me(planted)).isEqualTo(401);
    }

    @Test
    void signingInAgainEndsTheEarlierSession() {
        String first = cookie(signIn(EMAIL, PASSWORD, "/"));
        String second =
                cookie(server.submit("/sign-in", first, "email=" + encoded(EMAIL) + "&password=" + encoded(PASSWORD)));

        assertThat(me(first)).isEqualTo(401);
        assertThat(me(second)).isEqualTo(200);
    }

    @Test
    void aCookieIsDeadAfterSigningOut() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));
        HttpResponse<String> out = server.submit("/sign-out", id, "");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location")).contains("/sign-in");
        assertThat(out.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("session=;"));
        assertThat(me(id)).isEqualTo(401);
    }

    @Test
    void signingOutNeedsTheTokenOfTheSession() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));

        assertThat(server.send(form("/sign-out", "", id)).statusCode()).isEqualTo(403);
        assertThat(me(id)).isEqualTo(200);
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutUse() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));

        clock.tick(Duration.ofMinutes(29));
        assertThat(me(id)).isEqualTo(200);
        clock.tick(Duration.ofMinutes(29));
        assertThat(me(id)).isEqualTo(200);
        clock.tick(Duration.ofMinutes(31));
        assertThat(me(id)).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterEightHoursHoweverBusy() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));
        for (int quarter = 1; quarter < 32; quarter++) {
            clock.tick(Duration.ofMinutes(15));
            assertThat(me(id)).as("after %d quarters of an hour", quarter).isEqualTo(200);
        }

        clock.tick(Duration.ofMinutes(15));
        assertThat(me(id)).isEqualTo(401);
    }

    @Test
    void whoeverIsRemovedIsOutAtOnce() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = token("script");

        TestDatabase.owner().useHandle(handle -> handle.execute("DELETE FROM access.person"));

        assertThat(me(id)).isEqualTo(401);
        assertThat(server.get("/api/tokens", token).statusCode()).isEqualTo(401);
    }

    @Test
    void guessingAtOneAccountIsSlowedDownWithoutEndingItsSessions() {
        String id = cookie(signIn(EMAIL, PASSWORD, "/"));
        for (int guess = 0; guess < SignInLimits.PER_ACCOUNT; guess++) {
            assertThat(signIn(EMAIL, "guess number " + guess, "/").statusCode()).isEqualTo(422);
        }
        HttpResponse<String> next = signIn(EMAIL, PASSWORD, "/");

        assertThat(next.statusCode()).isEqualTo(429);
        // 10 in 15 minutes, so one comes back after 90 seconds.
        assertThat(next.headers().firstValue("Retry-After")).contains("90");
        assertThat(next.body()).contains("Too many wrong passwords.");
        assertThat(basic(EMAIL, PASSWORD, "x").statusCode()).isEqualTo(429);
        assertThat(me(id)).isEqualTo(200);
        clock.tick(Duration.ofSeconds(91));
        assertThat(signIn(EMAIL, PASSWORD, "/").statusCode()).isEqualTo(303);
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (int again = 0; again < SignInLimits.PER_ACCOUNT + 2; again++) {
            assertThat(signIn(EMAIL, PASSWORD, "/").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void onePasswordTriedAtManyAccountsIsSlowedDownByAddress() {
        SignInLimits limits = new SignInLimits(clock);
        for (int account = 0; account < SignInLimits.PER_ADDRESS; account++) {
            limits.take("person" + account, "10.0.0.1");
        }

        assertThatThrownBy(() -> limits.take("another", "10.0.0.1"))
                .hasMessageStartingWith("Too many wrong passwords.");
        limits.take("another", "10.0.0.2");
    }

    @Test
    void aTokenIsMadeWithMailAddressAndPassword() {
        HttpResponse<String> answer = basic(EMAIL, PASSWORD, "nightly import");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .matches(
                        "\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"nightly import\",\"token\":\"plx_[A-Za-z0-9_-]{43}\"}");
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/api/tokens/" + first(ID, answer.body()));
        assertThat(server.get("/api/tokens", first(TOKEN, answer.body())).body())
                .isEqualTo("""
                        {"items":[{"id":"%s","name":"nightly import","created_at":"%s"}],"next":null}""".formatted(first(ID, answer.body()), clock.instant()));
    }

    @Test
    void aTokenNeedsRightCredentials() {
        HttpResponse<String> wrong = basic(EMAIL, "wrong password", "x");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo("""
                {"type":"/problems/not-signed-in","title":"Sign in first","status":401,\
                "detail":"Send your mail address and password as HTTP Basic; these are missing or wrong."}""");
        assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"Parallax\", charset=\"UTF-8\"");
        assertThat(basic("nobody@parallax.example", PASSWORD, "x").body()).isEqualTo(wrong.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic Og==", "Bearer plx_x", "Digest x"})
    void whateverStandsInTheHeaderIsNoServerError(String header) {
        HttpResponse<String> answer = server.send(server.to("/api/tokens")
                .header("Authorization", header)
                .header("Content-Type", "application/json")
                .POST(TestServer.text("{\"name\":\"x\"}")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\":\"\"}", "{\"name\":null}", "{\"name\":\"x\",\"role\":\"owner\"}", "{\"name\":7}"
            })
    void aTokenNeedsANameAndNothingElse(String body) {
        HttpResponse<String> answer = server.send(basicRequest(EMAIL, PASSWORD).POST(TestServer.text(body)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(rows("SELECT id FROM access.token")).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoTokenThatWouldWork() {
        String token = token("script");

        assertThat(rows("SELECT t.name, t.token_hash::text AS hash FROM access.token t")
                        .toString())
                .doesNotContain(token)
                .doesNotContain(token.substring(4));
    }

    /** A browser's cookie says who asks, so that the key could belong to somebody; the answer is not kept all the same. */
    @Test
    void noTokenIsKeptForARepeatedRequest() {
        String session = cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = first(
                TOKEN,
                server.send(basicRequest(EMAIL, PASSWORD)
                                .header("Cookie", "session=" + session)
                                .header("X-CSRF-Token", TestServer.csrf(session))
                                .header("Idempotency-Key", "once")
                                .POST(TestServer.text("{\"name\":\"script\"}")))
                        .body());

        assertThat(token).startsWith("plx_");
        assertThat(rows("SELECT body FROM access.idempotency")).isEmpty();
    }

    @Test
    void aRevokedTokenIsDeadAtOnce() {
        String token = token("script");
        String id = first(ID, server.get("/api/tokens", token).body());

        assertThat(server.send(server.to("/api/tokens/" + id, token).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get("/api/tokens", token).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodySeesOrRevokesAnothersToken() {
        String mine = token("mine");
        addReader();
        String theirs = first(
                TOKEN, basic("reader@parallax.example", PASSWORD, "theirs").body());
        String theirId = first(ID, server.get("/api/tokens", theirs).body());

        assertThat(server.get("/api/tokens", mine).body()).contains("\"mine\"").doesNotContain("theirs");
        assertThat(server.send(server.to("/api/tokens/" + theirId, mine).DELETE())
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.to("/api/tokens/17", mine).DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/tokens", theirs).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensComeInPages() {
        String token = token("one");
        token("two");
        token("three");
        String firstPage = server.get("/api/tokens?limit=2", token).body();
        String next = first(Pattern.compile("\"next\":\"([^\"]+)\""), firstPage);
        String secondPage =
                server.get("/api/tokens?limit=2&after=" + next, token).body();

        assertThat(secondPage).endsWith("\"next\":null}");
        assertThat(List.of("one", "two", "three"))
                .allMatch(name -> firstPage.contains(name) != secondPage.contains(name));
        assertThat(server.get("/api/tokens?after=%21", token).statusCode()).isEqualTo(422);
        assertThat(server.get("/api/tokens?after=bm9uZQ", token).statusCode()).isEqualTo(422);
    }

    @Test
    void theOwnerReadsWhoDidWhatAndNobodyElse() {
        signIn(EMAIL, "wrong password", "/");
        signIn("nobody@parallax.example", "wrong password", "/");
        cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = token("script");
        addReader();

        String audit = server.get("/api/audit", token).body();

        assertThat(audit.replace(clock.instant().toString(), "#")
                        .replaceAll("\"(id|person|subject)\":(\"[0-9a-f-]{36}\"|\"a_[0-9a-z]+\")", "\"$1\":#"))
                .isEqualTo("""
                        {"items":[\
                        {"id":#,"at":"#","person":#,"email":"Owner@Parallax.example","action":"token.create","subject":#},\
                        {"id":#,"at":"#","person":#,"email":"Owner@Parallax.example","action":"sign_in","subject":#},\
                        {"id":#,"at":"#","action":"sign_in.refused","subject":"unknown"},\
                        {"id":#,"at":"#","action":"sign_in.refused","subject":#},\
                        {"id":#,"at":"#","person":#,"email":"Owner@Parallax.example","action":"person.create","subject":#}\
                        ],"next":null}""");
        assertThat(audit).doesNotContain("nobody@", token);
        String reader =
                first(TOKEN, basic("reader@parallax.example", PASSWORD, "x").body());
        assertThat(server.get("/api/audit", reader).statusCode()).isEqualTo(403);
    }

    @Test
    void theAuditCanBeAddedToAndNotRewritten() {
        assertThatThrownBy(() -> field.useHandle(handle -> handle.execute("DELETE FROM access.audit")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> field.useHandle(handle -> handle.execute("UPDATE access.audit SET action = 'x'")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoKnowsThePasswordChangesItAndAllSessionsEnd() {
        String session = cookie(signIn(EMAIL, PASSWORD, "/"));
        String other = cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = token("script");

        assertThat(server.send(form(
                                "/account/password",
                                "_csrf=" + TestServer.csrf(session)
                                        + "&present=wrong&password=a+new+long+one&repeated=a+new+long+one",
                                session))
                        .body())
                .contains("This is not your present password.");
        assertThat(server.send(form("/account/password", password(session, "short", "short"), session))
                        .body())
                .contains("12 to 1024 characters");
        assertThat(server.send(form(
                                "/account/password", password(session, "a new long one", "a new long two"), session))
                        .body())
                .contains("The two new passwords differ");
        assertThat(me(other)).isEqualTo(200);

        HttpResponse<String> changed =
                server.send(form("/account/password", password(session, "a new long one", "a new long one"), session));

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(me(session)).isEqualTo(401);
        assertThat(me(other)).isEqualTo(401);
        assertThat(server.get("/api/tokens", token).statusCode()).isEqualTo(200);
        assertThat(signIn(EMAIL, PASSWORD, "/").statusCode()).isEqualTo(422);
        assertThat(signIn(EMAIL, "a new long one", "/").statusCode()).isEqualTo(303);
    }

    @Test
    void theAccountShowsTokensAndRevokesThem() {
        String session = cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = token("nightly <export>");

        String page = server.browse("/account", session).body();
        assertThat(page).contains("nightly &lt;export&gt;", EMAIL).doesNotContain(token);
        String revoke = first(Pattern.compile("action=\"(/account/tokens/[0-9a-f-]{36}/revoke)\""), page);
        assertThat(server.send(form(revoke, "_csrf=" + TestServer.csrf(session), session))
                        .statusCode())
                .isEqualTo(303);

        assertThat(server.get("/api/tokens", token).statusCode()).isEqualTo(401);
    }

    @Test
    void anOwnerWhoLostThePasswordGetsAnotherAndEverythingOlderEnds() {
        String session = cookie(signIn(EMAIL, PASSWORD, "/"));
        String token = token("script");

        assertThat(access.service().resetOwner(EMAIL, PASSWORD)).isFalse();
        assertThat(me(session)).isEqualTo(200);
        assertThatThrownBy(() -> access.service().resetOwner("nobody@parallax.example", "a new long one"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no owner");
        assertThat(access.service().resetOwner(EMAIL, "a new long one")).isTrue();

        assertThat(me(session)).isEqualTo(401);
        assertThat(server.get("/api/tokens", token).statusCode()).isEqualTo(401);
        assertThat(signIn(EMAIL, "a new long one", "/").statusCode()).isEqualTo(303);
        assertThat(rows("SELECT action FROM access.audit WHERE action = 'password.reset'"))
                .hasSize(1);
    }

    @Test
    void whoWasSignedOutElsewhereIsToldAndComesBack() {
        HttpResponse<String> sent = server.send(server.to("/account/password")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(TestServer.text("present=x")));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/sign-in");
        String flash = sent.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(server.send(server.to("/sign-in").header("Cookie", flash)).body())
                .contains("You were signed out, so nothing was saved.");

        HttpResponse<String> read = server.browse("/account", "gone");
        assertThat(read.headers().firstValue("Location")).contains("/sign-in?next=%2Faccount");
        assertThat(read.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(server.get("/account").headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String password(String session, String wanted, String repeated) {
        return "_csrf=" + TestServer.csrf(session) + "&present=" + encoded(PASSWORD) + "&password=" + encoded(wanted)
                + "&repeated=" + encoded(repeated);
    }

    private void addReader() {
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                INSERT INTO access.person (id, email, email_key, name, role, password_hash)
                SELECT gen_random_uuid(), 'reader@parallax.example', 'reader@parallax.example', 'Reader', 'reader', password_hash
                FROM access.person"""));
    }

    private int me(String session) {
        return server.send(server.to("/api/tokens").header("Cookie", "session=" + session))
                .statusCode();
    }

    private HttpResponse<String> signIn(String email, String password, String next) {
        return server.send(form(
                "/sign-in",
                "email=" + encoded(email) + "&password=" + encoded(password) + "&next=" + encoded(next),
                ""));
    }

    private HttpRequest.Builder form(String path, String form, String session) {
        return server.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "session=" + session)
                .POST(TestServer.text(form));
    }

    private String token(String name) {
        return first(TOKEN, basic(EMAIL, PASSWORD, name).body());
    }

    private HttpResponse<String> basic(String email, String password, String name) {
        return server.send(basicRequest(email, password).POST(TestServer.text("{\"name\":\"" + name + "\"}")));
    }

    private HttpRequest.Builder basicRequest(String email, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        return server.to("/api/tokens")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json");
    }

    private static String cookie(HttpResponse<String> answer) {
        return first(
                Pattern.compile("session=([^;]+);"),
                answer.headers().firstValue("Set-Cookie").orElseThrow());
    }

    private static String comparable(HttpResponse<String> answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> rows(String sql) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery(sql).mapToMap().list());
    }
}
