package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.AudienceFrame;
import parallax.study.SegmentVariable;

/** The examples of docs/method.md: its survey is computed, and every figure it prints is compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodDocumentTest {

    private static final List<String> TOUCHPOINTS = List.of("website", "demo", "proposal");
    private static final List<String> NUMBERS = List.of("recommend", "satisfied", "easy");

    private List<Map<String, String>> rows = List.of();
    private Map<FigureKey, Figure> figures = Map.of();

    @BeforeAll
    void readAndCompute() throws IOException {
        rows = tables(Files.readString(Path.of("docs/method.md"), StandardCharsets.UTF_8));
        WaveFixture before = WaveFixture.aWave().touchpoints(TOUCHPOINTS);
        WaveFixture now = WaveFixture.aWave()
                .touchpoints(TOUCHPOINTS)
                .frame(Audience.CUSTOMER, new AudienceFrame(12, Map.of("I", 6, "R", 1, "NC", 4, "U", 1), null, null))
                .after(before);
        for (Map<String, String> row : rows) {
            if (row.containsKey("demo")) {
                now.with(response(row, ""));
            } else if (row.containsKey("demo before")) {
                before.with(response(row, " before"));
            }
        }
        assertThat(now.responses()).hasSize(16);
        assertThat(before.responses()).hasSize(6);
        figures = now.findings().byKey();
    }

    @Test
    void everyPrintedFigureIsTheComputedOne() {
        SoftAssertions softly = new SoftAssertions();
        examples().forEach(row -> {
            Figure figure = figures.get(key(row));
            softly.assertThat(figure).as("%s", row).isNotNull();
            if (figure != null) {
                Printed printed = new Printed(figure.requireEstimate(), kind(row), row.get("of"));
                row.forEach((column, text) -> softly.assertThat(printed.of(column, text))
                        .as("%s of %s", column, row)
                        .isEqualTo(text));
            }
        });
        softly.assertAll();
    }

    @Test
    void theWeightedExampleIsComputedToo() {
        WaveFixture wave = WaveFixture.aWave()
                .touchpoints(List.of("exhibit"))
                .segments(new SegmentVariable("region", List.of("North", "South")))
                .frame(
                        Audience.CUSTOMER,
                        new AudienceFrame(
                                null, Map.of(), null, null, Map.of("region", Map.of("North", 0.5, "South", 0.5))));
        for (Map<String, String> row : rows) {
            String[] ratings = row.containsKey("ratings") ? text(row, "ratings").split(" ") : new String[0];
            for (int i = 0; i < ratings.length; i++) {
                int rating = Integer.parseInt(ratings[i]);
                wave.customer(
                        text(row, "region") + i,
                        rating,
                        rating,
                        text(row, "region").equals("North") ? 1 : 2);
            }
        }
        Map<FigureKey, Figure> computed = wave.findings().byKey();
        Map<String, FigureKey> keys = Map.of(
                "plain", FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, "exhibit", null),
                "weighted", FigureKey.weightedMean(Measure.EXPERIENCE, "exhibit"));
        List<Map<String, String>> examples =
                rows.stream().filter(row -> row.containsKey("weighted example")).toList();

        assertThat(examples).hasSize(2);
        for (Map<String, String> row : examples) {
            Figure figure = computed.get(keys.get(text(row, "weighted example")));
            assertThat(figure).as("%s", row).isNotNull();
            Printed printed = new Printed(figure.requireEstimate(), FigureKind.MEAN, null);
            assertThat(printed.of("printed", "")).as("%s", row).isEqualTo(text(row, "printed"));
            assertThat(printed.of("range", text(row, "range"))).as("%s", row).isEqualTo(text(row, "range"));
        }
    }

    @Test
    void everyKindOfFigureHasItsExample() {
        Set<FigureKind> shown = examples().stream().map(this::kind).collect(Collectors.toSet());

        assertThat(shown).isEqualTo(EnumSet.allOf(FigureKind.class));
    }

    private List<Map<String, String>> examples() {
        return rows.stream().filter(row -> row.containsKey("figure")).toList();
    }

    private FigureKind kind(Map<String, String> row) {
        return FigureKind.valueOf(text(row, "figure").toUpperCase(Locale.ROOT));
    }

    private FigureKey key(Map<String, String> row) {
        FigureKind kind = kind(row);
        String touchpoint = text(row, "touchpoint").isEmpty() ? null : text(row, "touchpoint");
        Measure measure = text(row, "on").equals("importance") ? Measure.IMPORTANCE : Measure.EXPERIENCE;
        Audience of = Arrays.stream(Audience.values())
                .filter(audience -> audience.code().equals(text(row, "of")))
                .findFirst()
                .orElse(null);
        boolean ofTeam =
                kind == FigureKind.PERCEPTION_GAP || kind == FigureKind.PRIORITY_GAP || kind == FigureKind.TOP2_GAP;
        return new FigureKey(
                kind,
                measure,
                ofTeam ? null : of,
                ofTeam ? of : null,
                touchpoint,
                null,
                kind == FigureKind.RESPONSE_RATE ? text(row, "on") : null);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static Response response(Map<String, String> row, String when) {
        int[] experience = new int[TOUCHPOINTS.size()];
        int[] importance = new int[TOUCHPOINTS.size()];
        for (int i = 0; i < experience.length; i++) {
            String[] both = text(row, TOUCHPOINTS.get(i) + when).split("/");
            experience[i] = both[0].equals("–") ? Response.NOT_ENCOUNTERED : Integer.parseInt(both[0]);
            importance[i] = Integer.parseInt(both[1]);
        }
        Audience audience = Audience.ofCode(text(row, "audience"));
        String account = audience == Audience.CUSTOMER ? "company of " + text(row, "person") : null;
        byte[] numbers = new byte[Response.NUMBERS];
        for (int i = 0; i < NUMBERS.size(); i++) {
            String answer = text(row, NUMBERS.get(i));
            numbers[i] = answer.isEmpty() ? 0 : (byte) (Integer.parseInt(answer) + 1);
        }
        return WaveFixture.withNumbers(WaveFixture.response(audience, account, null, experience, importance), numbers);
    }

    /** Every row of every table, by the names of its columns. */
    private static List<Map<String, String>> tables(String document) {
        List<Map<String, String>> found = new ArrayList<>();
        List<String> head = List.of();
        for (String line : document.lines().toList()) {
            if (!line.startsWith("|")) {
                head = List.of();
            } else if (head.isEmpty()) {
                head = cells(line);
            } else if (!line.startsWith("| ---")) {
                Map<String, String> row = new HashMap<>();
                List<String> cells = cells(line);
                assertThat(cells).as(line).hasSameSizeAs(head);
                for (int i = 0; i < cells.size(); i++) {
                    row.put(head.get(i), cells.get(i));
                }
                found.add(row);
            }
        }
        return found;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** A figure's numbers with the digits a reader sees. */
    private record Printed(
            Figure.Estimate estimate,
            FigureKind kind,
            @Nullable String of) {

        /** @param text what the document says, given back for columns that are no numbers */
        String of(String column, String text) {
            return switch (column) {
                case "printed" -> value();
                case "range" -> text.isEmpty() ? "" : number(estimate.low()) + " to " + number(estimate.high());
                case "p" -> String.format(Locale.ROOT, "%.3f", estimate.p());
                case "q" -> String.format(Locale.ROOT, "%.3f", estimate.q());
                case "verdict" -> VerdictWords.labelled(kind, java.util.Objects.requireNonNull(estimate.verdict()));
                default -> text;
            };
        }

        private String value() {
            if (kind == FigureKind.GRID) {
                return estimate.text(Field.QUADRANT) + (estimate.is(Field.FIRM) ? ", firm" : ", borderline");
            }
            Object pairs = estimate.fields().get(Field.PAIRS);
            if (pairs instanceof Map<?, ?> parts && parts.get(of) instanceof Map<?, ?> pair) {
                return number((Double) pair.get("index"));
            }
            return number(estimate.value());
        }

        private String number(@Nullable Double number) {
            if (number == null) {
                return "none";
            }
            return switch (kind) {
                case MEAN -> Rounding.pointsText(number);
                case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP, TREND -> Rounding.gapText(number);
                case TOP2, REACH, RESPONSE_RATE -> whole(100 * number) + " %";
                case TOP2_GAP -> signed(100 * number) + " %";
                case CSAT, CES -> whole(number) + " %";
                case RECOMMENDATION -> signed(number);
                case ALIGNMENT_INDEX, PRIORITY -> whole(number);
                case GRID -> "none";
            };
        }

        private static String signed(double number) {
            return (Math.round(number) > 0 ? "+" : "") + whole(number);
        }

        private static String whole(double number) {
            return String.valueOf(Math.round(Rounding.withoutNoise(number))).replace('-', '−');
        }
    }
}
