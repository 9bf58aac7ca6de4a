package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.study.StudyService.Answer;

class StudyApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Shared SHARED = Shared.start();
    private static final String TWO_TOUCHPOINTS = """
            [{"key": "demo", "labels": {"en": "Live demo"}, "owner": "sales", "phase": "decide"},
             {"key": "website", "labels": {"en": "Website"}, "owner": "marketing", "phase": "discover"}]""";

    private final Databases databases = TestDatabase.shared();
    private final StudyFixture study = SHARED.study();
    private final StudyService service = SHARED.service();

    @BeforeEach
    void clean() {
        TestDatabase.clean();
    }

    @Test
    void anEngagementOfNameAndClientHasTheDefaultSettings() {
        Answer created =
                service.json("POST", "/api/engagements", "{\"name\": \" Northwind 2030 \", \"client\": \"Northwind\"}");

        String id = id(created);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/engagements/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(tree(created)).isEqualTo(tree("""
                {"id": "%s", "name": "Northwind 2030", "client": "Northwind", "languages": ["en"], "scale_points": 5,
                 "smallest_gap_percent": 12.5, "minimum_group": 5, "minimum_team": 5, "minimum_accounts": 3,
                 "team_scope": "function", "sample": false, "frozen": false}""".formatted(id)));
        assertThat(service.get("/api/engagements/" + id).body()).isEqualTo(created.body());
    }

    @Test
    void everySettingThatCannotBeTakenIsNamedWithItsValueAndWhatToDo() {
        Answer refused = service.json("POST", "/api/engagements", """
                {"name": "%s", "client": "", "languages": ["nl", null], "scale_points": 6, "smallest_gap_percent": 51,
                 "minimum_group": 4, "minimum_team": 2, "minimum_accounts": 2, "team_scope": "everyone"}""".formatted("n".repeat(121)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(tree(refused)).isEqualTo(tree("""
                {"type": "/problems/invalid", "title": "Please correct the input", "status": 422,
                 "detail": "10 values cannot be taken. Nothing was saved.",
                 "errors": [
                  {"pointer": "/languages/1", "message": "Enter a language tag such as en."},
                  {"pointer": "/team_scope", "value": "everyone", "message": "Use one of function, these_people."},
                  {"pointer": "/name", "value": "%s…", "message": "Shorten this to 120 characters; it has 121."},
                  {"pointer": "/client", "value": "", "message": "Enter the client company’s name."},
                  {"pointer": "/languages/0", "value": "nl",
                   "message": "There are no question texts in this language yet. Use one of: ar, de, en, es, fr."},
                  {"pointer": "/scale_points", "value": "6", "message": "Use 5 or 7."},
                  {"pointer": "/smallest_gap_percent", "value": "51.0",
                   "message": "Use a number over 0, up to 50: percent of the scale’s range."},
                  {"pointer": "/minimum_group", "value": "4",
                   "message": "Use 5 or more: a figure of fewer customers could show who said what."},
                  {"pointer": "/minimum_team", "value": "2",
                   "message": "Use 3 or more: a figure of fewer team members could show who said what."},
                  {"pointer": "/minimum_accounts", "value": "2",
                   "message": "Use 3 or more: a figure of fewer accounts could show who said what."}]}""".formatted("n".repeat(100))));
        assertThat(tree(service.get("/api/engagements"))).isEqualTo(tree("{\"items\": [], \"next\": null}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"N\", \"client\": \"C\", \"colour\": \"red\"}|422|/colour",
                "{\"name\": \"N\", \"client\": \"C\", \"scale_points\": \"five\"}|422|/scale_points",
                "{\"name\": \"N\", \"client\": \"C\", \"scale_points\": 5.5}|422|/scale_points",
                "{\"name\": \"N\", \"client\": \"C\", \"languages\": \"en\"}|422|/languages",
                "{\"name\": [\"N\"], \"client\": \"C\"}|422|/name",
                "{\"name\": \"a\\u0000b\", \"client\": \"C\"}|422|/name",
                "{\"name\": \"a\\nb\", \"client\": \"C\"}|422|/name",
                "{\"name\": \"a\\u2028b\", \"client\": \"C\"}|422|/name",
                "{\"name\": \"\\u200b\\u00a0\", \"client\": \"C\"}|422|/name",
                "{}|422|/name",
                "null|422|",
                "{\"name\": |400|",
                "|400|"
            })
    void aBodyThatCannotBeTakenIsAClearErrorAndWritesNothing(String body, int status, String pointer) {
        Answer refused = service.json("POST", "/api/engagements", body == null ? "" : body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        if (pointer != null) {
            assertThat(tree(refused).at("/errors/0/pointer").asText()).isEqualTo(pointer);
            assertThat(tree(refused).at("/errors/0/message").asText()).isNotBlank();
        }
        assertThat(study.feature().engagements().list()).isEmpty();
    }

    @Test
    void engagementsAreListedInSlices() {
        for (String name : List.of("beta", "Alpha", "gamma")) {
            study.engagement(name);
        }

        JsonNode first = tree(service.get("/api/engagements?limit=2"));
        JsonNode second = tree(service.get(
                "/api/engagements?limit=2&after=" + first.get("next").asText()));

        assertThat(first.findValuesAsText("name")).containsExactly("Alpha", "beta");
        assertThat(second.findValuesAsText("name")).containsExactly("gamma");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(service.get("/api/engagements?limit=0").status()).isEqualTo(422);
        assertThat(service.get("/api/engagements?after=bm9uc2Vuc2U").status()).isEqualTo(422);
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        String path = "/api/engagements/" + study.engagement().id();
        Map<String, String> ofVersionRead = Map.of("Content-Type", "application/json", "If-Match", "\"2\"");

        Answer changed = service.call("PATCH", path, ofVersionRead, "{\"client\": \"Northwind Traders\"}");
        Answer late = service.call("PATCH", path, ofVersionRead, "{\"client\": \"Southwind\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"3\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(tree(service.get(path)).get("client").asText()).isEqualTo("Northwind Traders");
    }

    @Test
    void anEngagementIsDeletedOnlyWhenItsNameIsConfirmed() {
        String path = "/api/engagements/" + study.engagement().id();

        Answer unconfirmed = service.call("DELETE", path, Map.of(), "");
        Answer misspelt = service.call("DELETE", path + "?confirm=Northwind", Map.of(), "");
        Answer confirmed = service.call("DELETE", path + "?confirm=Northwind%202030", Map.of(), "");

        assertThat(List.of(unconfirmed.status(), misspelt.status(), confirmed.status()))
                .containsExactly(422, 422, 204);
        assertThat(tree(misspelt).at("/errors")).isEqualTo(tree("""
                [{"parameter": "confirm", "value": "Northwind",
                  "message": "Give the engagement’s name exactly as it is: Northwind 2030"}]"""));
        assertThat(service.get(path).status()).isEqualTo(404);
        assertThat(service.get("/api/engagements/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void touchpointsAreReplacedAsAWholeList() {
        String path = "/api/engagements/" + study.engagement().id() + "/touchpoints";

        JsonNode defaults = tree(service.get(path));
        Answer replaced = service.json("PUT", path, TWO_TOUCHPOINTS);

        assertThat(defaults).hasSize(12);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(tree(replaced)).isEqualTo(tree("""
                [{"key": "demo", "labels": {"en": "Live demo"}, "owner": "sales", "phase": "decide"},
                 {"key": "website", "labels": {"en": "Website"}, "owner": "marketing", "phase": "discover",
                  "hints": {"en": "When you looked something up on the supplier’s web pages."}}]"""));
        assertThat(service.get(path).body()).isEqualTo(replaced.body());
        assertThat(service.json("PUT", path, replaced.body()).body()).isEqualTo(replaced.body());
    }

    @Test
    void everyTouchpointThatCannotBeTakenIsNamedByItsPlaceInTheList() {
        String path = "/api/engagements/" + study.engagement().id() + "/touchpoints";

        Answer refused = service.json("PUT", path, """
                [{"key": "Demo!", "labels": {"en": "Demo"}, "owner": "finance", "phase": "decide"},
                 null,
                 {"key": "a", "labels": {"en": "demo", "de": "Demo"}, "owner": "sales"},
                 {"key": "a", "labels": {"en": "%s"}, "owner": "sales", "phase": "buy", "hints": {"en": ""}},
                 {"owner": "sales", "phase": "buy"}]""".formatted("x".repeat(61)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).get("errors")).isEqualTo(tree("""
                [{"pointer": "/0/key", "value": "Demo!",
                  "message": "Give a key that starts with a lower-case letter and holds only a-z, 0-9, _ and -, 40 characters at most."},
                 {"pointer": "/0/owner", "value": "finance", "message": "Use one of sales, marketing, shared, other."},
                 {"pointer": "/1", "message": "This is empty. Send a touchpoint or leave it out."},
                 {"pointer": "/2/labels/de", "value": "Demo",
                  "message": "The engagement is not in this language. Use: en."},
                 {"pointer": "/2/labels/en", "value": "demo",
                  "message": "Another touchpoint has this name. Give each its own, so that readers can tell them apart."},
                 {"pointer": "/2/phase", "message": "Use one of discover, decide, buy, use."},
                 {"pointer": "/3/key", "value": "a", "message": "This key stands twice. Give each touchpoint its own."},
                 {"pointer": "/3/labels/en", "value": "%s", "message": "Shorten this to 60 characters; it has 61."},
                 {"pointer": "/3/hints/en", "value": "", "message": "Enter a hint."},
                 {"pointer": "/4/key",
                  "message": "Give a key that starts with a lower-case letter and holds only a-z, 0-9, _ and -, 40 characters at most."},
                 {"pointer": "/4/labels/en", "message": "Enter a name."}]""".formatted("x".repeat(61))));
        assertThat(tree(service.get(path))).hasSize(12);
        assertThat(service.json("PUT", path, "[]").status()).isEqualTo(422);
        assertThat(service.json("PUT", path, "[" + "{},".repeat(100) + "{}]").body())
                .contains("Keep at most 100 touchpoints; these are 101.");
        assertThat(service.json("PUT", path, "{}").status()).isEqualTo(422);
    }

    @Test
    void theModelOfAQuestionnaireIsTakenAsItWasGiven() {
        String engagement = "/api/engagements/" + study.engagement().id();
        service.json("PUT", engagement + "/questionnaire", "{\"pages\": [], \"touchpoints\": " + TWO_TOUCHPOINTS + "}");

        Answer model = service.get(engagement + "/questionnaire");
        Answer again = service.json("PUT", engagement + "/questionnaire", model.body());

        assertThat(tree(model)).isEqualTo(tree("""
                {"languages": ["en"], "scale_points": 5, "audiences": ["customer", "sales", "marketing", "leadership"],
                 "scale": {
                  "experience": {"en": ["Very poor", "Poor", "Acceptable", "Good", "Very good"]},
                  "importance": {"en": ["Not important", "Slightly important", "Moderately important",
                    "Very important", "Extremely important"]}},
                 "touchpoints": [
                  {"key": "demo", "labels": {"en": "Live demo"}, "owner": "sales", "phase": "decide"},
                  {"key": "website", "labels": {"en": "Website"}, "owner": "marketing", "phase": "discover",
                   "hints": {"en": "When you looked something up on the supplier’s web pages."}}],
                 "pages": [], "texts": {}}"""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(model.body());
    }

    @Test
    void aScaleChangesWithTheModelAndPartsThatDoNotFollowAreRefused() {
        String path = "/api/engagements/" + study.engagement().id() + "/questionnaire";
        String model = "{\"scale_points\": 7, \"touchpoints\": " + TWO_TOUCHPOINTS + "%s}";

        Answer wrong = service.json("PUT", path, model.formatted(", \"audiences\": []"));
        JsonNode unchanged = tree(service.get(path));
        Answer changed = service.json("PUT", path, model.formatted(""));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(tree(wrong).at("/errors/0/pointer").asText()).isEqualTo("/audiences");
        assertThat(unchanged.get("scale_points").asInt()).isEqualTo(5);
        assertThat(unchanged.get("touchpoints")).hasSize(12);
        assertThat(tree(changed).get("scale_points").asInt()).isEqualTo(7);
        assertThat(tree(changed).at("/scale/experience/en")).hasSize(7);
    }

    @Test
    void afterALaunchTheVersionCanBeReadAndNothingOfItCanBeChanged() {
        Engagement engagement = study.engagement();
        String path = "/api/engagements/" + engagement.id();
        Wave wave = study.wave(engagement, "Baseline");
        String before = service.get(path + "/questionnaire").body();
        databases
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));

        Answer touchpoints = service.json("PUT", path + "/touchpoints", TWO_TOUCHPOINTS);
        Answer settings = service.json("PATCH", path, "{\"minimum_group\": 6, \"client\": \"Northwind\"}");
        Answer client = service.json("PATCH", path, "{\"client\": \"Northwind Traders\"}");
        Answer frozen = service.get(path + "/questionnaire?version=1");

        assertThat(tree(touchpoints)).isEqualTo(tree("""
                {"type": "/problems/conflict", "title": "That does not fit the present state", "status": 409,
                 "detail": "Wave “Baseline” is being answered, so the touchpoints cannot be changed. You can change them for the next wave once it is closed."}"""));
        assertThat(settings.status()).isEqualTo(409);
        assertThat(tree(settings).get("errors")).isEqualTo(tree("""
                [{"pointer": "/minimum_group", "value": "6",
                  "message": "This stays 5: answers were already asked for under it."}]"""));
        assertThat(client.status()).isEqualTo(200);
        assertThat(frozen.body()).isEqualTo("{\"version\":1," + before.substring(1));
        assertThat(service.get(path + "/questionnaire?version=2").status()).isEqualTo(404);
    }

    @Test
    void nullIsNoChangeThatWasForgotten() {
        String path = "/api/engagements/" + study.engagement().id();
        String tag = service.get(path).header("ETag");

        Answer refused = service.json("PATCH", path, "{\"name\": null, \"client\": \"Other\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).get("errors")).isEqualTo(tree("""
                [{"pointer": "/name", "value": "null", "message": "This cannot be null. Leave it out to keep what stands."}]"""));
        assertThat(service.get(path).header("ETag")).isEqualTo(tag);
        String wave = "/api/waves/"
                + tree(service.json(
                                "POST",
                                path + "/waves",
                                "{\"name\": \"A\", \"audiences\": [\"sales\"], \"closes_at\": null}"))
                        .get("id")
                        .asText();
        assertThat(service.json("PATCH", wave, "{\"grace_days\": null}").status())
                .isEqualTo(422);
        assertThat(service.json("PATCH", wave, "{\"closes_at\": null}").status())
                .isEqualTo(200);
    }

    @Test
    void theGeneratedFormsOfAllAudiencesCanBeRead() {
        String path = "/api/engagements/" + study.engagement().id();
        service.json("PUT", path + "/questionnaire", """
                {"pages": [], "touchpoints": [{"key": "lyon", "labels": {"en": "Lyon showroom"}, "owner": "shared", "phase": "buy",
                  "hints": {"en": "The one at the river."}, "phrases": {"en": "our Lyon showroom"}}]}""");

        assertThat(tree(service.get(path + "/forms/sales?language=en"))).isEqualTo(tree("""
                {"audience": "sales", "language": "en", "scale_points": 5, "pages": [
                 {"number": 1, "phase": "buy", "title": "Buy", "touchpoints": [
                  {"key": "lyon", "label": "Lyon showroom", "hint": "Customers read: “The one at the river.”", "questions": [
                   {"name": "x0", "measure": "experience",
                    "text": "How do you think customers rate their experience with our Lyon showroom?",
                    "options": [{"value": "1", "label": "Very poor"}, {"value": "2", "label": "Poor"},
                     {"value": "3", "label": "Acceptable"}, {"value": "4", "label": "Good"},
                     {"value": "5", "label": "Very good"}, {"value": "na", "label": "I can’t judge this"}]},
                   {"name": "i0", "measure": "importance",
                    "text": "How important is our Lyon showroom in your own view?",
                    "options": [{"value": "1", "label": "Not important"}, {"value": "2", "label": "Slightly important"},
                     {"value": "3", "label": "Moderately important"}, {"value": "4", "label": "Very important"},
                     {"value": "5", "label": "Extremely important"}]}]}], "items": []}]}"""));
        assertThat(service.get(path + "/forms/customer").body())
                .contains("How good was your experience with our Lyon showroom?");
        assertThat(service.get(path + "/forms/suppliers").status()).isEqualTo(404);
        assertThat(service.get(path + "/forms/sales?language=fr").status()).isEqualTo(422);
    }

    @Test
    void aWaveOfNameAndAudiencesHasTheDefaultPlan() {
        String engagement = study.engagement().id().toString();

        Answer created = service.json(
                "POST",
                "/api/engagements/" + engagement + "/waves",
                "{\"name\": \"Baseline\", \"audiences\": [\"sales\", \"customer\"]}");

        String id = id(created);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/waves/" + id);
        assertThat(tree(created)).isEqualTo(tree("""
                {"id": "%s", "engagement": "%s", "name": "Baseline", "state": "draft", "audiences": ["customer", "sales"],
                 "grace_days": 7, "reminders": [{"after_days": 5}, {"after_days": 12}]}""".formatted(id, engagement)));
        assertThat(service.get("/api/waves/" + id).body()).isEqualTo(created.body());
        assertThat(tree(service.get("/api/engagements/" + engagement + "/waves"))
                        .at("/items/0"))
                .isEqualTo(tree(created));
    }

    @Test
    void everyValueOfAWaveThatCannotBeTakenIsNamed() {
        String path = "/api/engagements/" + study.engagement().id() + "/waves";

        Answer refused = service.json("POST", path, """
                {"name": " ", "audiences": ["buyers", "sales", "sales"], "closes_at": "tomorrow", "grace_days": 61,
                 "reminders": [{"after_days": 0}, {"after_days": 5}, {"after_days": 5}]}""");
        Answer past = service.json(
                "POST", path, "{\"name\": \"B\", \"audiences\": [], \"closes_at\": \"2030-11-05T10:00:00+01:00\"}");

        assertThat(tree(refused).get("errors").findValuesAsText("pointer"))
                .containsExactly(
                        "/audiences/0",
                        "/audiences/2",
                        "/closes_at",
                        "/reminders/0/after_days",
                        "/reminders/2/after_days",
                        "/name",
                        "/grace_days");
        assertThat(tree(past).get("errors")).isEqualTo(tree("""
                [{"pointer": "/audiences", "message": "Choose at least one of customer, sales, marketing."},
                 {"pointer": "/closes_at", "value": "2030-11-05T09:00:00Z", "message": "Choose a closing date that lies ahead."}]"""));
        assertThat(tree(service.get(path)).get("items")).isEmpty();
    }

    @Test
    void aWaveChangesAsFarAsItsStateAllows() {
        Wave wave = study.wave(study.engagement(), "Baseline");
        String path = "/api/waves/" + wave.id();
        Answer draft =
                service.json("PATCH", path, "{\"audiences\": [\"customer\"], \"closes_at\": \"2030-12-12T18:00:00Z\"}");
        Answer withoutDate = service.json("PATCH", path, "{\"closes_at\": null, \"grace_days\": 3}");
        databases
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
        Answer audiences = service.json("PATCH", path, "{\"audiences\": [\"sales\"]}");
        Answer open = service.json("PATCH", path, "{\"name\": \"First\", \"reminders\": []}");
        databases.field().useTransaction(handle -> study.feature().waves().close(handle, wave.id()));
        Answer closed = service.json("PATCH", path, "{\"grace_days\": 9}");
        Answer renamed = service.json("PATCH", path, "{\"name\": \"Baseline 2030\"}");

        assertThat(tree(draft).get("closes_at").asText()).isEqualTo("2030-12-12T18:00:00Z");
        assertThat(tree(withoutDate).has("closes_at")).isFalse();
        assertThat(tree(withoutDate).get("grace_days").asInt()).isEqualTo(3);
        assertThat(audiences.status()).isEqualTo(409);
        assertThat(audiences.body()).contains("Who is asked can be changed in a draft only.");
        assertThat(tree(open).get("name").asText()).isEqualTo("First");
        assertThat(tree(open).get("reminders")).isEmpty();
        assertThat(closed.status()).isEqualTo(409);
        assertThat(tree(renamed).get("state").asText()).isEqualTo("closed");
        assertThat(tree(renamed).get("name").asText()).isEqualTo("Baseline 2030");
    }

    @Test
    void theFrameOfAnswersGatheredElsewhereIsReplacedAsAWhole() {
        Wave wave = study.wave(study.engagement(), "2014");
        String path = "/api/waves/" + wave.id() + "/frame";

        Answer first = service.json(
                "PUT", path, "{\"sales\": {\"people\": 14}, \"customer\": {\"I\": 71, \"P\": 6, \"BREAKOFF\": 0}}");
        Answer refused = service.json("PUT", path, """
                {"leadership": {}, "sales": {"people": 0, "X": 1, "I": -1}, "marketing": null}""");
        Answer second = service.json("PUT", path, "{\"marketing\": {\"people\": 9}}");

        assertThat(first.body())
                .isEqualTo("{\"customer\":{\"BREAKOFF\":0,\"I\":71,\"P\":6},\"sales\":{\"people\":14}}");
        assertThat(tree(refused).get("errors").findValuesAsText("pointer"))
                .containsExactly("/leadership", "/sales/people", "/sales/X", "/sales/I", "/marketing");
        assertThat(second.body()).isEqualTo("{\"marketing\":{\"people\":9}}");
        assertThat(service.get(path).body()).isEqualTo(second.body());
        databases
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
        assertThat(service.json("PUT", path, "{}").status()).isEqualTo(409);
    }

    @Test
    void marginsOfCustomersAreKeptBesideTheCountsOfTheField() {
        Wave wave = study.wave(study.engagement(), "Baseline");
        String path = "/api/waves/" + wave.id() + "/frame";
        String margins = "{\"customer\":{\"margins\":{\"region\":{\"North\":0.4,\"South\":0.6}}}}";
        WaveService waves = study.feature().waves();
        AudienceFrame counts = new AudienceFrame(null, Map.of("I", 4), List.of(0), null);

        Answer unplanned = service.json("PUT", path, margins);
        databases.field().useTransaction(handle -> {
            waves.open(
                    handle,
                    wave.id(),
                    new byte[] {1},
                    List.of(new SegmentVariable("region", List.of("North", "South"))));
            waves.saveFrame(handle, wave.id(), Audience.CUSTOMER, counts);
        });
        Answer set = service.json("PUT", path, margins);
        Answer withCounts = service.json("PUT", path, "{\"customer\": {\"I\": 9}}");
        databases.field().useTransaction(handle -> waves.saveFrame(handle, wave.id(), Audience.CUSTOMER, counts));

        assertThat(unplanned.status()).isEqualTo(422);
        assertThat(unplanned.body()).contains("This wave has no segment variables yet");
        assertThat(set.body())
                .isEqualTo("{\"customer\":{\"I\":4,\"margins\":{\"region\":{\"North\":0.4,\"South\":0.6}}}}");
        assertThat(withCounts.status()).isEqualTo(409);
        assertThat(service.get(path).body()).isEqualTo(set.body());
        assertThat(waves.frames(wave.id()).get(Audience.CUSTOMER).askedItems()).containsExactly(0);
    }

    @Test
    void theBankIsReadWithItsSourceNotes() {
        JsonNode bank = tree(service.get("/api/bank"));

        assertThat(bank.get("touchpoints")).hasSize(24);
        assertThat(bank.at("/touchpoints/8")).isEqualTo(tree("""
                {"key": "demo",
                 "labels": {
                   "en": "Product demonstration", "de": "Produktvorführung", "fr": "Démonstration du produit",
                   "es": "Demostración del producto", "ar": "العرض العملي للمنتج"},
                 "hints": {
                   "en": "When someone showed you the product.", "de": "Als Ihnen jemand das Produkt gezeigt hat.",
                   "fr": "Quand quelqu’un vous a montré le produit.", "es": "Cuando alguien le mostró el producto.",
                   "ar": "عندما شرح أحدهم المنتج أمامك عمليًا."},
                 "owner": "sales", "phase": "decide",
                 "by_default": true,
                 "source": "Sellers re-make material nine times in ten (analyst figures, 2010–2014); the demonstration shows what they make of it."}"""));
        assertThat(bank.at("/instruments/0/key").asText()).isEqualTo("touchpoints");
    }

    private static String id(Answer answer) {
        return tree(answer).path("id").asText();
    }

    private static JsonNode tree(Answer answer) {
        return tree(answer.body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Made once: starting the endpoints takes longer than most tests. */
    private record Shared(StudyFixture study, StudyService service) {

        static Shared start() {
            StudyFixture study = new StudyFixture(TestDatabase.shared());
            return new Shared(study, new StudyService(study));
        }
    }
}
