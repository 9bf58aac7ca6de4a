package parallax.finding;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.AudienceFrame;
import parallax.study.SegmentVariable;

/** A data set whose figures two independent programs computed: answers, settings and expected tables. */
final class ExpectedFigures {

    private static final List<String> RESERVED = List.of("_nps", "_csat", "_ces");
    private static final List<String> VARIABLES = List.of("segment", "segment_2");
    private static final Path ALL = Path.of("../shared/data/fixtures");

    private final Path folder;

    private ExpectedFigures(Path folder) {
        this.folder = folder;
    }

    static List<ExpectedFigures> list() {
        try (Stream<Path> folders = Files.list(ALL)) {
            List<ExpectedFigures> found = folders.filter(folder -> Files.exists(folder.resolve("in/answers.csv")))
                    .sorted()
                    .map(ExpectedFigures::new)
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExpectedFigures in(Path folder) {
        return new ExpectedFigures(folder);
    }

    List<String> waves() {
        return answers().stream()
                .map(row -> row.text("wave"))
                .distinct()
                .sorted()
                .toList();
    }

    List<Row> answers() {
        return read("in/answers.csv");
    }

    /** Known team sizes; none if the data set does not tell. */
    List<Row> frame() {
        return Files.exists(folder.resolve("in/frame.csv")) ? read("in/frame.csv") : List.of();
    }

    /** None if the data set has no such table. */
    List<Row> expected(String table, String wave) {
        return expected(table).stream()
                .filter(row -> row.text("wave").equals(wave))
                .toList();
    }

    List<Row> expected(String table) {
        String file = "expected/" + table + ".csv";
        return Files.exists(folder.resolve(file)) ? read(file) : List.of();
    }

    JsonNode all() {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("expected/all.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double setting(String name, double ifAbsent) {
        Path config = folder.resolve("in/config.json");
        try {
            JsonNode settings = Files.exists(config)
                    ? new ObjectMapper().readTree(config.toFile())
                    : new ObjectMapper().createObjectNode();
            return settings.path(name).asDouble(ifAbsent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an import reads it (METHOD.md §1): the last row of a key wins, and what an audience was asked shows in its rows. */
    WaveFixture wave(String wave) {
        List<Row> rows =
                answers().stream().filter(row -> row.text("wave").equals(wave)).toList();
        List<String> touchpoints = rows.stream()
                .map(row -> row.text("touchpoint"))
                .filter(key -> !key.startsWith("_"))
                .distinct()
                .sorted()
                .toList();
        List<SegmentVariable> segments = VARIABLES.stream()
                .filter(variable -> rows.get(0).has(variable))
                .map(variable -> new SegmentVariable(variable, values(rows, variable)))
                .toList();
        WaveFixture fixture = WaveFixture.aWave()
                .named(wave)
                .touchpoints(touchpoints)
                .segments(segments.toArray(SegmentVariable[]::new))
                .scalePoints((int) setting("scale_max", 5))
                .smallestGapPercent(100 * setting("delta_share", 0.125))
                .minimums((int) setting("min_n_customer", 5), (int) setting("min_n_team", 5), (int)
                        setting("min_accounts", 3));
        for (Audience audience : Audience.values()) {
            List<Row> ofAudience = rows.stream()
                    .filter(row -> row.text("audience").equals(audience.code()))
                    .toList();
            if (!ofAudience.isEmpty()) {
                fixture.frame(audience, frame(wave, audience, ofAudience, touchpoints));
                addResponses(fixture, audience, ofAudience, touchpoints, segments);
            }
        }
        return fixture;
    }

    private static List<String> values(List<Row> rows, String variable) {
        return rows.stream()
                .map(row -> row.text(variable))
                .filter(not(String::isEmpty))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private AudienceFrame frame(String wave, Audience audience, List<Row> rows, List<String> touchpoints) {
        Integer people = frame().stream()
                .filter(row ->
                        row.text("wave").equals(wave) && row.text("audience").equals(audience.code()))
                .map(row -> Integer.valueOf(row.text("N")))
                .findFirst()
                .orElse(null);
        Set<Integer> items = new TreeSet<>();
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Row row : rows) {
            if (isReserved(row)) {
                continue;
            }
            items.add(touchpoints.indexOf(row.text("touchpoint")));
            for (Measure measure : Measure.values()) {
                if (!row.text(measure.code()).isEmpty()) {
                    measures.add(measure);
                }
            }
        }
        return new AudienceFrame(people, dispositions(wave, audience), new ArrayList<>(items), measures);
    }

    private Map<String, Integer> dispositions(String wave, Audience audience) {
        Map<String, Integer> counts = new HashMap<>();
        if (Files.exists(folder.resolve("in/dispositions.csv"))) {
            read("in/dispositions.csv").stream()
                    .filter(row -> row.text("wave").equals(wave)
                            && row.text("audience").equals(audience.code()))
                    .forEach(row -> counts.put(row.text("code"), Integer.valueOf(row.text("count"))));
        }
        return counts;
    }

    private static boolean isReserved(Row row) {
        return row.text("touchpoint").startsWith("_");
    }

    private static void addResponses(
            WaveFixture fixture,
            Audience audience,
            List<Row> rows,
            List<String> touchpoints,
            List<SegmentVariable> segments) {
        Map<List<String>, List<Row>> sheets = new LinkedHashMap<>();
        for (Row row : rows) {
            sheets.computeIfAbsent(key(row, segments), key -> new ArrayList<>()).add(row);
        }
        sheets.forEach((key, sheet) -> {
            int[] experience = new int[touchpoints.size()];
            int[] importance = new int[touchpoints.size()];
            byte[] numbers = new byte[RESERVED.size()];
            for (Row row : sheet) {
                if (isReserved(row)) {
                    String value = row.text("experience");
                    numbers[RESERVED.indexOf(row.text("touchpoint"))] =
                            (byte) (value.isEmpty() ? 0 : Integer.parseInt(value) + 1);
                    continue;
                }
                int item = touchpoints.indexOf(row.text("touchpoint"));
                experience[item] = rating(row.text("experience"));
                importance[item] = rating(row.text("importance"));
            }
            Response response = WaveFixture.response(
                    audience,
                    sheet.get(0).text("account"),
                    key.get(0),
                    experience,
                    importance,
                    IntStream.range(0, segments.size())
                            .map(i -> 1 + segments.get(i).values().indexOf(key.get(1 + i)))
                            .toArray());
            fixture.with(WaveFixture.withNumbers(response, numbers));
        });
    }

    private static List<String> key(Row row, List<SegmentVariable> segments) {
        return Stream.concat(Stream.of("respondent"), segments.stream().map(SegmentVariable::variable))
                .map(row::text)
                .toList();
    }

    private static int rating(String text) {
        return text.isEmpty()
                ? 0
                : Set.of("na", "n/a").contains(text.toLowerCase(Locale.ROOT)) ? 255 : Integer.parseInt(text);
    }

    private List<Row> read(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return reader.stream().map(row -> new Row(row.getFieldsAsMap())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }

    /** One row of a table; {@code cells} by column. */
    record Row(Map<String, String> cells) {

        boolean has(String column) {
            return cells.containsKey(column);
        }

        String text(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("no column '%s' among %s".formatted(column, cells.keySet()));
            }
            return text;
        }
    }
}
