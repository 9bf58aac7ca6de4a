package parallax.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.finding.FindingFeature;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.results.ResultsFeature;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.web.TestServer;

/** The bank's statements from stored answers to the API and the page. */
class DiagnosticIT {

    private final Databases databases = TestDatabase.shared();
    private final ResponseStore responses = new ResponseStore(databases.report());
    private StudyFixture study;
    private Wave wave;
    private TestServer server;

    @BeforeEach
    void start() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        FindingFeature findings = new FindingFeature(
                study.feature().engagements(), study.feature().waves(), responses);
        DiagnosticFeature diagnostics = new DiagnosticFeature(findings.findings(), study.feature(), responses);
        server = TestServer.start(jersey -> {
            diagnostics.register(jersey);
            new ResultsFeature(findings.findings(), diagnostics.diagnostics()).register(jersey);
        });
        Engagement engagement = study.engagement();
        study.feature()
                .questionnaires()
                .change(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        version -> {},
                        "With statements",
                        model -> new Questionnaire(
                                model.languages(),
                                model.scalePoints(),
                                model.touchpoints(),
                                study.feature()
                                        .bank()
                                        .inLanguages(
                                                study.feature().bank().instruments().stream()
                                                        .flatMap(instrument -> instrument.pages().stream())
                                                        .toList(),
                                                model.languages()),
                                Map.of()));
        wave = study.feature()
                .waves()
                .create(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        CreateWave.named(
                                "Baseline", EnumSet.of(Audience.SALES, Audience.MARKETING, Audience.LEADERSHIP)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void storedAnswersAreToldByAudienceAndNothingOfTooFew() throws Exception {
        assertThat(get("consultant").statusCode()).isEqualTo(409);
        answer();
        assertThat(get("reader").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/waves/" + UUID.randomUUID() + "/diagnostic", "consultant")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> told = get("consultant");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        JsonNode diagnostic = new ObjectMapper().readTree(told.body());
        assertThat(diagnostic.path("minimum").asInt()).isEqualTo(5);
        assertThat(sections(diagnostic))
                .hasSize(40)
                .contains("seven_signs sign_targets", "common_mistakes mistake_goals", "remedies remedy_segments")
                .contains("other leads_agreed")
                .noneMatch(item -> item.contains("message_promise") || item.contains("stay"));
        JsonNode targets = item(diagnostic, "sign_targets");
        assertThat(targets.path("text").asText()).isEqualTo("Sales targets are often missed.");
        assertThat(targets.path("views").path(0).path("value").asDouble()).isEqualTo(4.5);
        assertThat(targets.path("views").path(2).path("suppressed").asBoolean()).isTrue();
        assertThat(targets.path("views").path(2).has("value")).isFalse();
        assertThat(targets.path("gaps").path(0).path("verdict").asText()).isEqualTo("clear_above");
        assertThat(targets.path("gaps").path(0).path("value").asDouble()).isEqualTo(2.5);
        // nobody said anything to it
        assertThat(item(diagnostic, "sign_crm")
                        .path("views")
                        .path(0)
                        .path("suppressed")
                        .asBoolean())
                .isTrue();

        String page =
                server.get("/waves/" + wave.id() + "/results", "consultant").body();
        assertThat(page)
                .contains("How do Sales, Marketing and leadership see their work together?")
                .contains("Sales targets are often missed.")
                .contains("+2.5 ▲ Sales agrees more");
    }

    private HttpResponse<String> get(String session) {
        return server.get("/api/waves/" + wave.id() + "/diagnostic", session);
    }

    private static List<String> sections(JsonNode diagnostic) {
        List<String> sections = new ArrayList<>();
        diagnostic
                .path("items")
                .forEach(item -> sections.add(
                        item.path("section").asText() + " " + item.path("item").asText()));
        return sections;
    }

    private static JsonNode item(JsonNode diagnostic, String key) {
        for (JsonNode item : diagnostic.path("items")) {
            if (item.path("item").asText().equals(key)) {
                return item;
            }
        }
        throw new AssertionError("no item " + key);
    }

    /** Six of Sales and Marketing each, four leaders. */
    private void answer() {
        List<Response> all = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            all.add(person(Audience.SALES, 4 + person % 2));
            all.add(person(Audience.MARKETING, 1 + 2 * (person % 2)));
        }
        for (int person = 0; person < 4; person++) {
            all.add(person(Audience.LEADERSHIP, 3));
        }
        databases.count().useTransaction(handle -> {
            responses.insert(handle, wave.id(), all);
            study.feature().waves().closeImported(handle, wave.id(), List.of());
        });
    }

    private Response person(Audience audience, int targets) {
        Questionnaire questionnaire = study.feature().questionnaires().current(wave.engagementId());
        int touchpoints = questionnaire.touchpoints().size();
        byte[] ratings = new byte[touchpoints];
        Arrays.fill(ratings, (byte) (audience.ratesTouchpoints() ? 3 : 0));
        Map<String, Integer> said = new TreeMap<>(Map.of("sign_targets", targets));
        if (!audience.ratesTouchpoints()) {
            questionnaire.items().stream()
                    .filter(item -> item.key().matches("(sign|mistake|remedy)_.*"))
                    .forEach(item -> said.put(item.key(), 3));
        }
        return new Response(
                UUID.randomUUID(),
                audience,
                null,
                null,
                new byte[0],
                ratings,
                ratings,
                new byte[Response.NUMBERS],
                StatementsFixture.items(questionnaire, said));
    }
}
