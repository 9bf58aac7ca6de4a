package parallax.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.study.Engagement;
import parallax.web.TestServer;

class ContactsOverHttpIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "audience,email,name,account\n"
            + "customer,ann@acme.com,\"<script>alert(1)</script>\",Acme\n"
            + "customer,bob@acme,${7*7},Acme\n";

    private ContactGround ground;
    private Engagement engagement;
    private TestServer server;

    @BeforeEach
    void prepare() {
        ground = new ContactGround();
        engagement = ground.engagement("Lighting", "Northwind");
        server = TestServer.start(ground.feature::register);
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
        assertThat(ground.all(engagement)).isEmpty();
    }

    @Test
    void anUploadIsReadWhateverItsFileIsCalled() {
        HttpResponse<String> response = server.send(server.to(contacts(), "consultant")
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(TestServer.text(part("file", "../../etc/cron.d/x", FILE) + "--xyz--\r\n")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ground.all(engagement)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        assertThat(postCsv("", "audience,email\nsales,\"ann@x.com\nsales,b@x.com\n")
                        .statusCode())
                .isEqualTo(400);
        assertThat(postCsv("", "PK\u0003\u0004 [Content_Types].xml").statusCode())
                .isEqualTo(415);
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
        assertThat(ground.all(engagement)).isEmpty();
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
        String path = "/api/contacts/" + ground.all(engagement).get(0).id();

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
        assertThat(ground.all(engagement)).hasSize(1);
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
    void thePageChecksAFileThenImportsIt() {
        HttpResponse<String> checked = upload("check", part("file", "people.csv", FILE));

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains(
                        "1 contact can be imported",
                        "Import 1 contact",
                        "bob@acme",
                        "there is no ending such as .com",
                        "data:text/csv")
                .doesNotContain("<script>alert");
        assertThat(checked.body()).contains("UTF-8, cells separated by comma", "<td data-label=\"email\"");
        assertThat(ground.all(engagement)).isEmpty();

        Matcher content = Pattern.compile("name=\"content\" value=\"([^\"]+)\"").matcher(checked.body());
        assertThat(content.find()).isTrue();
        HttpResponse<String> imported =
                upload("import", field("content", content.group(1).replace("&#61;", "=")));

        assertThat(imported.statusCode()).isEqualTo(303);
        String report = imported.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 2; i++) {
            assertThat(server.browse(report, "consultant").body())
                    .contains("1 contact imported", "Undo this import", "bob@acme", "data:text/csv");
        }
        assertThat(ground.all(engagement)).extracting(ContactView::name).containsExactly("<script>alert(1)</script>");
        String list = server.browse("/engagements/" + engagement.id() + "/contacts", "consultant")
                .body();
        String path = report.substring(report.indexOf("/engagements/"));
        assertThat(list)
                .contains(path, "Report and undo")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "ann@acme.com", "Acme")
                .doesNotContain("<script>alert");
    }

    @Test
    void aFileThatCannotBeUsedBringsTheFormBackWithTheReason() {
        HttpResponse<String> broken = upload("check", part("file", "people.csv", "audience,email\nsales,\"x\n"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("never closed", "Check the file");

        HttpResponse<String> none = upload("check", part("file", "", ""));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose the CSV file with the contacts");

        assertThat(upload("import", field("content", "!!")).statusCode()).isEqualTo(400);
    }

    @Test
    void whoComesBackToAnImportIsLedToTheContacts() {
        for (String step : new String[] {"check", "import"}) {
            HttpResponse<String> back =
                    server.browse("/engagements/" + engagement.id() + "/contacts/" + step, "consultant");
            assertThat(back.statusCode()).isEqualTo(303);
            assertThat(back.headers().firstValue("Location").orElseThrow())
                    .endsWith("/engagements/" + engagement.id() + "/contacts");
        }
    }

    @Test
    void removingAsksFirstAndAnImportIsUndoneOnlyThroughItsOwnEngagement() {
        java.util.UUID id =
                java.util.Objects.requireNonNull(ground.importText(engagement, "audience,email\nsales,ann@x.com\n")
                        .report()
                        .importId());
        Engagement other = ground.engagement("Other", "Contoso");
        String contacts = "/engagements/" + engagement.id() + "/contacts/";

        assertThat(server.browse(contacts + ground.all(engagement).get(0).id() + "/remove", "consultant")
                        .body())
                .contains("ann@x.com", "Remove for good");
        assertThat(server.browse("/engagements/" + other.id() + "/contacts/imports/" + id, "consultant")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.submit("/engagements/" + other.id() + "/contacts/imports/" + id + "/undo", "consultant", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ground.all(engagement)).hasSize(1);
        assertThat(server.submit(contacts + "imports/" + id + "/undo", "consultant", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ground.all(engagement)).isEmpty();
    }

    @Test
    void aContactIsRemovedOnlyThroughItsOwnEngagement() {
        ground.importText(engagement, "audience,email\nsales,ann@x.com\n");
        Engagement other = ground.engagement("Other", "Contoso");
        String remove = "/contacts/" + ground.all(engagement).get(0).id() + "/remove";

        assertThat(server.submit("/engagements/" + other.id() + remove, "consultant", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ground.all(engagement)).hasSize(1);
        assertThat(server.submit("/engagements/" + engagement.id() + remove, "consultant", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ground.all(engagement)).isEmpty();
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

    private HttpResponse<String> upload(String action, String part) {
        String page = server.browse("/engagements/" + engagement.id() + "/contacts", "consultant")
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        HttpRequest.Builder request = server.to("/engagements/" + engagement.id() + "/contacts/" + action)
                .header("Cookie", "session=consultant")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(TestServer.text(field("_csrf", token.group(1)) + part + "--xyz--\r\n"));
        return server.send(request);
    }

    private static String field(String name, String value) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String part(String name, String fileName, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }
}
