package parallax.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.WordingGuard;
import parallax.study.Engagement;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyFixture;
import parallax.study.StudyService;
import parallax.study.StudyService.Answer;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.table.Incoming;

class EditorIT {

    private static final Incoming INCOMING = Incoming.in(Path.of("target/incoming"));

    private final StudyFixture study = new StudyFixture(TestDatabase.shared());
    private final StudyService service =
            new StudyService(study, jersey -> new EditorFeature(study.feature(), INCOMING).register(jersey));
    private Engagement engagement;
    private String path;

    @BeforeEach
    void clean() {
        TestDatabase.clean();
        engagement = study.feature()
                .engagements()
                .create(
                        StudyFixture.CONSULTANT,
                        new CreateEngagement(
                                "Northwind",
                                "Northwind",
                                List.of("en", "de"),
                                5,
                                12.5,
                                5,
                                5,
                                3,
                                TeamScope.FUNCTION,
                                false));
        path = "/engagements/" + engagement.id() + "/questionnaire";
    }

    @Test
    void theQuestionnaireShowsItsItemsInOrderWithOnePrimaryButton() {
        String page = service.get(path).body();

        assertThat(page).containsSubsequence("12 touchpoints", "<h2><bdi>", "From the library", "Languages");
        assertThat(page.split("class=\"button\"", -1)).hasSize(2);
        assertThat(page).contains("a touchpoint of sales was met", "English", "Deutsch", "Up to three words");
    }

    @Test
    void anInstrumentOfTheLibraryIsAddedMovedRemovedAndUndone() {
        act("add:outcomes");
        List<String> added = keys();
        act("up:" + added.get(added.size() - 1));
        List<String> moved = keys();
        act("remove:" + added.get(0));
        List<String> removed = keys();
        undo();

        assertThat(added).hasSize(11);
        assertThat(moved.indexOf(added.get(10))).isEqualTo(9);
        assertThat(removed).doesNotContain(added.get(0)).hasSize(10);
        assertThat(keys()).isEqualTo(moved);
        undo();
        assertThat(keys()).isEqualTo(added);
    }

    @Test
    void anItemOfOnesOwnIsMadeOnANewPageAndChangedWithoutLosingItsTranslation() {
        Answer made = service.form(path + "/items/new", form(own()));
        Questionnaire model = model();
        ItemPage page = model.pages().get(model.pages().size() - 1);
        Item item = page.items().get(0);
        translate("text-" + item.key() + "-question.customer", "Wieder?");
        Map<String, String> changed = new LinkedHashMap<>(own());
        changed.put("question_customer", "Would you buy again?");
        changed.put("choice0-key", item.offer().choices().get(0).key());
        changed.put("choice1-key", item.offer().choices().get(1).key());
        Answer saved = service.form(path + "/items/" + item.key(), form(changed));
        Item after = model().items().stream()
                .filter(one -> one.key().equals(item.key()))
                .findFirst()
                .orElseThrow();

        assertThat(made.status()).as(made.body()).isEqualTo(303);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(page.titles()).isEqualTo(Map.of("en", "Loyalty"));
        assertThat(item.kind()).isEqualTo(ItemKind.SINGLE);
        assertThat(item.key()).isEqualTo("would_you_choose_us_again");
        assertThat(item.offer().other()).isTrue();
        assertThat(after.text(Audience.CUSTOMER, "en").orElseThrow().question()).isEqualTo("Would you buy again?");
        assertThat(after.text(Audience.CUSTOMER, "de").orElseThrow().question()).isEqualTo("Wieder?");
        assertThat(after.offer().choices()).isEqualTo(item.offer().choices());
        assertThat(service.get(path).body()).contains("To be mended before a launch");
    }

