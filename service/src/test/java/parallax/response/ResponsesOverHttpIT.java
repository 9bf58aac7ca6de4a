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
        server = TestServer.start(ground.responses::register);
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
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        String body = "--xyz\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--xyz--\r\n";
        return server.send(server.to("/waves/" + wave + "/import")
                .header("Cookie", "session=consultant")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(TestServer.text(body)));
    }
}
