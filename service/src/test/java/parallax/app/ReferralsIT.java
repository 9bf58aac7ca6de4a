package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** "I am not the right person, ask X": X waits for a consultant, and is written to only after that. */
class ReferralsIT {

    private static final String PEOPLE = """
            audience,email,phone,name,salutation,role,language,account,account_owner,time_zone,segment.region
            customer,ann@acme.example,+49 30 1234567,Ann Okafor,Ms,Buyer,ar,Acme,Max Seller,Europe/Berlin,North
            customer,bob@x.example,,Bob,,,en,X,,,South
            customer,eve@y.example,,Eve,,,en,Y,,,South
            customer,joe@z.example,,Joe,,,en,Z,,,South
            """;

    private final ParallaxServer server = ParallaxServer.shared();
    private final ApiClient api = server.api();
    private final String engagement = api.post(
                    "/api/engagements",
                    "{\"name\": \"Referrals\", \"client\": \"Northwind\", \"languages\": [\"en\", \"ar\"]}")
            .require(201)
            .path("id")
            .asText();
    private final String wave = launched();

    @Test
    void whoeverWasNamedIsAContactOnlyOnceConfirmed() throws Exception {
        Map<String, String> links = links();
        name(links.get("ann@acme.example"), "Cy Young", "cy@acme.example");
        name(links.get("bob@x.example"), "Dot", "dot@x.example");
        name(links.get("eve@y.example"), "Ann again", "ANN@acme.example");
        name(links.get("joe@z.example"), "Nobody", "no..body@z.example");
        Map<String, JsonNode> waiting = waiting();
        assertThat(waiting)
                .containsOnlyKeys("cy@acme.example", "dot@x.example", "ANN@acme.example", "no..body@z.example");
        JsonNode cy = waiting.get("cy@acme.example");
        assertThat(names(cy)).containsExactlyInAnyOrder("id", "name", "email", "account", "named_by");
        assertThat(cy.path("account").asText()).isEqualTo("Acme");
        assertThat(contacts()).hasSize(4);
        assertThat(links()).hasSize(4);

        String confirm = "/api/waves/" + wave + "/referrals/%s/confirm";
        JsonNode confirmed = api.post(confirm.formatted(cy.path("id").asText()), "{\"invite\": true}")
                .require(201);
        assertThat(confirmed.path("invited").asBoolean()).isTrue();
        JsonNode contact = contacts().get("cy@acme.example");
        assertThat(contact.path("id")).isEqualTo(confirmed.path("contact"));
        assertThat(contact.path("name").asText()).isEqualTo("Cy Young");
        assertThat(contact.path("account").asText()).isEqualTo("Acme");
        assertThat(contact.path("account_owner").asText()).isEqualTo("Max Seller");
        assertThat(contact.path("language").asText()).isEqualTo("ar");
        assertThat(contact.path("time_zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(contact.path("segments").path("region").asText()).isEqualTo("North");
        assertThat(names(contact)).doesNotContain("phone", "salutation", "role");
        assertThat(links()).containsKey("cy@acme.example");
        assertThat(page(links().get("cy@acme.example")))
                .contains("lang=\"ar\"")
                .doesNotContain("Okafor")
                .doesNotContain("Cy Young");
        JsonNode customers = api.get("/api/waves/" + wave + "/field")
                .require(200)
                .path("items")
                .path(0);
        assertThat(customers.path("invited").asInt()).isEqualTo(5);

        JsonNode dot = waiting.get("dot@x.example");
        JsonNode later =
                api.post(confirm.formatted(dot.path("id").asText()), "{}").require(201);
        assertThat(later.path("invited").asBoolean()).isFalse();
        assertThat(contacts()).containsKey("dot@x.example");
        assertThat(links()).doesNotContainKey("dot@x.example");
        api.post(confirm.formatted(dot.path("id").asText()), "{}").require(404);

        String known = waiting.get("ANN@acme.example").path("id").asText();
        assertThat(api.post(confirm.formatted(known), "{}").require(409).toString())
                .contains("a contact of this engagement already");
        String odd = waiting.get("no..body@z.example").path("id").asText();
        assertThat(api.post(confirm.formatted(odd), "{}").require(422).toString())
                .contains("No mail goes to this address");
        assertThat(waiting()).containsOnlyKeys("ANN@acme.example", "no..body@z.example");
        assertThat(api.delete("/api/waves/" + wave + "/referrals/" + known).status())
                .isEqualTo(204);
        api.delete("/api/waves/" + wave + "/referrals/" + known).require(404);

        api.post("/api/waves/" + wave + "/close", "{}");
        assertThat(api.post(confirm.formatted(odd), "{\"invite\": true}")
                        .require(409)
                        .toString())
                .contains("nobody is invited any more");
        assertThat(waiting()).containsOnlyKeys("no..body@z.example");
        api.get("/api/waves/00000000-0000-0000-0000-000000000000/referrals").require(404);
    }

    private String launched() {
        api.post("/api/engagements/" + engagement + "/contacts", "text/csv", PEOPLE)
                .require(200);
        String id = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + id + "/launch", "{\"hold_minutes\": 0}").require(202);
        return id;
    }

    private Map<String, JsonNode> waiting() {
        Map<String, JsonNode> all = new TreeMap<>();
        api.get("/api/waves/" + wave + "/referrals")
                .require(200)
                .path("items")
                .forEach(item -> all.put(item.path("email").asText(), item));
        return all;
    }

    private Map<String, JsonNode> contacts() {
        Map<String, JsonNode> all = new TreeMap<>();
        api.get("/api/engagements/" + engagement + "/contacts")
                .require(200)
                .path("items")
                .forEach(item -> all.put(item.path("email").asText(), item));
        return all;
    }

    /** Addresses to links. While a mail is on its way its link is not shown. */
    private Map<String, String> links() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            api.get("/api/waves/" + wave + "/outbox")
                    .require(200)
                    .path("items")
                    .forEach(item -> all.put(
                            item.path("to").asText(),
                            item.path("shown").path("link").asText()));
            if (all.values().stream().noneMatch(String::isEmpty)) {
                return all;
            }
        }
        throw new AssertionError("a mail is on its way for ever: " + all.keySet());
    }

    private void name(String link, String name, String mail) throws Exception {
        String form = "name=%s&mail=%s"
                .formatted(
                        URLEncoder.encode(name, StandardCharsets.UTF_8),
                        URLEncoder.encode(mail, StandardCharsets.UTF_8));
        HttpResponse<String> named = send(HttpRequest.newBuilder(here(link + "?colleague=1"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
    }

    private String page(String link) throws Exception {
        return send(HttpRequest.newBuilder(here(link))).body();
    }

    /** A link names the address of the installation, which need not be that of this test. */
    private URI here(String link) {
        return URI.create(server.base() + link.substring(link.indexOf("/s/")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
