package parallax.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.intake.IntakeGround;
import parallax.study.Engagement;
import parallax.web.TestServer;

class ContactsOverHttpIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "audience,email,name,account\n"
            + "customer,ann@acme.com,\"<script>alert(1)</script>\",Acme\n"
            + "customer,bob@acme,${7*7},Acme\n";

    private IntakeGround ground;
    private ContactEditing editing;
    private Engagement engagement;
    private TestServer server;

    @BeforeEach
    void prepare() {
        ground = new IntakeGround();
        editing = new ContactEditing(
                ground.databases.field(), ground.study.engagements(), ground.audit, UUID::randomUUID);
        engagement = ground.engagement("Lighting", "Northwind");
        server = TestServer.start(ground::register);
    }

    @AfterEach
    void close() {
        server.close();
        ground.close();
    }

    @Test
    void importTellsItsCountsAndProblems() throws Exception {
        HttpResponse<String> response = postCsv("", FILE);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode report = JSON.readTree(response.body());
        assertThat(report.get("import_id").asText()).hasSize(36);
        ((com.fasterxml.jackson.databind.node.ObjectNode) report).remove("import_id");
        assertThat(report).isEqualTo(JSON.readTree("""
                                {"ready": 1, "updated": 0, "duplicates": 0, "rejected": 1, "problems": [
                                  {"row": 3, "column": "email", "value": "bob@acme",
                                   "message": "after the @ there is no ending such as .com"}]}
                                """));
    }

    @Test
    void aDryRunHasNoImportAndWritesNothing() throws Exception {
        JsonNode report = JSON.readTree(postCsv("?dry_run=true", FILE).body());

        assertThat(report.get("ready").asInt()).isEqualTo(1);
        assertThat(report.has("import_id")).isFalse();
        assertThat(all(engagement)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        assertThat(postCsv("", "audience,email\nsales,\"ann@x.com\nsales,b@x.com\n")
                        .statusCode())
                .isEqualTo(400);
        assertThat(postCsv("", "PK\u0003\u0004 [Content_Types].xml").statusCode())
                .isEqualTo(400);
        assertThat(postCsv("", "%PDF-1.7").statusCode()).isEqualTo(415);
        assertThat(postCsv("", "").statusCode()).isEqualTo(422);
        assertThat(server.post(contacts(), "consultant", "{}").statusCode()).isEqualTo(415);
        assertThat(server.send(server.to(contacts().replace(engagement.id().toString(), "nonsense"), "consultant")
                                .header("Content-Type", "text/csv")
                                .POST(TestServer.text(FILE)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.to(contacts(), "reader")
                                .header("Content-Type", "text/csv")
                                .POST(TestServer.text(FILE)))
                        .statusCode())
                .isIn(403, 404);
        assertThat(all(engagement)).isEmpty();
    }

    @Test
    void aListIsReadSliceBySlice() throws Exception {
        StringBuilder rows = new StringBuilder("audience,email,name\n");
        for (int i = 0; i < 7; i++) {
            rows.append("sales,p").append(i).append("@x.com,Same\n");
        }
        ground.importText(engagement, rows.toString());

        java.util.Set<String> seen = new java.util.HashSet<>();
        String after = "";
        int slices = 0;
        while (after != null) {
            JsonNode slice = JSON.readTree(
                    server.get(contacts() + "?limit=3" + after, "consultant").body());
            slice.get("items").forEach(item -> seen.add(item.get("email").asText()));
            assertThat(slice.has("next")).isTrue();
            after = slice.get("next").isNull()
                    ? null
                    : "&after=" + slice.get("next").asText();
            slices++;
        }

        assertThat(seen).hasSize(7);
        assertThat(slices).isEqualTo(3);
        assertThat(server.get(contacts() + "?after=nonsense", "consultant").statusCode())
                .isEqualTo(422);
        assertThat(server.get(contacts() + "?limit=0", "consultant").statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneContactIsChangedAndRemoved() throws Exception {
        ground.importText(
                engagement,
                "audience,email,name,account,segment.a\ncustomer,ann@acme.com,Ann,Acme,x\nsales,s@x.com,S,,\n");
        String path = "/api/contacts/" + all(engagement).get(0).id();

        HttpResponse<String> changed =
                patch(path, "\"1\"", "{\"name\": null, \"segments\": {\"b\": \"y\", \"a\": null}}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        JsonNode body = JSON.readTree(changed.body());
        assertThat(body.has("name")).isFalse();
        assertThat(body.get("account").asText()).isEqualTo("Acme");
        assertThat(body.get("segments")).isEqualTo(JSON.readTree("{\"b\": \"y\"}"));

        assertThat(patch(path, "\"1\"", "{\"name\": \"x\"}").statusCode()).isEqualTo(412);
        assertThat(patch(path, "*", "{\"email\": \"s@x.com\"}").statusCode()).isEqualTo(409);
        assertThat(patch(path, "*", "{\"shoe\": \"42\", \"name\": 7}").body()).contains("/shoe", "/name");
        assertThat(patch(path, "*", "{\"account\": null}").statusCode()).isEqualTo(422);
        assertThat(patch(path, "*", "{\"name\": \"a\\u0000b\"}").statusCode()).isIn(400, 422);
        assertThat(patch(path, "*", "{\"name\": \"\\ud800\"}").statusCode()).isIn(400, 422);
        assertThat(patch(path, "*", "[]").statusCode()).isEqualTo(400);
        assertThat(server.send(server.to(path, "consultant").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.to(path, "consultant").DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(all(engagement)).hasSize(1);
    }

    @Test
    void manyRowsBecomeAJob() throws Exception {
        StringBuilder rows = new StringBuilder("audience,email\n");
        for (int i = 0; i < 5001; i++) {
            rows.append("sales,p").append(i).append("@x.com\n");
        }

        HttpResponse<String> response = postCsv("", rows.toString());

        assertThat(response.statusCode()).isEqualTo(202);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/api/jobs/");
        java.util.UUID job = java.util.UUID.fromString(location.substring("/api/jobs/".length()));
        parallax.database.Jobs.Job done = awaitEnd(job);
        assertThat(done.state()).isEqualTo("done");
        assertThat(JSON.readTree(done.result()).get("ready").asInt()).isEqualTo(5001);
    }

    @Test
    void removingAsksFirstAndAnImportIsUndoneOnlyThroughItsOwnEngagement() {
        java.util.UUID id =
                java.util.Objects.requireNonNull(ground.importText(engagement, "audience,email\nsales,ann@x.com\n")
                        .importId());
        Engagement other = ground.engagement("Other", "Contoso");
        String contacts = "/engagements/" + engagement.id() + "/contacts/";

        assertThat(server.browse(contacts + all(engagement).get(0).id() + "/remove", "consultant")
                        .body())
                .contains("ann@x.com", "Remove for good");
        assertThat(server.browse("/engagements/" + other.id() + "/contacts/imports/" + id, "consultant")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.submit("/engagements/" + other.id() + "/contacts/imports/" + id + "/undo", "consultant", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(all(engagement)).hasSize(1);
        assertThat(server.submit(contacts + "imports/" + id + "/undo", "consultant", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(all(engagement)).isEmpty();
    }

    @Test
    void whoeverHasAPhoneNumberOnlyAndAskedToBeDeletedStaysOut() {
        String file = "audience,phone,account\ncustomer,+49 (30) 1234567,Acme\n";
        ground.importText(engagement, file);
        String ann = "/engagements/" + engagement.id() + "/contacts/"
                + all(engagement).get(0).id();

        assertThat(server.submit(ann + "/remove", "consultant", "asked=true").statusCode())
                .isEqualTo(303);

        assertThat(ground.importText(engagement, file).stopped()).isEqualTo(1);
        assertThat(all(engagement)).isEmpty();
    }

    @Test
    void theNameOfAFileIsNeverUsedAndWhatCannotBeTakenLeavesNoFileBehind() throws Exception {
        Set<Path> before = files();
        for (String name : List.of("../../etc/cron.d/x", "a\0.csv", "a\\\"\r\nSet-Cookie: x=1")) {
            HttpResponse<String> answer = upload(filePart(name, FILE) + "--line--\r\n");
            assertThat(answer.statusCode()).as(name).isBetween(303, 499);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(place ->
                            assertThat(place).matches(".*/engagements/[0-9a-f-]{36}/contacts/import/[0-9a-f-]{36}"));
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append(filePart("a" + i + ".csv", "audience,email\n"));
        }
        assertThat(upload(many + "--line--\r\n").statusCode()).isBetween(400, 499);
        assertThat(upload(filePart("a.csv", FILE)).statusCode()).isBetween(400, 499);
        assertThat(files()).isEqualTo(before);
        assertThat(all(engagement)).isEmpty();
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ground.keyFolder)) {
            return files.collect(Collectors.toSet());
        }
    }

    private HttpResponse<String> upload(String parts) {
        return server.send(server.to("/engagements/" + engagement.id() + "/contacts/import")
                .header("Cookie", "session=consultant")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(TestServer.text("--line\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + TestServer.csrf("consultant")
                        + "\r\n"
                        + parts)));
    }

    private static String filePart(String name, String content) {
        return "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    @Test
    void aContactIsRemovedOnlyThroughItsOwnEngagement() {
        ground.importText(engagement, "audience,email\nsales,ann@x.com\n");
        Engagement other = ground.engagement("Other", "Contoso");
        String remove = "/contacts/" + all(engagement).get(0).id() + "/remove";

        assertThat(server.submit("/engagements/" + other.id() + remove, "consultant", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(all(engagement)).hasSize(1);
        assertThat(server.submit("/engagements/" + engagement.id() + remove, "consultant", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(all(engagement)).isEmpty();
    }

    private parallax.database.Jobs.Job awaitEnd(java.util.UUID job) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            parallax.database.Jobs.Job found =
                    ground.jobs.find(job, TestServer.CONSULTANT.id()).orElseThrow();
            if (found.state().equals("done") || found.state().equals("failed")) {
                return found;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the job did not end");
    }

    private List<ContactView> all(Engagement of) {
        return editing.list(of.id(), 200, null).items();
    }

    private String contacts() {
        return "/api/engagements/" + engagement.id() + "/contacts";
    }

    private HttpResponse<String> postCsv(String query, String text) {
        return server.send(server.to(contacts() + query, "consultant")
                .header("Content-Type", "text/csv")
                .POST(TestServer.text(text)));
    }

    private HttpResponse<String> patch(String path, String ifMatch, String json) {
        return server.send(server.to(path, "consultant")
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", TestServer.text(json)));
    }
}
