package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
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
            assertPagesAndWorkbookPrintTheSame(wave, !year.equals("2014"));
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

    /** To the printed decimal: of the API's number, on the page it comes from, in the table of changes and in the workbook. */
    private void assertPagesAndWorkbookPrintTheSame(String wave, boolean hasEarlier) throws IOException {
        String changes = page("/waves/" + wave + "/results?question=change&sort=touchpoint&order=ascending");
        Map<String, Double> sheet = customersInWorkbook(wave);
        int compared = 0;
        for (JsonNode figure : api.get("/api/waves/" + wave + "/figures?kind=mean&audience=customer&measure=experience")
                .require(200)
                .path("items")) {
            if (!figure.path("segment").isNull()) {
                continue;
            }
            String touchpoint = figure.path("touchpoint").asText();
            String printed = new BigDecimal(figure.path("value").asDouble())
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString();
            assertThat(page("/figures/" + figure.path("id").asText()))
                    .as(touchpoint)
                    .contains("<dt>Printed as</dt><dd><strong>" + printed + "</strong></dd>");
            assertThat(sheet).as("Gap table").containsKey(touchpoint);
            assertThat(String.format(Locale.ROOT, "%.1f", sheet.get(touchpoint)))
                    .as(touchpoint)
                    .isEqualTo(printed);
            if (hasEarlier) {
                assertThat(changes)
                        .as(touchpoint)
                        .containsPattern("<bdi>" + Pattern.quote(touchpoint)
                                + "</bdi></th>(?:(?!</tr>)[\\s\\S])*data-label=\"Now\"[^>]*>" + Pattern.quote(printed)
                                + "</td>");
            }
            compared++;
        }
        assertThat(compared).isEqualTo(14);
        assertChangesAreTheOnesOfTheApi(wave, changes);
    }

    private void assertChangesAreTheOnesOfTheApi(String wave, String page) {
        for (JsonNode trend : api.get("/api/waves/" + wave + "/figures?kind=trend&measure=experience")
                .require(200)
                .path("items")) {
            if (trend.path("segment").isNull()) {
                BigDecimal change = new BigDecimal(trend.path("value").asDouble()).setScale(1, RoundingMode.HALF_UP);
                String printed = (change.signum() > 0 ? "+" : "")
                        + change.toPlainString().replace('-', '−');
                assertThat(page)
                        .containsPattern("data-label=\"Change\"[^>]*>(<strong>)?" + Pattern.quote(printed)
                                + "(</strong>)?</td>(?:(?!</tr>)[\\s\\S])*"
                                + trend.path("id").asText());
            }
        }
    }

    private String page(String path) {
        return new String(api.download(path), StandardCharsets.UTF_8);
    }

    /** What customers give each touchpoint, as the Sales workbook's gap table has it. */
    private Map<String, Double> customersInWorkbook(String wave) throws IOException {
        Map<String, Double> means = new HashMap<>();
        byte[] file = api.download("/api/waves/" + wave + "/workbooks/sales.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheet("Gap table");
            int head = -1;
            int column = -1;
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals("Customers give it")) {
                        head = row.getRowNum();
                        column = cell.getColumnIndex();
                    }
                }
                if (head >= 0 && row.getRowNum() > head && row.getCell(0) != null && isNumber(row.getCell(column))) {
                    means.put(
                            row.getCell(0).getStringCellValue(),
                            row.getCell(column).getNumericCellValue());
                }
            }
        }
        return means;
    }

    private static boolean isNumber(@Nullable Cell cell) {
        return cell != null
                && (cell.getCellType() == CellType.NUMERIC
                        || cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.NUMERIC);
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
