package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parallax.finding.WaveFixture.aWave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.AudienceFrame;
import parallax.study.SegmentVariable;

/** Values of finding/own-weights.json, which own_weights.py beside it computed with NumPy 2.4.6 and SciPy 1.17.1. */
class WeightedMeansTest {

    private static final List<String> REGIONS = List.of("north", "south");
    private static final List<String> SIZES = List.of("small", "medium", "large");
    private static final SegmentVariable REGION = new SegmentVariable("region", REGIONS);
    private static final Map<String, Field> FIELDS = Map.of(
            "n", Field.N,
            "accounts", Field.ACCOUNTS,
            "value", Field.VALUE,
            "se", Field.SE,
            "df", Field.DF,
            "low", Field.LOW,
            "high", Field.HIGH,
            "kish_deff", Field.KISH_DEFF,
            "n_trimmed", Field.TRIMMED);

    @Test
    void weightedMeansMeetTheExpectedFiguresBesideTheUnweightedOnes() {
        JsonNode data = read();
        WaveFixture wave = aWave().touchpoints(List.of("website", "demo"))
                .segments(REGION, new SegmentVariable("size", SIZES))
                .frame(
                        Audience.CUSTOMER,
                        new AudienceFrame(null, Map.of("I", 140, "NC", 60), null, null, margins(data)));
        data.path("customers").forEach(row -> add(wave, row));
        Findings findings = wave.findings();

        for (JsonNode expected : data.path("expected")) {
            Measure measure = Measure.ofCode(expected.path("measure").asText());
            String touchpoint = expected.path("touchpoint").asText();
            Figure.Estimate weighted = figure(findings, FigureKey.weightedMean(measure, touchpoint))
                    .requireEstimate();
            FIELDS.forEach((name, field) -> assertThat(Objects.requireNonNull(weighted.number(field)))
                    .as("%s of %s", name, touchpoint)
                    .isCloseTo(expected.path(name).asDouble(), within(1e-9)));
            assertThat(weighted.flags()).contains("weighted");
            assertThat(weighted.number(Field.RESPONSE_RATE)).isEqualTo(0.7);
            Figure plain = figure(findings, FigureKey.mean(measure, Audience.CUSTOMER, touchpoint, null));
            assertThat(plain.requireEstimate().value()).isNotEqualTo(weighted.value());
        }
        assertThat(findings.unweighted()).isEmpty();
        assertThat(data.path("expected")).hasSize(4);
    }

    @Test
    void withoutMarginsNothingIsWeighted() {
        Findings findings = regions(20, 20, Map.of()).findings();

        assertThat(weighted(findings)).isEmpty();
        assertThat(findings.unweighted()).isEmpty();
    }

    @Test
    void marginsThatCannotBeMetGiveAReasonAndNoWeightedFigure() {
        Map<String, Double> both = Map.of("north", 0.4, "south", 0.6);
        Findings nobody = regions(20, 0, Map.of("region", both)).findings();
        Findings unknown =
                regions(20, 20, Map.of("region", Map.of("north", 1.0))).findings();
        Findings gone = regions(20, 20, Map.of("branch", both)).findings();
        WaveFixture without = regions(20, 20, Map.of("region", both));
        without.customer("other", 3, 3, 0);

        assertThat(nobody.unweighted()).contains("Nobody answered in \"south\"");
        assertThat(unknown.unweighted()).isEqualTo("No share is known of “south” in “region”.");
        assertThat(gone.unweighted()).contains("does not have any more");
        assertThat(without.findings().unweighted()).contains("have no value of “region”");
        assertThat(aWave().frame(Audience.CUSTOMER, frame(Map.of("region", both)))
                        .findings()
                        .unweighted())
                .isEqualTo("No customer answered.");
        for (Findings findings : List.of(nobody, unknown, gone, without.findings())) {
            assertThat(weighted(findings)).isEmpty();
        }
    }

    /** With the plain sum, the weighted one would tell what the two southern customers answered. */
    @Test
    void aWeightedMeanThatWouldTellOfASmallSegmentIsWithheld() {
        Map<String, Double> both = Map.of("north", 0.4, "south", 0.6);

        assertThat(weighted(regions(20, 2, Map.of("region", both)).findings()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.suppressed()).isEqualTo(Suppression.COMPLEMENTARY));
        assertThat(weighted(regions(20, 5, Map.of("region", both)).findings()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.suppressed()).isNull());
    }

    private static List<Figure> weighted(Findings findings) {
        return findings.figures().stream()
                .filter(figure -> FigureKey.WEIGHTED.equals(figure.key().variant()))
                .toList();
    }

    private static WaveFixture regions(int north, int south, Map<String, Map<String, Double>> margins) {
        WaveFixture wave = aWave().segments(REGION).frame(Audience.CUSTOMER, frame(margins));
        for (int i = 0; i < north + south; i++) {
            wave.customer("a" + i, 1 + i % 5, 3 + i % 2, i < north ? 1 : 2);
        }
        return wave;
    }

    private static AudienceFrame frame(Map<String, Map<String, Double>> margins) {
        return new AudienceFrame(null, Map.of(), null, null, margins);
    }

    private static Map<String, Map<String, Double>> margins(JsonNode data) {
        return new ObjectMapper()
                .convertValue(data.path("margins"), new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    private static void add(WaveFixture wave, JsonNode row) {
        wave.with(WaveFixture.response(
                Audience.CUSTOMER,
                row.path("account").asText(),
                null,
                ratings(row.path("experience")),
                ratings(row.path("importance")),
                1 + REGIONS.indexOf(row.path("region").asText()),
                1 + SIZES.indexOf(row.path("size").asText())));
    }

    private static int[] ratings(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static Figure figure(Findings findings, FigureKey key) {
        return Objects.requireNonNull(findings.byKey().get(key));
    }

    private static JsonNode read() {
        try (InputStream json = WeightedMeansTest.class.getResourceAsStream("/finding/own-weights.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
