package parallax.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.diagnostic.Diagnostic;
import parallax.diagnostic.Diagnostics;
import parallax.finding.WaveFixture;
import parallax.questionnaire.Audience;
import parallax.study.SegmentVariable;
import parallax.web.TestServer;

/** A wave after another: twelve customers of twelve accounts in two regions, six of Sales, four of Marketing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsPagesTest {

    private static final String NO_NUMBER = "(?<![\\w-])(NaN|null)(?![\\w-])";

    private static final Diagnostics NOTHING_ASKED = id -> new Diagnostic(5, 0.5, 5, List.of(), List.of());

    private final WaveFixture wave = wave(1).named("Follow-up").after(wave(0));
    private final String results = "/waves/" + wave.id() + "/results";
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(jersey -> new ResultsFeature(wave.service(), NOTHING_ASKED).register(jersey));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static WaveFixture wave(int better) {
        WaveFixture wave = WaveFixture.aWave()
                .worded("demo", "Demo <b>&")
                .segments(new SegmentVariable("region", List.of("north", "south & east")))
                .people(Audience.SALES, 6);
        int[] experience = {1, 2, 2, 1, 2, 3, 1, 2, 2, 3, 2, 1};
        for (int i = 0; i < experience.length; i++) {
            wave.customer("account" + i, experience[i] + better, 4 + i % 2, i < 6 ? 1 : 2);
        }
        for (int member = 0; member < 6; member++) {
            wave.member(Audience.SALES, 4 + member % 2, 3, 0);
        }
        for (int member = 0; member < 4; member++) {
            wave.member(Audience.MARKETING, 3, 3, 0);
        }
        return wave;
    }

    @Test
    void everyQuestionHasItsTableAndItsChart() {
        String page = page("");

        for (ResultsQuestion question : ResultsQuestion.values()) {
            assertThat(page).contains("<h2>" + question.text() + "</h2>");
        }
        assertThat(page).contains("<details class=\"question\" id=\"differences\" open>");
        assertThat(page.split("<details class=\"question\"[^>]* open>", -1))
                .as("one is open")
                .hasSize(2);
        for (String chart : List.of("differences", "shortfall", "importance", "change")) {
            assertThat(page).contains("id=\"" + chart + "-wide-title\"").contains("id=\"" + chart + "-narrow-title\"");
        }
        assertThat(page).contains("6 of 6").doesNotContain("<b>&");
        assertThat(textOf(page)).doesNotContainPattern(NO_NUMBER);
    }

    /** Customers 2.83, Sales 4.5: the rule calls it clear, in words and with glyph. */
    @Test
    void aDifferenceStandsWithItsVerdictAndLeadsToItsOrigin() throws Exception {
        JsonNode gap = figure("kind=perception_gap&team=sales&touchpoint=demo");
        String page = page("");

        assertThat(gap.get("verdict").asText()).isEqualTo("clear_above");
        assertThat(gap.get("value").asDouble()).isEqualTo(4.5 - 34 / 12.0);
        assertThat(page)
                .contains("<strong>+1.7</strong>")
                .contains("<strong>▲ Overestimated</strong>")
                .contains("all of the team answered")
                .contains("href=\"/figures/" + gap.get("id").asText() + "\"");
        String origin =
                server.get("/figures/" + gap.get("id").asText(), "consultant").body();
        assertThat(origin)
                .contains("Perception gap: Demo &lt;b&gt;&amp;, Sales")
                .contains("mean of what Sales believes customers give − mean of what customers give")
                .contains("Rule 2: q ")
                .contains("How do you think customers rate their experience with")
                .contains("How good was your experience with");
    }

    @Test
    void aTeamTooSmallIsHiddenWithItsReasonInWords() {
        assertThat(page("")).contains("[c] Too few answers").contains("fewer answers than the minimum");
        assertThat(page("?question=agreement")).doesNotContain("agreement-wide-title");
    }

    @Test
    void theChangeSinceTheWaveBeforeIsOnePoint() {
        assertThat(page("?question=change&sort=touchpoint&order=ascending"))
                .contains("<strong>+1.0</strong>")
                .contains("<strong>▲ Up</strong>")
                .contains("aria-sort=\"ascending\"");
    }

    @Test
    void rowsSortByWhatIsAskedAndTheOtherWayRound() {
        assertThat(touchpoints("&sort=touchpoint&order=ascending")).containsExactly("advice", "Demo <b>&", "proposal");
        assertThat(touchpoints("&sort=touchpoint&order=descending")).containsExactly("proposal", "Demo <b>&", "advice");
    }

    @Test
    void onlyPlannedSegmentsCanBePicked() {
        assertThat(page("?segment=region:north"))
                .contains("<option value=\"region:south &amp; east\">region: south &amp; east</option>")
                .contains("<option value=\"region:north\" selected>");
        HttpResponse<String> unknown = server.get(results + "?segment=region:west", "consultant");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("region:north");
    }

    @ParameterizedTest
    @ValueSource(strings = {"question=why", "sort=size", "order=up", "sgment=x"})
    void whatThePageDoesNotKnowIsRefused(String query) {
        assertThat(server.get(results + "?" + query, "consultant").statusCode()).isEqualTo(422);
    }

    @Test
    void theTableOnScreenComesAsCsv() {
        HttpResponse<String> csv = server.get(results + "/table.csv?question=shortfall", "consultant");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines[0])
                .isEqualTo("Touchpoint,Importance,Experience,Difference,Likely range,Verdict,Rated both,q,Fix first,"
                        + "In the map,Figure");
        assertThat(lines[1]).startsWith("advice,4.5,2.8,1.7,").contains(",▲ Falls short of its importance,12,");
    }

    @Test
    void anOriginTellsEverythingTheFigureStandsOn() throws Exception {
        String id = figure("kind=perception_gap&team=sales&touchpoint=advice")
                .get("id")
                .asText();
        JsonNode origin = json("/api/figures/" + id);

        assertThat(origin.get("id").asText()).isEqualTo(id);
        assertThat(origin.get("kind").asText()).isEqualTo("perception_gap");
        assertThat(origin.get("value").asDouble()).isEqualTo(4.5 - 34 / 12.0);
        assertThat(origin.get("questionnaire_version").asInt()).isEqualTo(1);
        assertThat(origin.get("settings").get("smallest_gap_points").asDouble()).isEqualTo(0.5);
        assertThat(origin.get("settings").get("minimum_accounts").asInt()).isEqualTo(3);
        assertThat(origin.get("wave").get("name").asText()).isEqualTo("Follow-up");
        assertThat(origin.get("wording")).hasSize(2);
        assertThat(origin.get("rule").get("number").asInt()).isEqualTo(2);
        assertThat(origin.get("rule").get("q").asDouble())
                .isEqualTo(origin.get("q").asDouble());
        assertThat(origin.get("stands_on")).hasSize(4);
        // Twelve customers' ratings sum to 34; six of Sales are under ten, so their sum is not told.
        assertThat(origin.get("counts")).hasSize(1);
        assertThat(origin.get("counts").get(0).get("sum").asInt()).isEqualTo(34);
        assertThat(origin.get("counts_note").asText()).contains("ten answers");
    }

    /** Twelve customers rated both; their importance sums to 54 and their experience to 34. */
    @Test
    void aShortfallTellsTheCountsOfThoseWhoRatedBoth() throws Exception {
        String id = figure("kind=service_gap&touchpoint=advice").get("id").asText();
        JsonNode counts = json("/api/figures/" + id).get("counts");

        assertThat(counts).hasSize(2).allSatisfy(count -> {
            assertThat(count.get("both_rated").asBoolean()).isTrue();
            assertThat(count.get("answers").asInt()).isEqualTo(12);
            assertThat(count.has("not_encountered")).isFalse();
        });
        assertThat(counts.get(0).get("sum").asInt()).isEqualTo(34);
        assertThat(counts.get(1).get("sum").asInt()).isEqualTo(54);
        assertThat(server.get("/figures/" + id, "consultant").body()).contains("of those who rated both");
        assertThat(page("?question=shortfall")).contains("are of those who rated both");
    }

    @Test
    void aHiddenFigureTellsItsReasonAndNoNumber() throws Exception {
        JsonNode hidden = figure("kind=perception_gap&team=marketing&touchpoint=advice");
        JsonNode origin = json("/api/figures/" + hidden.get("id").asText());

        assertThat(origin.get("suppressed").asBoolean()).isTrue();
        assertThat(origin.get("reason").asText()).isEqualTo("fewer_than_minimum");
        assertThat(origin.get("because").asText()).contains("Fewer answers");
        assertThat(origin.get("counts")).isEmpty();
        assertThat(origin.has("value")).isFalse();
        assertThat(origin.get("rule").has("gap")).isFalse();
        assertThat(origin.get("rule").has("q")).isFalse();
        assertThat(server.get("/figures/" + hidden.get("id").asText(), "consultant")
                        .body())
                .contains("Fewer answers than the agreed minimum")
                .doesNotContain("Counts behind it");
    }

    @Test
    void everyFigureHasAnOriginThatCanBeRead() throws Exception {
        List<String> ids = new ArrayList<>();
        json("/api/waves/" + wave.id() + "/figures")
                .get("items")
                .forEach(item -> ids.add(item.get("id").asText()));

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        for (String id : ids) {
            HttpResponse<String> page = server.get("/figures/" + id, "consultant");
            assertThat(page.statusCode()).as(id).isEqualTo(200);
            assertThat(textOf(page.body())).doesNotContainPattern(NO_NUMBER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f_",
                "none",
                "f_0123456789abcdef01234567",
                "f_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "f_!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anIdThatNamesNoFigureIsNotFound(String id) {
        assertThat(server.get("/api/figures/" + id, "consultant").statusCode()).isEqualTo(404);
        assertThat(server.get("/figures/" + id, "consultant").statusCode()).isEqualTo(404);
    }

    @Test
    void aFigureIsFoundWhereNothingWasComputedBefore() {
        String id = wave.findings().figures().get(0).id();

        assertThat(new FigureReading(wave.service()).require(id).figure().id()).isEqualTo(id);
    }

    @Test
    void aWaveThatNobodyAnsweredSaysSoInWords() {
        WaveFixture empty = WaveFixture.aWave().segments(new SegmentVariable("region", List.of("n".repeat(500))));
        try (TestServer alone =
                TestServer.start(jersey -> new ResultsFeature(empty.service(), NOTHING_ASKED).register(jersey))) {
            HttpResponse<String> page = alone.get("/waves/" + empty.id() + "/results", "consultant");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("counted in this wave.")
                    .contains("There is no earlier wave of this engagement to compare with.")
                    .doesNotContain("<svg class=\"chart\"");
            assertThat(textOf(page.body())).doesNotContainPattern(NO_NUMBER);
        }
    }

    @Test
    void readersOfAReleaseSeeNeither() throws Exception {
        String id = figure("kind=mean&touchpoint=demo&audience=customer&measure=experience")
                .get("id")
                .asText();

        assertThat(server.get("/api/figures/" + id, "reader").statusCode()).isEqualTo(403);
        assertThat(server.get("/figures/" + id, "reader").statusCode()).isEqualTo(403);
        assertThat(server.get(results, "reader").statusCode()).isEqualTo(403);
    }

    private List<String> touchpoints(String settings) {
        List<String> found = new ArrayList<>();
        server.get(results + "/table.csv?question=shortfall" + settings, "consultant")
                .body()
                .lines()
                .skip(1)
                .forEach(line -> found.add(line.split(",", 2)[0]));
        return found;
    }

    private String page(String query) {
        HttpResponse<String> response = server.get(results + query, "consultant");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** The first figure at all that fits. */
    private JsonNode figure(String query) throws Exception {
        for (JsonNode item :
                json("/api/waves/" + wave.id() + "/figures?" + query).get("items")) {
            if (item.get("segment").isNull()) {
                return item;
            }
        }
        throw new AssertionError("no figure fits " + query);
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> response = server.get(path, "consultant");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    /** Without attributes: they hold random tokens, which may spell anything. */
    private static String textOf(String page) {
        return page.replaceAll("<[^>]*>", " ");
    }
}
