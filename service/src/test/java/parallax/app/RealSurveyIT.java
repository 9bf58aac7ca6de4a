package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * A real survey of three years: about 2,700 passengers a year on 14 touchpoints of an airport, customers only. Each year
 * becomes a wave of one engagement.
 */
class RealSurveyIT {

    private static final Path AIRPORT = Path.of("../shared/data/real/airport");
    private static final List<String> YEARS = List.of("2014", "2015", "2016");

    private final ParallaxServer server = ParallaxServer.shared();
    private final ApiClient api = server.api();

    @Test
    void eachYearIsImportedReadAndPrintedWithoutAnyTeam() throws Exception {
        String engagement = api.post("/api/engagements", "{\"name\": \"Airport\", \"client\": \"Airport\"}")
                .require(201)
                .path("id")
                .asText();
        api.put("/api/engagements/" + engagement + "/touchpoints", touchpoints(read("2014")))
                .require(200);
        for (String year : YEARS) {
            String wave = api.post(
                            "/api/engagements/" + engagement + "/waves",
                            "{\"name\": \"%s\", \"audiences\": [\"customer\"]}".formatted(year))
                    .require(201)
                    .path("id")
                    .asText();
            String csv = read(year);
            importAnswers(wave, csv);
            assertMeansAreThoseOfTheFile(wave, csv);
            assertWorkbooksSayThatNoTeamWasAsked(wave);
        }
    }

    private void importAnswers(String wave, String csv) {
        ApiClient.Answer answer = api.post("/api/waves/" + wave + "/responses", "text/csv", csv);
        assertThat(answer.status()).isEqualTo(202);
        JsonNode result = api.awaitJob(answer.location());
        assertThat(result.path("rows").asInt()).isEqualTo(csv.lines().count() - 1);
        assertThat(result.path("replaced").asInt()).isZero();
    }

    private void assertMeansAreThoseOfTheFile(String wave, String csv) {
        Map<String, double[]> sums = new HashMap<>();
        Set<String> rare = new LinkedHashSet<>();
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            double[] sum = sums.computeIfAbsent(cells[4], key -> new double[2]);
            if (!cells[6].isEmpty() && !cells[6].equals("NA")) {
                sum[0]++;
                sum[1] += Double.parseDouble(cells[6]);
            }
        });
        JsonNode figures = api.get("/api/waves/" + wave + "/figures?kind=mean&audience=customer")
                .require(200)
                .path("items");
        int compared = 0;
        for (JsonNode figure : figures) {
            if (!figure.path("segment").isNull() || figure.path("suppressed").asBoolean()) {
                continue;
            }
            double[] sum =
                    Objects.requireNonNull(sums.get(figure.path("touchpoint").asText()));
            // Break-offs are dropped (METHOD.md §1), so the mean may differ a little from the raw file's.
            assertThat(figure.path("n").asInt()).isBetween((int) (sum[0] * 0.9), (int) sum[0]);
            assertThat(figure.path("value").asDouble()).isCloseTo(sum[1] / sum[0], within(0.05));
            compared++;
        }
        assertThat(compared).as("touchpoints compared, rare ones " + rare).isEqualTo(sums.size());
    }

    private void assertWorkbooksSayThatNoTeamWasAsked(String wave) throws IOException {
        for (String team : List.of("sales", "marketing")) {
            byte[] file = api.download("/api/waves/" + wave + "/workbooks/" + team + ".xlsx");
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                assertThat(workbook.getSheet("Gap table")).isNotNull();
            }
        }
    }

    private static String touchpoints(String csv) {
        Set<String> keys = csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[4])
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(keys).hasSize(14);
        return keys.stream()
                .map(key -> "{\"key\": \"%s\", \"labels\": {\"en\": \"%s\"}, \"owner\": \"other\", \"phase\": \"use\"}"
                        .formatted(key, key))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String read(String year) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(AIRPORT.resolve(year + ".csv.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
