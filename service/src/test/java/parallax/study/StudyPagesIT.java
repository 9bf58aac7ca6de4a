package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.questionnaire.Touchpoint;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyService.Answer;

class StudyPagesIT {

    private static final String HOSTILE = "<script>alert(1)</script>${7*7}#{7*7}=HYPERLINK(\"http://x\")";
    private static final String HOSTILE_ESCAPED =
            "&lt;script&gt;alert(1)&lt;/script&gt;${7*7}#{7*7}=HYPERLINK(&quot;http://x&quot;)";

    private static final Databases DATABASES = TestDatabase.shared();
    private static final StudyFixture STUDY = new StudyFixture(DATABASES);
    private static final StudyService SERVICE = new StudyService(STUDY);

    @BeforeEach
    void clean() {
        TestDatabase.clean();
    }

    @Test
    void theEmptyListSaysWhatComesHereAndOffersOneAction() {
        String page = SERVICE.get("/").body();

        assertThat(page).contains("Here will stand the work for each client company");
        assertThat(buttons(page)).containsExactly("New engagement");
    }

    @Test
    void aNewEngagementLeadsToItsTaskList() {
        Answer made = SERVICE.form("/engagements/new", form(Map.of("name", "Northwind 2030", "client", "Northwind")));
        String home = SERVICE.get(made.header("Location")).body();

        assertThat(made.status()).isEqualTo(303);
        assertThat(home).contains("12 touchpoints chosen", "none yet");
        assertThat(buttons(home)).containsExactly("Plan a wave");
    }

    @Test
    void aRefusedFormKeepsEverythingThatWasTyped() {
        Answer refused = SERVICE.form(
                "/engagements/new",
                form(Map.of(
                        "name",
                        HOSTILE,
                        "client",
                        " ",
                        "scale_points",
                        "7",
                        "minimum_group",
                        "4",
                        "minimum_team",
                        "many",
                        "smallest_gap_percent",
                        "10,5")));
        Answer second =
                SERVICE.form("/engagements/new", form(Map.of("name", HOSTILE, "client", " ", "minimum_group", "4")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<title>Error: New engagement")
                .contains("<a href=\"#f-minimum_team\">Enter a whole number.</a>")
                .contains("id=\"f-name\" name=\"name\" type=\"text\" value=\"" + HOSTILE_ESCAPED + "\"")
                .contains("value=\"many\"", "value=\"10,5\"", "<details open>")
                .containsPattern("value=\"7\" checked");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body())
                .contains("Enter the client company’s name.", "Use 5 or more")
                .doesNotContain("<script>alert", "=HYPERLINK(\"");
        assertThat(STUDY.feature().engagements().list()).isEmpty();
    }

    @Test
    void hostileNamesAreShownAsTypedEverywhere() {
        Engagement engagement =
                STUDY.feature().engagements().create(StudyFixture.CONSULTANT, CreateEngagement.named(HOSTILE, HOSTILE));
        Wave wave = STUDY.wave(engagement, HOSTILE);
        STUDY.feature()
                .questionnaires()
                .replaceTouchpoints(
                        StudyFixture.CONSULTANT,
                        engagement.id(),
                        List.of(new Touchpoint(
                                "demo",
                                Map.of("en", "<script>alert(1)</script>${7*7}"),
                                parallax.questionnaire.Owner.SALES,
                                parallax.questionnaire.Phase.DECIDE,
                                Map.of("en", HOSTILE),
                                Map.of("en", "<script>alert(1)</script>${7*7}"))));
        String home = "/engagements/" + engagement.id();

        for (String path : List.of(
                "/",
                home,
                home + "/touchpoints",
                home + "/forms/customer",
                home + "/settings",
                home + "/delete",
                home + "/waves/new",
                "/waves/" + wave.id(),
                "/waves/" + wave.id() + "/settings")) {
            Answer page = SERVICE.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}")
                    .doesNotContain("<script")
                    .doesNotContain("&gt;49");
        }
    }

    @Test
    void theEditorSavesWhatItShows() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/touchpoints";
        List<Touchpoint> before =
                STUDY.feature().questionnaires().current(engagement.id()).touchpoints();

