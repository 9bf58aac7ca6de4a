package parallax.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.finding.WaveFixture;
import parallax.questionnaire.Audience;
import parallax.study.SegmentVariable;
import parallax.web.TestServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresResourceTest {

    private final WaveFixture wave = wave();
    private final String path = "/api/waves/" + wave.id() + "/figures";
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(jersey -> jersey.register(new FiguresResource(wave.service())));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Ten customers of ten accounts rate 1, 2, 3, 4, 5, 1, …: mean 3, s² = 20/9; five members rate 5. */
    @Test
    void aPerceptionGapCarriesItsNumbersUnderTheirNames() {
        JsonNode gap = only("kind=perception_gap&touchpoint=demo&team=sales", null);

        assertThat(names(gap))
                .startsWith(
                        "id",
                        "kind",
                        "measure",
                        "team",
                        "touchpoint",
                        "segment",
                        "verdict",
                        "flags",
                        "n",
                        "n_customers",
                        "accounts",
                        "value",
                        "se",
                        "df",
                        "low",
                        "high",
                        "low90",
                        "high90",
                        "p",
                        "tost_p",
                        "q",
                        "holm");
        assertThat(gap.get("id").asText()).matches("f_[0-9A-Za-z_-]{32}");
        assertThat(gap.get("measure").asText()).isEqualTo("experience");
        assertThat(gap.get("segment").isNull()).isTrue();
        assertThat(gap.get("n").asInt()).isEqualTo(5);
        assertThat(gap.get("n_customers").asInt()).isEqualTo(10);
        assertThat(gap.get("value").asDouble()).isEqualTo(2);
        assertThat(gap.get("se").asDouble()).isEqualTo(Math.sqrt(20 / 90.0 + 0.25 / 5));
        assertThat(gap.get("verdict").asText()).isEqualTo("clear_above");
        assertThat(gap.get("flags")).extracting(JsonNode::asText).containsExactly("census", "floored");
    }

    @Test
    void aMeanHasAnAudienceAndNeitherTestNorVerdict() {
        JsonNode mean = only("kind=mean&measure=experience&touchpoint=demo&audience=customer", null);

        assertThat(names(mean))
                .doesNotContain("team", "p", "q", "verdict", "rate")
                .startsWith(
                        "id",
                        "kind",
                        "measure",
                        "audience",
                        "touchpoint",
                        "segment",
                        "flags",
                        "n",
                        "accounts",
                        "value",
                        "se",
                        "df",
                        "low",
                        "high");
    }

    @Test
    void aServiceGapHasNoMeasure() {
        assertThat(names(only("kind=service_gap&touchpoint=demo", null)))
                .startsWith("id", "kind", "touchpoint", "segment", "verdict", "flags", "n", "accounts", "value");
    }

    @Test
    void aSuppressedFigureCarriesNoNumber() {
        JsonNode suppressed = only("kind=perception_gap&touchpoint=demo&segment=unit:south", "south");

        String expected = """
                {"id":"%s","kind":"perception_gap","measure":"experience","team":"sales","touchpoint":"demo",\
                "segment":{"variable":"unit","value":"south"},"suppressed":true,"reason":"fewer_than_minimum",\
                "verdict":"suppressed"}""";
        assertThat(suppressed)
                .hasToString(expected.formatted(suppressed.get("id").asText()));
        for (JsonNode figure : items("")) {
            if (figure.has("suppressed")) {
                figure.fields()
                        .forEachRemaining(
                                field -> assertThat(field.getValue().isNumber()).isFalse());
            }
        }
    }

    @Test
    void withoutAFilterEverythingIsListed() {
        Set<String> kinds = new TreeSet<>();
        items("").forEach(figure -> kinds.add(figure.get("kind").asText()));

        assertThat(kinds)
                .containsExactly(
                        "alignment_index",
                        "grid",
                        "mean",
                        "perception_gap",
                        "priority",
                        "priority_gap",
                        "reach",
                        "service_gap",
                        "top2",
                        "top2_gap");
    }

    @Test
    void aFilterGivenTwiceTakesEither() {
        assertThat(items("kind=mean&kind=reach&audience=sales"))
                .isNotEmpty()
                .allSatisfy(
                        figure -> assertThat(figure.get("audience").asText()).isEqualTo("sales"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=men, kind, men",
        "audience=clients, audience, clients",
        "team=customer, team, customer",
        "touchpoint=Demo, touchpoint, Demo",
        "segment=north, segment, north",
        "segment=unit:east, segment, unit:east",
        "measure=reach, measure, reach",
        "format=xml, format, xml",
        "kind=, kind, ''",
    })
    void whatTheWaveDoesNotHaveIsNamed(String query, String pointer, String value) {
        HttpResponse<String> response = get(query);

        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode error = json(response).get("errors").get(0);
        assertThat(error.get("parameter").asText()).isEqualTo(pointer);
        assertThat(error.get("value").asText()).isEqualTo(value);
        assertThat(error.get("message").asText()).contains("Use one of");
    }

    @Test
    void everyWrongFilterIsNamedAtOnce() {
        JsonNode problem = json(get("kind=men&team=legal"));

        assertThat(problem.get("errors"))
                .extracting(error -> error.get("parameter").asText())
                .containsExactly("kind", "team");
        assertThat(json(get("tuchpoint=demo"))
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("no such query parameter", "touchpoint");
    }

    @Test
    void theTableHasTheSameFiguresAndRunsNoFormula() {
        HttpResponse<String> response =
                get("format=csv&kind=mean&audience=customer&touchpoint=demo&measure=importance");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        String[] lines = response.body().split("\r\n");
        assertThat(lines[0])
                .startsWith(
                        "id,kind,measure,audience,team,touchpoint,segment_variable,segment_value,rate,suppressed,reason,"
                                + "verdict,flags,n,n_customers,accounts,value,se,df,low,high,low90,high90,p,tost_p,q,holm,");
        // ten times 4: the floor 0.25/10 under the variance
        assertThat(lines[1])
                .startsWith("f_")
                .contains(",mean,importance,customer,,demo,,,,,,,floored,10,,10,4.0,0.15811388300841897,");
        assertThat(lines[2]).contains(",unit,north,");
        assertThat(response.body()).contains(",unit,\"'=cmd|' \"\"/C\"\"\",,true,fewer_than_minimum,");
    }

    @Test
    void strangersAndReadersSeeNothing() {
        assertThat(server.get(path).statusCode()).isEqualTo(401);
        assertThat(server.get(path, "reader").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/waves/none/figures", "owner").statusCode()).isEqualTo(404);
    }

    private static WaveFixture wave() {
        WaveFixture wave = WaveFixture.aWave()
                .segments(new SegmentVariable("unit", List.of("north", "south", "=cmd|' \"/C\"")))
                .people(Audience.SALES, 5);
        for (int customer = 0; customer < 10; customer++) {
            wave.customer("account" + customer, 1 + customer % 5, 4, customer < 6 ? 1 : 2);
        }
        for (int member = 0; member < 5; member++) {
            wave.member(Audience.SALES, 5, 5, 0);
        }
        return wave;
    }

    /** The one figure that fits and stands at the segment value, or at all. */
    private JsonNode only(String query, @Nullable String segment) {
        List<JsonNode> found = items(query).stream()
                .filter(figure -> segment == null
                        ? figure.get("segment").isNull()
                        : figure.get("segment").path("value").asText().equals(segment))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> items(String query) {
        HttpResponse<String> response = get(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        json(response).get("items").forEach(items::add);
        return items;
    }

    private HttpResponse<String> get(String query) {
        return server.get(path + "?" + query, "consultant");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
