package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parallax.finding.WaveFixture.aWave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.SegmentVariable;
import parallax.study.TeamScope;

/**
 * Seven points, two segment variables, a team that answered by unit, an item worded anew and a team that is meant as these
 * people: figures of finding/own-figures.json, which own_figures.py beside it computed with NumPy 2.4.6 and SciPy 1.17.1.
 */
class OwnFiguresTest {

    private static final List<String> REGIONS = List.of("north", "south");
    private static final List<String> SIZES = List.of("small", "large");

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("n", Field.N),
            Map.entry("n_customers", Field.CUSTOMERS),
            Map.entry("accounts", Field.ACCOUNTS),
            Map.entry("value", Field.VALUE),
            Map.entry("se", Field.SE),
            Map.entry("df", Field.DF),
            Map.entry("low", Field.LOW),
            Map.entry("high", Field.HIGH),
            Map.entry("p", Field.P),
            Map.entry("n_from", Field.N_FROM),
            Map.entry("n_to", Field.N_TO),
            Map.entry("clusters_shared", Field.CLUSTERS_SHARED));

    private final JsonNode data = read();

    @Test
    void meansAndGapsOfSegmentsMeetTheExpectedFigures() {
        Findings findings = wave("customers", "sales").findings();

        assertThat(meets(findings, "mean", null)).isEqualTo(9);
        assertThat(meets(findings, "perception_gap", null)).isEqualTo(9);
    }

    @Test
    void trendsMeetTheExpectedFiguresAndAnItemWordedAnewHasNone() {
        String reworded = data.path("reworded").asText();
        Findings findings = wave("later_customers", null)
                .worded(reworded, "Something else")
                .after(wave("customers", null))
                .findings();

        assertThat(meets(findings, "trend", null)).isEqualTo(2);
        Figure trend = Objects.requireNonNull(
                findings.byKey().get(FigureKey.trend(Measure.EXPERIENCE, Audience.CUSTOMER, reworded, null)));
        assertThat(trend.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(trend.requireEstimate().number(Field.VALUE)).isNull();
        assertThat(trend.requireEstimate().flags()).containsExactly("not_comparable");
    }

    @Test
    void forThesePeopleTheTeamHasNoSamplingError() {
        Findings findings = wave("customers", "these_people")
                .people(Audience.SALES, data.path("these_people").size())
                .teamScope(TeamScope.THESE_PEOPLE)
                .findings();

        assertThat(meets(findings, "perception_gap", "these_people")).isEqualTo(3);
    }

    private int meets(Findings findings, String kind, @Nullable String scope) {
        Map<FigureKey, Figure> figures = findings.byKey();
        int compared = 0;
        for (JsonNode expected : data.path("expected")) {
            boolean sameScope = Objects.equals(scope, expected.path("scope").textValue());
            if (!expected.path("kind").asText().equals(kind) || !sameScope) {
                continue;
            }
            Figure figure = Objects.requireNonNull(figures.get(key(expected)));
            FIELDS.forEach((name, field) -> {
                if (expected.has(name)) {
                    double value = expected.path(name).asDouble();
                    assertThat(figure.requireEstimate().number(field))
                            .as("%s of %s", name, figure.key())
                            .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
                }
            });
            compared++;
        }
        return compared;
    }

    private static FigureKey key(JsonNode expected) {
        String touchpoint = expected.path("touchpoint").asText();
        JsonNode at = expected.path("segment");
        FigureKey.Segment segment = at.isMissingNode()
                ? null
                : new FigureKey.Segment(
                        at.path("variable").asText(), at.path("value").asText());
        return switch (expected.path("kind").asText()) {
            case "mean" -> FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, touchpoint, segment);
            case "trend" -> FigureKey.trend(Measure.EXPERIENCE, Audience.CUSTOMER, touchpoint, segment);
            default -> FigureKey.teamGap(Measure.EXPERIENCE, Audience.SALES, touchpoint, segment);
        };
    }

    private WaveFixture wave(String customers, @Nullable String sales) {
        WaveFixture wave = aWave().scalePoints(data.path("scale_points").asInt())
                .touchpoints(StreamSupport.stream(data.path("touchpoints").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .minimums(1, 1, 1)
                .segments(new SegmentVariable("region", REGIONS), new SegmentVariable("size", SIZES));
        add(wave, Audience.CUSTOMER, customers);
        if (sales != null) {
            add(wave, Audience.SALES, sales);
        }
        return wave;
    }

    private void add(WaveFixture wave, Audience audience, String rows) {
        for (JsonNode row : data.path(rows)) {
            wave.with(WaveFixture.response(
                    audience,
                    row.path("account").asText(),
                    row.path("person").asText(),
                    numbers(row.path("experience")),
                    numbers(row.path("importance")),
                    1 + REGIONS.indexOf(row.path("region").asText()),
                    1 + SIZES.indexOf(row.path("size").asText())));
        }
    }

    private static int[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static JsonNode read() {
        try (InputStream file =
                Objects.requireNonNull(OwnFiguresTest.class.getResourceAsStream("/finding/own-figures.json"))) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