        Answer saved = SERVICE.form(path, form(fieldsOf(SERVICE.get(path).body())));

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(STUDY.feature().questionnaires().current(engagement.id()).touchpoints())
                .isEqualTo(before);
    }

    @Test
    void touchpointsAreUntickedRenamedAddedAndMovedInOneForm() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/touchpoints";
        Map<String, String> fields = fieldsOf(SERVICE.get(path).body());
        fields.remove("t0-use");
        fields.put("t1-label", "Catalogue");
        fields.put("t1-phrase", "our catalogue");
        fields.put("t1-hint", "");
        fields.put("t3-owner", "shared");
        fields.put("t3-phase", "discover");
        fields.put("add", "newsletter");
        fields.put("own-label", "Démo à Lyon");
        fields.put("own-phase", "use");
        fields.put("move", "up-delivery");

        Answer saved = SERVICE.form(path, form(fields));

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo(path + "?moved=up-delivery");
        List<Touchpoint> touchpoints =
                STUDY.feature().questionnaires().current(engagement.id()).touchpoints();
        assertThat(touchpoints)
                .extracting(Touchpoint::key)
                .containsExactly(
                        "brochure",
                        "trade_show",
                        "first_call",
                        "newsletter",
                        "demo",
                        "technical_advice",
                        "proposal",
                        "price",
                        "negotiation",
                        "delivery",
                        "handover",
                        "follow_up",
                        "demo_a_lyon");
        assertThat(touchpoints.get(0).labels()).isEqualTo(Map.of("en", "Catalogue"));
        assertThat(touchpoints.get(0).phrases()).isEqualTo(Map.of("en", "our catalogue"));
        assertThat(touchpoints.get(0).hints()).isEmpty();
        assertThat(touchpoints.get(2).owner().code()).isEqualTo("shared");
        assertThat(SERVICE.get("/engagements/" + engagement.id() + "/forms/customer")
                        .body())
                .contains("How good was your experience with our catalogue?");
    }

    @Test
    void theEditorPointsAtTheRowThatIsWrongAndKeepsAllRows() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/touchpoints";
        Map<String, String> fields = fieldsOf(SERVICE.get(path).body());
        fields.remove("t0-use");
        fields.put("t2-label", "x".repeat(61));
        fields.put("t3-phrase", "y".repeat(81));
        fields.put("own-label", "Website visit");
        fields.put("own-owner", "finance");
        fields.put("add", "newsletter");

        Answer refused = SERVICE.form(path, form(fields));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"#f-t2-label\">Shorten this to 60 characters; it has 61.</a>")
                .contains("<a href=\"#f-t3-phrase\">Shorten this to 80 characters; it has 81.</a>")
                .contains("<a href=\"#f-own-owner\">Use one of sales, marketing, shared, other.</a>")
                .contains("value=\"" + "x".repeat(61) + "\"", "value=\"Website visit\"")
                .contains("name=\"t0-use\" value=\"true\"><span")
                .contains("value=\"newsletter\" checked");
        assertThat(STUDY.feature().questionnaires().current(engagement.id()).touchpoints())
                .isEqualTo(STUDY.feature().bank().defaultTouchpoints(List.of("en")));
    }

    @Test
    void aChangeByTwoPeopleIsToldAndNothingTypedIsLost() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/touchpoints";
        Map<String, String> fields = fieldsOf(SERVICE.get(path).body());
        SERVICE.form(path, form(fields));
        fields.put("t1-label", "Catalogue");

        Answer late = SERVICE.form(path, form(fields));
        Answer again = SERVICE.form(path, form(fieldsOf(late.body())));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Somebody changed this engagement after you opened the page.", "value=\"Catalogue\"");
        assertThat(again.status()).isEqualTo(303);
    }

    @Test
    void whileAWaveIsOpenTheEditorIsReadOnlyAndSaysWhy() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/touchpoints";
        Map<String, String> fields = fieldsOf(SERVICE.get(path).body());
        launch(STUDY.wave(engagement, "Baseline"));

        String page = SERVICE.get(path).body();

        assertThat(page)
                .contains("Wave “Baseline” is being answered, so the touchpoints cannot be changed.")
                .contains("Product demonstration")
                .doesNotContain("<input type=\"checkbox\"", "Save touchpoints");
        assertThat(SERVICE.form(path, form(fields)).status()).isEqualTo(409);
        assertThat(SERVICE.get("/engagements/" + engagement.id() + "/settings").body())
                .contains("cannot change any more")
                .doesNotContain("name=\"minimum_group\"");
    }

    @Test
    void aWaveIsPlannedWithDatesAndReminders() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/waves/new";
        Map<String, String> fields = fieldsOf(SERVICE.get(path).body());
        fields.put("name", "Baseline");
        fields.put("closes_on", "2030-11-28");
        fields.put("reminder_2", "");

        Answer planned = SERVICE.form(path, form(fields) + "&audiences=sales");
        String home = SERVICE.get(planned.header("Location")).body();

        assertThat(planned.status()).as(planned.body()).isEqualTo(303);
        assertThat(home).contains("<dd>28 Nov 2030, 23:59 UTC</dd>", "<dd>after 5 days</dd>", "Nobody was asked yet.");
        String settings = SERVICE.get(planned.header("Location") + "/settings").body();
        Answer unchanged = SERVICE.form(planned.header("Location") + "/settings", form(fieldsOf(settings)));
        assertThat(unchanged.status()).as(unchanged.body()).isEqualTo(303);
        assertThat(SERVICE.get(planned.header("Location")).body()).contains("28 Nov 2030, 23:59 UTC");
    }

    @Test
    void aRefusedPlanPointsAtItsFieldsAndKeepsWhatWasTyped() {
        Engagement engagement = STUDY.engagement();
        STUDY.wave(engagement, "Baseline");
        String path = "/engagements/" + engagement.id() + "/waves/new";

        Answer taken = SERVICE.form(path, form(Map.of("name", "Baseline", "asks", "audiences", "audiences", "sales")));
        Answer past = SERVICE.form(
                path, form(Map.of("name", "Next", "asks", "audiences", "closes_on", "2030-11-04", "grace_days", "90")));
        Answer noDate = SERVICE.form(path, form(Map.of("name", "Next", "closes_on", "28.11.2030", "reminder_1", "x")));

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("<a href=\"#f-name\">This engagement has a wave of that name already.");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body())
                .contains("<a href=\"#f-audiences\">Choose at least one of customer, sales, marketing.</a>")
                .contains("<a href=\"#f-closes_on\">Last day: choose a closing date that lies ahead.</a>")
                .contains("<a href=\"#f-grace_days\">Days of grace: use a whole number from 0 to 60.</a>")
                .contains("value=\"90\"");
        assertThat(noDate.body())
                .contains("<a href=\"#f-closes_on\">Last day: enter a date as year-month-day, such as 2030-11-28.</a>")
                .contains("<a href=\"#f-reminder_1\">First reminder: enter a whole number.</a>");
        assertThat(STUDY.feature().waves().list(engagement.id())).hasSize(1);
    }

    @Test
    void panelsOfOtherFeaturesStandOnTheWavesPageWithOnePrimaryButton() {
        Wave wave = STUDY.wave(STUDY.engagement(), "Panels");
        StudyFixture study = new StudyFixture(DATABASES);
        WavePanel.Table table = new WavePanel.Table(
                "Field", List.of("Audience", "Invited"), List.of(List.of("Customers", "150")), true);
        study.feature().add((WavePanel) (caller, shown) -> Optional.of(new WavePanel.Content(
                20,
                "Second",
                "",
                List.of(new WavePanel.Fact(HOSTILE, HOSTILE)),
                table,
                List.of(WavePanel.Action.link("Look", "/look").asPrimary()))));
        study.feature().add((WavePanel) (caller, shown) -> Optional.of(new WavePanel.Content(
                10,
                "First of " + caller.name(),
                "Text " + HOSTILE,
                List.of(),
                null,
                List.of(
                        WavePanel.Action.link("Launch", "/launch").asPrimary(),
                        WavePanel.Action.post("Close", "/close").confirming("For good.")))));
        study.feature().add((WavePanel) (caller, shown) -> Optional.empty());

        String page = new StudyService(study).get("/waves/" + wave.id()).body();

        assertThat(page).containsSubsequence("First of Maria Alder", "For good.", "Second", "<td class=\"numeric\"");
        assertThat(page).contains("Text " + HOSTILE_ESCAPED).doesNotContain("<script");
        assertThat(buttons(page)).containsExactly("Launch");
    }

    @Test
    void theNextOpenTaskHasTheOnlyPrimaryButton() {
        StudyFixture study = new StudyFixture(DATABASES);
        Engagement engagement = study.engagement();
        study.feature().add((EngagementTask) shown -> new EngagementTask.Line(
                20,
                "Contacts",
                "/engagements/" + shown.id() + "/contacts",
                HOSTILE,
                EngagementTask.Progress.TO_DO,
                "Import contacts"));
        StudyService service = new StudyService(study);
        String home = "/engagements/" + engagement.id();

        String before = service.get(home).body();
        launch(study.wave(engagement, "Baseline"));
        String after = service.get(home).body();

        assertThat(before).containsSubsequence("Touchpoints</a>", "Contacts</a>", "Waves</a>");
        assertThat(before).contains(HOSTILE_ESCAPED).doesNotContain("<script");
        assertThat(buttons(before)).containsExactly("Import contacts");
        assertThat(buttons(after)).containsExactly("Watch the field");
    }

    @Test
    void anEngagementIsDeletedOnceItsNameIsTyped() {
        Engagement engagement = STUDY.engagement();
        String path = "/engagements/" + engagement.id() + "/delete";

        Answer wrong = SERVICE.form(path, form(Map.of("confirm", "northwind")));
        Answer right = SERVICE.form(path, form(Map.of("confirm", "Northwind 2030")));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Give the engagement’s name exactly as it is", "value=\"northwind\"");
        assertThat(right.status()).isEqualTo(303);
        assertThat(SERVICE.get("/engagements/" + engagement.id()).status()).isEqualTo(404);
    }

    @Test
    void aSampleIsMarkedOnEveryPage() {
        Engagement sample = STUDY.feature()
                .engagements()
                .create(
                        StudyFixture.CONSULTANT,
                        new CreateEngagement(
                                "Lumen", "Lumen", List.of("en"), 5, 12.5, 5, 5, 3, TeamScope.FUNCTION, true));
        Wave wave = STUDY.wave(sample, "Spring");

        for (String path : List.of("/", "/engagements/" + sample.id(), "/waves/" + wave.id())) {
            assertThat(SERVICE.get(path).body()).as(path).contains("<span class=\"tag tag-sample\">Sample</span>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engagements/nothing",
                "/engagements/00000000-0000-4000-8000-000000000000",
                "/engagements/00000000-0000-4000-8000-000000000000/touchpoints",
                "/engagements/00000000-0000-4000-8000-000000000000/waves/new",
                "/waves/00000000-0000-4000-8000-000000000000",
                "/waves/1/settings"
            })
    void whatDoesNotExistIsAPageThatSaysSo(String path) {
        Answer page = SERVICE.get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    private static void launch(Wave wave) {
        DATABASES
                .field()
                .useTransaction(handle -> STUDY.feature().waves().open(handle, wave.id(), new byte[] {1}, List.of()));
    }

    /** Words of the primary buttons that a reader sees. */
    private static List<String> buttons(String page) {
        Matcher matcher = Pattern.compile("class=\"button\"[^>]*>([^<]*)<").matcher(page);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** What a browser would send of a page's fields: hidden and text inputs, ticked boxes, chosen options. */
    private static Map<String, String> fieldsOf(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input\\s[^>]*>").matcher(page);
        while (inputs.find()) {
            String input = inputs.group();
            boolean choice = input.contains("type=\"checkbox\"") || input.contains("type=\"radio\"");
            if (!choice || input.contains(" checked")) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        }
        Matcher selects = Pattern.compile("<select[^>]* name=\"([^\"]*)\".*?</select>", Pattern.DOTALL)
                .matcher(page);
        while (selects.find()) {
            Matcher option = Pattern.compile("value=\"([^\"]*)\" selected").matcher(selects.group());
            if (option.find()) {
                fields.put(selects.group(1), option.group(1));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find()
                ? matcher.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&")
                : "";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