    @Test
    void aWrongItemIsShownAgainWithItsFaultsAtTheirFields() {
        Map<String, String> wrong = new LinkedHashMap<>(own());
        wrong.put("question_customer", " ");
        wrong.remove("choice1");
        wrong.put("title", "");
        Answer refused = service.form(path + "/items/new", form(wrong));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-question_customer\">Enter a question.")
                .contains("href=\"#f-choice0\">Offer 2 to 60 choices; these are 1.")
                .contains("href=\"#f-title\">Enter a heading")
                .contains("value=\"Yes, certainly\"");
    }

    @Test
    void aChangeByTwoPeopleShowsBothValuesAndLosesNothing() {
        service.form(path + "/items/new", form(own()));
        Map<String, String> first = new LinkedHashMap<>(own());
        first.put("question_customer", "Theirs?");
        Map<String, String> second = new LinkedHashMap<>(own());
        second.put("question_customer", "Mine?");
        second.put("version", first.get("version"));
        service.form(path + "/items/would_you_choose_us_again", form(first));
        Answer late = service.form(path + "/items/would_you_choose_us_again", form(second));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Somebody changed this meanwhile", "Theirs?", "Mine?");
        assertThat(model().items()
                        .get(7)
                        .text(Audience.CUSTOMER, "en")
                        .orElseThrow()
                        .question())
                .isEqualTo("Theirs?");
    }

    @Test
    void textsAreTranslatedSideBySideAndALostUpdateOfOneTextIsTold() {
        String field = "text-demo-label";
        Answer page = service.get(path + "/texts?from=en&to=de");
        translate(field, "Live-Vorführung");
        Answer lost = service.form(
                path + "/texts?from=en&to=de",
                form(Map.of(field, "Demo vor Ort", "was-" + field, "Produktvorführung")));
        Answer tooLong = service.form(
                path + "/texts?from=en&to=de", form(Map.of(field, "x".repeat(61), "was-" + field, "Live-Vorführung")));

        assertThat(page.body()).contains("Product demonstration", "Produktvorführung");
        assertThat(model().touchpoints().get(model().positionOf("demo")).label("de"))
                .isEqualTo("Live-Vorführung");
        assertThat(lost.status()).isEqualTo(412);
        assertThat(lost.body()).contains("Live-Vorführung", "Demo vor Ort");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Shorten this to 60 characters; it has 61.");
    }

    @Test
    void ratingsAreRewordedPerAudienceAndStandardTextsTakeOnlyTheirOwnPieces() {
        String rating = "text-demo-reworded.sales.experience";
        Answer reworded = service.form(
                path + "/texts?part=ratings&to=en",
                form(Map.of(rating, "How do customers find our product demonstration?", "was-" + rating, "")));
        String standard = "text-standard-intro.customers";
        Answer wrong = service.form(
                path + "/texts?part=standard&to=en", form(Map.of(standard, "Dear {name}", "was-" + standard, "")));
        Answer right = service.form(
                path + "/texts?part=standard&to=en",
                form(Map.of(standard, "{client} would like to know.", "was-" + standard, "")));

        assertThat(reworded.status()).as(reworded.body()).isEqualTo(303);
        assertThat(model().touchpoints()
                        .get(model().positionOf("demo"))
                        .rewording(Audience.SALES, Measure.EXPERIENCE, "en"))
                .hasValue("How do customers find our product demonstration?");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Remove {name}");
        assertThat(right.status()).isEqualTo(303);
        assertThat(model().texts()).isEqualTo(Map.of("intro.customers", Map.of("en", "{client} would like to know.")));
    }

    @Test
    void theTouchpointTableKeepsTranslationsAndRewordings() {
        translate("text-demo-label", "Live-Vorführung");
        Questionnaire before = model();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("version", version());
        for (int i = 0; i < before.touchpoints().size(); i++) {
            var touchpoint = before.touchpoints().get(i);
            rows.put("t" + i + "-key", touchpoint.key());
            rows.put("t" + i + "-use", "true");
            rows.put("t" + i + "-label", touchpoint.label("en"));
            rows.put("t" + i + "-phrase", touchpoint.phrases().getOrDefault("en", ""));
            rows.put("t" + i + "-hint", touchpoint.hint("en").orElse(""));
            rows.put("t" + i + "-owner", touchpoint.owner().code());
            rows.put("t" + i + "-phase", touchpoint.phase().code());
        }
        Answer saved = service.form("/engagements/" + engagement.id() + "/touchpoints", form(rows));

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(model()).isEqualTo(before);
    }

    @Test
    void whatIsNotWrittenInALanguageIsNamedInsteadOfItsForm() {
        service.form(path + "/items/new", form(own()));

        Answer form = service.get("/engagements/" + engagement.id() + "/forms/customer?language=de");

        assertThat(form.status()).isEqualTo(409);
        assertThat(form.body())
                .contains("would_you_choose_us_again (de): The question for customer is missing. Write it.");
    }

    @Test
    void inAnOpenWaveATypoIsMendedAndAQuestionStoppedAndBothAreShownAndTheTrendGoesOn() {
        Wave wave = study.wave(engagement, "Baseline");
        TestDatabase.shared()
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
        Wave open = study.feature().waves().require(wave.id());
        String changes = "/waves/" + wave.id() + "/changes";

        Answer mended =
                service.form(changes, form(Map.of("version", "0", "text", "en demo label", "after", "Product demo")));
        Answer unknown = service.form(changes, form(Map.of("version", "1", "text", "en demo color", "after", "x")));
        Answer unfilled = service.form(
                changes, form(Map.of("version", "1", "text", "en demo label", "after", "Demo for {price}")));
        Answer late = service.form(changes, form(Map.of("version", "0", "subject", "website")));
        Answer stopped = service.form(changes, form(Map.of("version", "1", "subject", "website")));
        Answer again = service.form(changes, form(Map.of("version", "2", "subject", "website")));
        Questionnaire asked = study.feature().waves().questionnaire(open);

        assertThat(mended.status()).as(mended.body()).isEqualTo(303);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unfilled.status()).isEqualTo(422);
        assertThat(unfilled.body())
                .contains("Remove {price}: only {client}, {consultancy} and {closes} are filled in.");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains(
                        "Somebody changed a question of this wave meanwhile",
                        "Product demo",
                        "value=\"website\" selected");
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(303);
        assertThat(again.status()).isEqualTo(422);
        assertThat(asked.touchpoints().get(asked.positionOf("demo")).label("en"))
                .isEqualTo("Product demo");
        assertThat(study.feature().questionnaires().version(engagement.id(), 1)).isNotEqualTo(asked);
        assertThat(WordingGuard.compare(asked, model()).values()).containsOnly(WordingGuard.Change.SAME);
        Form full = Form.of(asked, Audience.CUSTOMER, "en");
        Form left = full.without(study.feature().waves().stopped(wave.id()));
        assertThat(left.questions()).hasSize(full.questions().size() - 2);
        assertThat(left.pages()).hasSameSizeAs(full.pages());
        assertThat(left.questions())
                .allSatisfy(question -> assertThat(full.find(question.name())).hasValue(question));
        assertThat(service.get("/waves/" + wave.id()).body())
                .contains("Product demonstration", "Product demo", "website: not asked any more", "Maria Alder");
        assertThat(study.audit())
                .anyMatch(line -> line.contains("wave.typo"))
                .anyMatch(line -> line.contains("wave.stop"));
        assertThat(service.get("/api" + changes).body()).contains("\"kind\":\"stop\",\"subject\":\"website\"");
    }

    @Test
    void aMendedTypoKeepsWhatIsFilledInAndTheLastQuestionOfLeadershipIsNotStopped() {
        act("page-remove:anything");
        Map<String, String> item = own();
        item.remove("asks_customer");
        item.remove("question_customer");
        item.put("asks_leadership", "true");
        item.put("question_leadership", "Does {client} know its customers?");
        item.put("show", "");
        Answer added = service.form(path + "/items/new", form(item));
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        translate("text-does_client_know_its_customers-question.leadership", "Kennt {client} seine Kunden?");
        translate("text-loyalty-title", "Treue");
        translate("text-does_client_know_its_customers-choice.yes_certainly", "Ja");
        translate("text-does_client_know_its_customers-choice.no", "Nein");
        Wave wave = study.feature()
                .waves()
                .create(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        CreateWave.named("Baseline", Set.of(Audience.LEADERSHIP, Audience.CUSTOMER)));
        TestDatabase.shared()
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
        String changes = "/waves/" + wave.id() + "/changes";
        String text = "en does_client_know_its_customers question.leadership";

        Answer lost = service.form(
                changes, form(Map.of("version", "0", "text", text, "after", "Does it know its customers?")));
        Answer added2 = service.form(
                changes, form(Map.of("version", "0", "text", text, "after", "Does {client} know its {customers}?")));
        Answer last = service.form(changes, form(Map.of("version", "0", "subject", "does_client_know_its_customers")));
        Answer mended = service.form(
                changes,
                form(Map.of("version", "0", "text", text, "after", "Does {client} really know its customers?")));

        assertThat(lost.status()).isEqualTo(422);
        assertThat(lost.body()).contains("Put {client} in again: it is filled in.");
        assertThat(added2.body()).contains("Remove {customers}: only {client}");
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.body()).contains("It is the last that leadership is asked.");
        assertThat(mended.status()).as(mended.body()).isEqualTo(303);
    }

    @Test
    void whatIsBeyondALimitIsRefusedWithTheLimitAndNothingIsWritten() {
        fill(10, 20);
        Questionnaire before = model();

        Answer tooMany = service.form(path, form(Map.of("version", version(), "act", "add:outcomes")));
        Answer oneMore = service.form(path + "/items/new", form(own()));
        assertThat(model()).isEqualTo(before);
        fill(60, 1);
        Answer page = service.form(path + "/items/new", form(own()));
        Map<String, String> unseen = own();
        unseen.put("title", "\u200B");
        Answer title = service.form(path + "/items/new", form(unseen));

        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("A questionnaire has at most 200 items, this one has 204.");
        assertThat(oneMore.status()).isEqualTo(422);
        assertThat(oneMore.body()).contains("A questionnaire has at most 200 items, this one has 201.");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Keep at most 60 pages; these are 61.");
        assertThat(title.status()).isEqualTo(422);
        assertThat(title.body()).contains("href=\"#f-title\">Enter a heading that can be seen");
        assertThat(model().pages()).hasSize(60);
    }

    private void fill(int pages, int items) {
        Item like = model().items().get(0);
        List<ItemPage> filled = IntStream.range(0, pages)
                .mapToObj(p -> new ItemPage(
                        "p" + p,
                        Map.of("en", "Page", "de", "Seite"),
                        IntStream.range(0, items)
                                .mapToObj(i -> new Item(
                                        "q" + p + "_" + i, like.kind(), like.wordings(), like.offer(), null, ""))
                                .toList()))
                .toList();
        study.feature()
                .questionnaires()
                .change(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        any -> {},
                        "Fill",
                        now -> new Questionnaire(
                                now.languages(), now.scalePoints(), now.touchpoints(), filled, now.texts()));
    }

    @Test
    void aWaveThatAsksLeadershipNothingIsRefused() {
        act("page-remove:anything");
        Wave wave = study.feature()
                .waves()
                .create(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        CreateWave.named("Baseline", Set.of(Audience.LEADERSHIP, Audience.CUSTOMER)));

        assertThatThrownBy(() -> TestDatabase.shared()
                        .field()
                        .useTransaction(
                                handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of())))
                .hasMessageContaining("asks leadership, and no item of the questionnaire is asked of them");
        act("add:seven_signs");
        TestDatabase.shared()
                .field()
                .useTransaction(handle -> study.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
    }

    private Map<String, String> own() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", version());
        fields.put("page", "+");
        fields.put("title", "Loyalty");
        fields.put("kind", "single");
        fields.put("asks_customer", "true");
        fields.put("question_customer", "Would you choose us again?");
        fields.put("choice0", "Yes, certainly");
        fields.put("choice1", "No");
        fields.put("other", "true");
        fields.put("show", "met:sales");
        return fields;
    }

    private void translate(String field, String text) {
        Matcher was = Pattern.compile("name=\"was-" + Pattern.quote(field) + "\" value=\"([^\"]*)\"")
                .matcher(service.get(path + "/texts?from=en&to=de").body());
        assertThat(was.find()).isTrue();
        Answer saved =
                service.form(path + "/texts?from=en&to=de", form(Map.of(field, text, "was-" + field, was.group(1))));
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    }

    private void act(String act) {
        assertThat(service.form(path, form(Map.of("version", version(), "act", act)))
                        .status())
                .isEqualTo(303);
    }

    private void undo() {
        Matcher number = Pattern.compile("name=\"number\" value=\"(\\d+)\"")
                .matcher(service.get(path).body());
        assertThat(number.find()).isTrue();
        service.form(path + "/undo", form(Map.of("number", number.group(1))));
    }

    private String version() {
        return Integer.toString(
                study.feature().engagements().require(engagement.id()).version());
    }

    private List<String> keys() {
        return model().items().stream().map(Item::key).toList();
    }

    private Questionnaire model() {
        return study.feature().questionnaires().current(engagement.id());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
