package parallax.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Jobs;
import parallax.study.WaveId;
import parallax.study.WaveState;
import parallax.web.TestServer;

class ResponsesOverHttpIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = ImportGround.HEADER + "customer,Acme,c1,north,demo,5,3\n";
    private static final String BAD = GOOD + "customer,Acme,c2,north,demo,5,<script>alert(1)</script>\n";

    private ImportGround ground;
    private WaveId wave;
    private TestServer server;

    @BeforeEach
    void prepare() {
        ground = new ImportGround();
        wave = ground.wave(ground.engagement("Study", "demo"), "Baseline");
        ground.study.count(ground.responses.store()::people);
        server = TestServer.start(jersey -> {
            ground.responses.register(jersey);
            ground.study.register(jersey);
        });
    }

    @AfterEach
    void close() {
        server.close();
        ground.close();
    }

    @Test
    void anImportIsCreated() throws Exception {
        HttpResponse<String> response = post("text/csv", GOOD);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(response.body()))
                .isEqualTo(JSON.readTree("{\"rows\": 1, \"respondents\": 1, \"replaced\": 0}"));
        assertThat(JSON.readTree(post("text/csv; charset=utf-8", GOOD).body())
                        .get("replaced")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void problemsNameRowColumnAndValue() throws Exception {
        HttpResponse<String> response = post("text/csv", BAD);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("detail").asText()).isEqualTo("1 problem in the file. Nothing was written.");
        assertThat(problem.get("errors")).isEqualTo(JSON.readTree("""
                                [{"row": 3, "column": "experience", "value": "<script>alert(1)</script>",
                                  "message": "must be a whole number from 1 to 5, empty for not answered, or NA for did not encounter"}]
                                """));
        assertThat(ground.study.waves().require(wave).state()).isEqualTo(WaveState.DRAFT);
    }

    @Test
    void whatIsNoCsvAndWhoIsNoConsultantIsRefused() {
        assertThat(post("application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(post("text/csv", "PK\u0003\u0004 xl/workbook.xml").statusCode())
                .isEqualTo(415);
        assertThat(post("text/csv", "").statusCode()).isEqualTo(422);
        assertThat(post("text/csv", GOOD + "customer,\"Acme,c3,north,demo,5,3\n")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.send(server.to("/api/waves/" + UUID.randomUUID() + "/responses", "consultant")
                                .header("Content-Type", "text/csv")
                                .POST(TestServer.text(GOOD)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.to(path(), "reader")
                                .header("Content-Type", "text/csv")
                                .POST(TestServer.text(GOOD)))
                        .statusCode())
                .isIn(403, 404);
        assertThat(ground.stored(wave)).isEmpty();
    }

    @Test
    void manyRowsBecomeAJobWithTheSameResult() throws Exception {
        String row = "customer,Acme,c1,north,demo,5,3\n";

        assertThat(post("text/csv", ImportGround.HEADER + row.repeat(5000)).statusCode())
                .isEqualTo(201);
        HttpResponse<String> response = post("text/csv", ImportGround.HEADER + row.repeat(5001));

        assertThat(response.statusCode()).isEqualTo(202);
        Jobs.Job done = awaitEnd(response.headers().firstValue("Location").orElseThrow());
        assertThat(JSON.readTree(Objects.requireNonNull(done.result())))
                .isEqualTo(JSON.readTree("{\"rows\": 5001, \"respondents\": 1, \"replaced\": 1}"));
        HttpResponse<String> wrong = post("text/csv", ImportGround.HEADER + row.repeat(5000) + "x\n");
        assertThat(awaitEnd(wrong.headers().firstValue("Location").orElseThrow())
                        .state())
                .isEqualTo("failed");
    }

    @Test
    void thePageShowsTheProblemsAndThenImports() {
        String form = server.browse("/waves/" + wave + "/import", "consultant").body();
        assertThat(form).contains("Import and close the wave");

        HttpResponse<String> wrong = upload(form, "answers.csv", BAD);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Nothing was imported", "1 problem in the file", "&lt;script&gt;", "whole number from 1 to 5")
                .doesNotContain("<script>alert");
        assertThat(upload(form, "", "").body()).contains("Choose the CSV file with the answers");

        HttpResponse<String> good = upload(form, "answers.csv", GOOD);
        assertThat(good.statusCode()).isEqualTo(303);
        assertThat(good.headers().firstValue("Location")).contains("/waves/" + wave);
        assertThat(ground.stored(wave)).hasSize(1);
    }

    @Test
    void replacingAnswersOnThePageAsksFirst() {
        post("text/csv", GOOD);
        String form = server.browse("/waves/" + wave + "/import", "consultant").body();
        assertThat(form).contains("name=\"replace\"", "Replace the answers");

        HttpResponse<String> unasked = upload(form, "answers.csv", GOOD.replace("c1", "c2"));
        assertThat(unasked.statusCode()).isEqualTo(422);
        assertThat(unasked.body()).contains("Tick that the new file replaces all answers");
        assertThat(ground.responses.store().count(wave)).isEqualTo(1);

        assertThat(upload(
                                form,
                                "answers.csv",
                                GOOD
                                        + GOOD.replace("c1", "c2")
                                                .lines()
                                                .skip(1)
                                                .findFirst()
                                                .orElseThrow(),
                                "true")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ground.responses.store().count(wave)).isEqualTo(2);
    }

    @Test
    void aTeamIsNotSmallerThanThoseWhoAnswered() throws Exception {
        post("text/csv", GOOD + "sales,,s1,,demo,5,3\nsales,,s2,,demo,5,3\n");

        HttpResponse<String> refused = frame("{\"sales\": {\"people\": 1}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get("errors")).isEqualTo(JSON.readTree("""
                [{"pointer": "/sales/people", "value": "1",
                  "message": "2 people of this audience have answered; use 2 or more."}]
                """));
        assertThat(frame("{\"sales\": {\"people\": 2}}").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatContradictsTheFrameIsRefused() throws Exception {
        assertThat(frame("{\"sales\": {\"I\": 1, \"NC\": 8}}").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = post("text/csv", GOOD + "sales,,s1,,demo,5,3\nsales,,s2,,demo,5,3\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode error = JSON.readTree(refused.body()).at("/errors/0");
        assertThat(error.path("column").asText()).isEqualTo("audience");
        assertThat(error.path("value").asText()).isEqualTo("sales");
        assertThat(error.path("message").asText())
                .contains("answers of 2 people", "frame 1 at most", "PUT /api/waves/{id}/frame");
        assertThat(ground.stored(WaveId.fromString(wave.toString()))).isEmpty();
        assertThat(frame("{\"sales\": {\"I\": 2, \"NC\": 7}}").statusCode()).isEqualTo(200);
        assertThat(post("text/csv", GOOD + "sales,,s1,,demo,5,3\nsales,,s2,,demo,5,3\n")
                        .statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> frame(String json) {
        return server.send(server.to("/api/waves/" + wave + "/frame", "consultant")
                .header("Content-Type", "application/json")
                .PUT(TestServer.text(json)));
    }

    private Jobs.Job awaitEnd(String location) {
        assertThat(location).startsWith("/api/jobs/");
        UUID id = UUID.fromString(location.substring("/api/jobs/".length()));
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            Jobs.Job job = ground.jobs.find(id, TestServer.CONSULTANT.id()).orElseThrow();
            if (job.state().equals("done") || job.state().equals("failed")) {
                return job;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the job did not end");
    }

    private String path() {
        return "/api/waves/" + wave + "/responses";
    }

    private HttpResponse<String> post(String type, String text) {
        return server.send(
                server.to(path(), "consultant").header("Content-Type", type).POST(TestServer.text(text)));
    }

    private HttpResponse<String> upload(String form, String fileName, String content) {
        return upload(form, fileName, content, "");
    }

    private HttpResponse<String> upload(String form, String fileName, String content, String replace) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        String body = "--xyz\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\n" + replace
                + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--xyz--\r\n";
        return server.send(server.to("/waves/" + wave + "/import")
                .header("Cookie", "session=consultant")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(TestServer.text(body)));
    }
}
