package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.study.StudyService.Answer;

class QuestionnaireApiIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A touchpoint with everything, and items of several kinds with logic and own texts. */
    private static final String MODEL = """
            {"languages": ["en", "de"], "scale_points": 7, "touchpoints": [
              {"key": "demo", "labels": {"de": "Vorführung", "en": "Demo"}, "owner": "sales", "phase": "decide",
               "hints": {}, "phrases": {"de": "der Vorführung"}, "subjects": {"de": "die Vorführung"},
               "rewordings": [{"audience": "sales", "measure": "experience", "language": "en",
                 "text": "How do you think customers find our demo?"}]}],
             "pages": [
              {"key": "about", "titles": {"de": "Mehr", "en": "More"}, "items": [
               {"key": "again", "kind": "single", "wordings": {
                 "customer": {"de": {"question": "Noch einmal?"}, "en": {"question": "Again?", "hint": "Honestly."}},
                 "leadership": {"de": {"question": "Würden Kunden?"}, "en": {"question": "Would customers?"}}},
                "choices": [{"key": "yes", "labels": {"de": "Ja", "en": "Yes"}}, {"key": "no", "labels": {"de": "Nein", "en": "No"}}],
                "other": true, "source": "Own words."},
               {"key": "why", "kind": "long_text", "wordings": {"customer": {"de": {"question": "Warum?"}, "en": {"question": "Why?"}}},
                "show_if": {"any": [{"item": "again", "one_of": ["no", "other"]}, {"encountered": "demo"}]}}]}],
             "texts": {"continue": {"de": "Weiter", "en": "Go on"}}}""";

    private final Databases databases = TestDatabase.shared();

    private final StudyFixture study = new StudyFixture(databases);
    private final StudyService service = new StudyService(study);

    @BeforeEach
    void clean() {
        TestDatabase.clean();
    }

    @Test
    void theWholeModelComesBackAsItWasSentAndFrozenVersionsKeepIt() throws Exception {
        Engagement engagement = study.engagement();
        String path = "/api/engagements/" + engagement.id() + "/questionnaire";

        Answer put = service.json("PUT", path, MODEL);
        Answer again = service.json("PUT", path, put.body());
        launch(engagement);
        Answer frozen = service.get(path + "?version=1");

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        ObjectNode sent = (ObjectNode) MAPPER.readTree(MODEL);
        ((ObjectNode) sent.at("/touchpoints/0")).remove("hints");
        assertThat(parts(put)).isEqualTo(sent);
        assertThat(again.body()).isEqualTo(put.body());
        assertThat(frozen.body()).isEqualTo("{\"version\":1," + put.body().substring(1));
    }

    @Test
    void aLostUpdateIsRefusedByItsEntityTag() {
        String path = "/api/engagements/" + study.engagement().id() + "/questionnaire";
        String read = service.get(path).header("ETag");

        Answer first = service.call("PUT", path, Map.of("Content-Type", "application/json", "If-Match", read), MODEL);
        Answer second = service.call("PUT", path, Map.of("Content-Type", "application/json", "If-Match", read), MODEL);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
    }

    @Test
    void aVersionFrozenBeforeThereWereItemsIsStillRead() throws Exception {
        Engagement engagement = study.engagement();
        databases
                .field()
                .useHandle(handle -> handle.execute("""
                INSERT INTO study.questionnaire_version (engagement_id, number, model, frozen_at)
                VALUES (?, 1, CAST(? AS jsonb), now())
                """, engagement.id().value(), """
                {"languages": ["en"], "scale_points": 5, "touchpoints": [
                  {"key": "demo", "labels": {"en": "Demo"}, "owner": "sales", "phase": "decide"}]}"""));

        Answer old = service.get("/api/engagements/" + engagement.id() + "/questionnaire?version=1");

        assertThat(old.status()).isEqualTo(200);
        assertThat(MAPPER.readTree(old.body()).get("pages")).isEmpty();
        assertThat(MAPPER.readTree(old.body()).at("/touchpoints/0/key").asText())
                .isEqualTo("demo");
    }

    @Test
    void whatIsWrongIsNamedWhereItStandsAndNothingIsChanged() throws Exception {
        String path = "/api/engagements/" + study.engagement().id() + "/questionnaire";
        String before = service.get(path).body();

        Answer refused = service.json(
                "PUT",
                path,
                MODEL.replace("\"audience\": \"sales\"", "\"audience\": \"leadership\"")
                        .replace("\"key\": \"why\"", "\"key\": \"again\"")
                        .replace("\"continue\": {\"de\"", "\"continue\": {\"pt\""));
        Answer unknown = service.json("PUT", path, MODEL.replace("\"other\": true", "\"others\": true"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(MAPPER.readTree(refused.body()).get("errors").findValuesAsText("pointer"))
                .containsExactly("/touchpoints/0/rewordings/0/audience", "/pages/0/items/1/key", "/texts/continue/pt");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(MAPPER.readTree(unknown.body()).at("/errors/0/pointer").asText())
                .isEqualTo("/pages/0/items/0/others");
        assertThat(service.get(path).body()).isEqualTo(before);
    }

    @Test
    void theFormShowsTheItemsOfItsAudienceOnly() throws Exception {
        Engagement engagement = study.engagement();
        String path = "/api/engagements/" + engagement.id();
        service.json("PUT", path + "/questionnaire", MODEL);

        JsonNode leadership = MAPPER.readTree(
                service.get(path + "/forms/leadership?language=de").body());
        JsonNode customer =
                MAPPER.readTree(service.get(path + "/forms/customer").body());

        assertThat(leadership.at("/pages")).hasSize(1);
        assertThat(leadership.at("/pages/0/items/0")).isEqualTo(MAPPER.readTree("""
                {"name": "q0", "key": "again", "kind": "single", "text": "Würden Kunden?", "options": [
                 {"value": "yes", "label": "Ja"}, {"value": "no", "label": "Nein"}, {"value": "other", "label": "Etwas anderes"}]}"""));
        assertThat(customer.at("/pages/1/items").findValuesAsText("key")).contains("again", "why");
    }

    @Test
    void aNewEngagementAsksTheDefaultInstrumentsInItsLanguages() throws Exception {
        Answer made = service.json("POST", "/api/engagements", """
                {"name": "N", "client": "C", "languages": ["en", "de", "fr", "es", "ar"]}""");
        String id = MAPPER.readTree(made.body()).get("id").asText();
        JsonNode model = MAPPER.readTree(
                service.get("/api/engagements/" + id + "/questionnaire").body());
        JsonNode bank = MAPPER.readTree(service.get("/api/bank").body());

        assertThat(model.get("pages").findValuesAsText("key")).contains("words_sales", "words_marketing", "anything");
        assertThat(model.at("/pages/0/titles")).hasSize(5);
        assertThat(bank.get("instruments").findValuesAsText("about")).hasSize(9);
        assertThat(bank.at("/instruments/3/pages/0")).isEqualTo(model.at("/pages/0"));
    }

    @Test
    void aQuestionnaireThatCannotBeAskedIsNotFrozenAndEverythingWrongIsNamed() throws Exception {
        Engagement engagement = study.engagement();
        service.json(
                "PUT",
                "/api/engagements/" + engagement.id() + "/questionnaire",
                MODEL.replace("\"de\": \"Ja\", ", "")
                        .replace("find our demo", "find that thing")
                        .replace("\"one_of\": [\"no\"", "\"one_of\": [\"never\""));

        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(() -> launch(engagement));

        assertThat(refused).isInstanceOf(QuestionnaireNotReadyException.class);
        assertThat(((QuestionnaireNotReadyException) refused).errors())
                .extracting(error -> error.pointer())
                .containsExactly("/pages/0/items/0", "/pages/0/items/1", "/touchpoints/0");
        assertThat(service.get("/api/engagements/" + engagement.id() + "/questionnaire?version=1")
                        .status())
                .isEqualTo(404);
    }

    private void launch(Engagement engagement) {
        Wave wave = study.wave(engagement, "Baseline");
        databases
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
    }

    private static JsonNode parts(Answer answer) throws Exception {
        ObjectNode model = (ObjectNode) MAPPER.readTree(answer.body());
        model.remove(List.of("audiences", "scale"));
        return model;
    }
}
