package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(jersey -> jersey.register(new Probe()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRefusalIsToldWholeWithItsRows() {
        assertProblem(server.get("/api/fails?how=refused"), 409, """
                {"type":"/problems/conflict","title":"That does not fit the present state","status":409,\
                "detail":"The wave is closed. Answers can no longer be imported.",\
                "errors":[{"row":17,"column":"experience","value":"9","message":"It must be between 1 and 5."}]}""");
    }

    @Test
    void anAddressThatNobodyServesIsNotFound() {
        assertProblem(server.get("/api/nowhere", "owner"), 404, """
                {"type":"/problems/not-found","title":"Not found","status":404,\
                "detail":"There is nothing at this address, or it is not yours to see."}""");
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        HttpResponse<String> answer = server.send(server.to("/api/studies/17;drop", "owner")
                .header("Content-Type", "application/json")
                .PUT(TestServer.text("{}")));

        assertProblem(answer, 404, """
                {"type":"/problems/not-found","title":"Not found","status":404,\
                "detail":"There is nothing at this address, or it is not yours to see."}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRACE", "PROPFIND"})
    void aMethodThatIsNotServedIsNamedSo(String method) {
        HttpResponse<String> answer = server.send(
                server.to("/api/studies", "owner").method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).doesNotContain("at parallax.", "Exception");
    }

    @Test
    void theAllowedMethodsAreTold() {
        HttpResponse<String> answer =
                server.send(server.to("/api/studies", "owner").DELETE());

        assertProblem(answer, 405, """
                {"type":"/problems/method-not-allowed","title":"Not possible here","status":405,\
                "detail":"This address does not serve that method; the Allow header says which it does."}""");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @Test
    void aFormatThatIsNotServedIsNotAcceptable() {
        assertProblem(server.send(server.to("/api/studies", "owner").header("Accept", "image/png")), 406, """
                {"type":"/problems/not-acceptable","title":"Not available in that format","status":406,\
                "detail":"This address does not serve the format asked for in the Accept header."}""");
    }

    @Test
    void aContentTypeThatIsNotReadIsRefused() {
        HttpResponse<String> answer = server.send(server.to("/api/studies", "owner")
                .header("Content-Type", "text/plain")
                .POST(TestServer.text("{\"name\":\"x\"}")));

        assertProblem(answer, 415, """
                {"type":"/problems/unsupported-type","title":"That kind of content is not read here","status":415,\
                "detail":"This address does not read the Content-Type that was sent."}""");
    }

    @Test
    void brokenJsonIsUnparsableAtItsPlace() {
        HttpResponse<String> answer = server.post("/api/studies", "owner", "{\"name\": \"x\",,}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("""
                        {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
                        "detail":"The JSON cannot be read at line 1, column 14: it is no JSON there. Check the quotes,""").doesNotContain("com.fasterxml", "Source:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":\"x\"} {}", "{\"name\":\"x\",\"name\":\"y\"}", "{\"name\":", "nonsense", "\u0000"})
    void jsonThatIsNotOneDocumentIsUnparsable(String body) {
        assertThat(server.post("/api/studies", "owner", body).statusCode()).isEqualTo(400);
    }

    @Test
    void jsonNestedWithoutEndIsUnparsable() {
        HttpResponse<String> answer = server.post("/api/studies", "owner", "{\"items\":" + "[".repeat(100_000));

        assertThat(answer.statusCode()).isIn(400, 422);
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedQuickly() {
        String body = "{\"closes_in\":" + "9".repeat(900_000) + "}";

        assertThat(server.post("/api/studies", "owner", body).statusCode()).isIn(400, 422);
    }

    @Test
    void anEmptyBodyIsUnparsable() {
        assertProblem(server.post("/api/studies", "owner", ""), 400, """
                {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
                "detail":"The body is empty. Send JSON."}""");
    }

    @Test
    void aNullBodyIsRefused() {
        assertProblem(server.post("/api/studies", "owner", "null"), 422, """
                {"type":"/problems/invalid","title":"Please correct the input","status":422,\
                "detail":"The body is null. Send what the documentation names."}""");
    }

    @Test
    void anUnknownPropertyIsNamed() {
        assertInvalid("{\"name\":\"x\",\"client_id\":7}", """
                {"pointer":"/client_id","message":"Unknown property. Known here: closes_in, items, name, team."}""");
    }

    @Test
    void aValueOfTheWrongKindIsNamedWithItsValue() {
        assertInvalid("{\"name\":\"x\",\"closes_in\":\"soon\"}", """
                {"pointer":"/closes_in","value":"soon","message":"Expected a whole number."}""");
    }

    @Test
    void aNumberInQuotesIsNoNumber() {
        assertInvalid("{\"name\":\"x\",\"items\":[{\"item_name\":\"a\",\"rating\":{\"value\":\"5\"}}]}", """
                {"pointer":"/items/0/rating/value","value":"5","message":"Expected a whole number."}""");
    }

    @Test
    void aFractionIsNotCutToAWholeNumber() {
        HttpResponse<String> answer = server.post("/api/studies", "owner", "{\"name\":\"x\",\"closes_in\":1.5}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"/closes_in\"");
    }

    @Test
    void anUnknownChoiceIsToldTheKnownOnes() {
        assertInvalid("{\"name\":\"x\",\"team\":\"finance\"}", """
                {"pointer":"/team","value":"finance","message":"Expected one of sales, marketing."}""");
    }

    @Test
    void aRecordThatRefusesItsValuesSaysSoAtItsPlace() {
        assertInvalid("{\"name\":\"x\",\"items\":[{\"item_name\":\"a\",\"rating\":{\"value\":9}}]}", """
                {"pointer":"/items/0/rating","message":"rating must be between 1 and 5, was 9"}""");
    }

    @Test
    void everyViolationIsToldWithItsPlace() {
        assertInvalid("{\"items\":[{\"item_name\":\"much too long\",\"rating\":{\"value\":1}}]}", """
                {"pointer":"/items/0/item_name","value":"much too long","message":"It size must be between 1 and 10."},\
                {"pointer":"/name","message":"It must not be null."}""");
    }

    @Test
    void textThatNoDatabaseHoldsIsRefused() {
        assertInvalid("{\"name\":\"a\\u0000b\"}", """
                {"pointer":"/name","value":"a\uFFFDb","message":"The text holds a character that cannot be stored (U+0000 or half a surrogate pair)."}""");
        assertInvalid("{\"name\":\"a\\ud800b\"}", """
                {"pointer":"/name","value":"a\uFFFDb","message":"The text holds a character that cannot be stored (U+0000 or half a surrogate pair)."}""");
    }

    @Test
    void aQueryParameterOfTheWrongKindIsNamed() {
        assertProblem(server.get("/api/studies?limit=many", "owner"), 422, """
                {"type":"/problems/invalid","title":"Please correct the input","status":422,\
                "detail":"The input can be read, but some of it is wrong.",\
                "errors":[{"parameter":"limit","message":"The query parameter is not of the expected form."}]}""");
    }

    @Test
    void aQueryParameterThatIsNotKnownIsNamedWithThoseThatAre() {
        assertProblem(server.get("/api/studies?limt=3", "owner"), 422, """
                {"type":"/problems/invalid","title":"Please correct the input","status":422,\
                "detail":"The input can be read, but some of it is wrong.",\
                "errors":[{"parameter":"limt","value":"3","message":"There is no such query parameter here. Use after, limit."}]}""");
    }

    @Test
    void anAddressThatTheServerRefusesIsAProblemToo() {
        assertProblem(server.get("/api/nowhere/x%2Fy", "owner"), 400, """
                {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
                "detail":"What was sent cannot be read. Check its form and send it again."}""");
    }

    @Test
    void anAddressThatCannotBeDecodedIsAProblem() {
        assertProblem(server.get("/api/studies/%00"), 400, """
                {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
                "detail":"What was sent cannot be read. Check its form and send it again."}""");
    }

    @Test
    void anAddressThatTheServerRefusesIsAPageToo() {
        HttpResponse<String> answer = server.get("/s/x%2Fy");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("The request cannot be read", "Go to the start page");
    }

    @Test
    void aQueryParameterThatStandsTwiceIsRefused() {
        HttpResponse<String> answer = server.get("/api/studies?limit=1&limit=2", "owner");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"parameter\":\"limit\",\"value\":\"1, 2\",\"message\":\"Send this parameter once.\"");
    }

    @Test
    void anAddressWithANullCharacterIsRefused() {
        assertThat(server.get("/api/nowhere/a%00b", "owner").statusCode()).isIn(400, 404);
        assertThat(server.get("/api/studies?after=%00", "owner").statusCode()).isEqualTo(400);
    }

    @Test
    void aDatabaseWithoutAFreeConnectionAsksToComeBack() {
        HttpResponse<String> answer = server.get("/api/fails?how=pool");

        assertProblem(answer, 503, """
                {"type":"/problems/unavailable","title":"Not available for a moment","status":503,\
                "detail":"The service is busy. Try again in a few seconds."}""");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void whoeverAsksTooOftenIsToldHowLongToWait() {
        HttpResponse<String> answer = server.get("/api/fails?how=later");

        assertProblem(answer, 429, """
                {"type":"/problems/too-many-requests","title":"Too many requests","status":429,"detail":"Wait."}""");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void anErrorOnOurSideTellsNothingOfOurInside() {
        HttpResponse<String> answer = server.get("/api/fails?how=bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body().replaceAll("Incident [0-9a-f]{8}", "Incident #"))
                .isEqualTo("""
                {"type":"/problems/internal","title":"Something went wrong on our side","status":500,\
                "detail":"Try again; if it happens again, tell the operator. Incident #."}""");
    }

    @Test
    void aTemplateThatFailsShowsNothingOfItself() {
        HttpResponse<String> answer = server.get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<h1>Something went wrong on our side</h1>")
                .doesNotContain("FTL", "nobodyGaveThis", "freemarker", "<p></p>");
    }

    @Test
    void aBrowserGetsTheSameProblemAsAPage() {
        HttpResponse<String> answer = server.browse("/nowhere", "owner");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.body())
                .contains("<h1>Not found</h1>", "it is not yours to see", "<a class=\"button\" href=\"/\">");
    }

    @Test
    void theTypeOfAProblemLeadsToAPageAboutIt() {
        assertThat(server.get("/problems/conflict").body()).contains("That does not fit the present state");
        assertThat(server.get("/problems/made-up").statusCode()).isEqualTo(404);
    }

    private static void assertInvalid(String body, String errors) {
        assertProblem(server.post("/api/studies", "owner", body), 422, """
                {"type":"/problems/invalid","title":"Please correct the input","status":422,\
                "detail":"The input can be read, but some of it is wrong. Nothing was saved.",\
                "errors":[%s]}""".formatted(errors));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String json) {
        assertThat(answer.body()).isEqualTo(json);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
