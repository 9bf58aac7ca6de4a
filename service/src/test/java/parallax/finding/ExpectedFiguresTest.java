package parallax.finding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * Whole data sets against figures that R and SciPy computed independently (the README of the data sets says how); 12
 * digits are given. Suppressed rows keep their numbers there: figures must not show them, the arithmetic below must meet
 * them all the same.
 */
class ExpectedFiguresTest {

    private static final double DIGITS = 1e-9;

    private static final Map<Field, String> MEAN_COLUMNS = Map.of(
            Field.NOT_ENCOUNTERED,
            "n_na",
            Field.LEFT_OPEN,
            "n_missing",
            Field.REACH,
            "reach",
            Field.MEAN100,
            "mean100",
            Field.SD,
            "sd",
            Field.SE_RAW,
            "se_raw_cr2",
            Field.DEFF,
            "deff",
            Field.BOTTOM_TWO,
            "b2b",
            Field.ALL_SAME,
            "all_same",
            Field.DISTRIBUTION_HIDDEN,
            "distribution_hidden");

    private static final Map<Field, String> TOP_TWO_COLUMNS = Map.of(
            Field.N, "n",
            Field.VALUE, "t2b",
            Field.EFFECTIVE_N, "t2b_neff",
            Field.LOW, "t2b_lo",
            Field.HIGH, "t2b_hi",
            Field.BOTTOM_TWO, "b2b");

    private static final Map<Field, String> SCORE_COLUMNS = Map.of(
            Field.N, "n",
            Field.ACCOUNTS, "n_accounts",
            Field.VALUE, "value",
            Field.LOW, "lo",
            Field.HIGH, "hi",
            Field.EFFECTIVE_N, "n_eff");

    private static final Map<Field, String> DISPOSITION_COLUMNS = Map.of(
            Field.COMPLETE, "I",
            Field.PARTIAL, "P",
            Field.REFUSED, "R",
            Field.NO_REACTION, "NC",
            Field.OTHER, "O",
            Field.UNKNOWN, "U",
            Field.NOT_ELIGIBLE, "NE",
            Field.ELIGIBLE, "e");

    private static final Map<Field, String> SERVICE_COLUMNS = Map.of(
            Field.IMPORTANCE, "imp",
            Field.EXPERIENCE, "perf",
            Field.LEANING_REASON, "leaning_reason");

    private static final Map<Field, String> PRIORITY_COLUMNS = Map.of(
            Field.N, "n_pairs",
            Field.ACCOUNTS, "n_accounts",
            Field.VALUE, "priority",
            Field.SE, "priority_se",
            Field.DF, "priority_df",
            Field.RANK, "rank",
            Field.RANK_LOW, "rank_lo",
            Field.RANK_HIGH, "rank_hi");

    private static final Map<Field, String> GRID_COLUMNS = Map.ofEntries(
            Map.entry(Field.IMPORTANCE, "imp"),
            Map.entry(Field.EXPERIENCE, "perf"),
            Map.entry(Field.IMPORTANCE_LINE, "q_imp_line"),
            Map.entry(Field.EXPERIENCE_LINE, "q_perf_line"),
            Map.entry(Field.IMPORTANCE_DISTANCE, "d_imp"),
            Map.entry(Field.IMPORTANCE_DISTANCE_LOW, "d_imp_lo"),
            Map.entry(Field.IMPORTANCE_DISTANCE_HIGH, "d_imp_hi"),
            Map.entry(Field.EXPERIENCE_DISTANCE, "d_perf"),
            Map.entry(Field.EXPERIENCE_DISTANCE_LOW, "d_perf_lo"),
            Map.entry(Field.EXPERIENCE_DISTANCE_HIGH, "d_perf_hi"),
            Map.entry(Field.QUADRANT, "quadrant"),
            Map.entry(Field.QUADRANT_MIDDLE, "quadrant_mid"),
            Map.entry(Field.FIRM, "quadrant_firm"),
            Map.entry(Field.BELOW_DIAGONAL, "below_diagonal"));

    private static final Map<Field, String> TREND_COLUMNS = Map.ofEntries(
            Map.entry(Field.WAVE_FROM, "wave_from"),
            Map.entry(Field.WAVE_TO, "wave_to"),
            Map.entry(Field.N_FROM, "n_from"),
            Map.entry(Field.N_TO, "n_to"),
            Map.entry(Field.CLUSTERS_SHARED, "clusters_shared"),
            Map.entry(Field.VALUE, "change"),
            Map.entry(Field.SE, "se"),
            Map.entry(Field.DF, "df"),
            Map.entry(Field.LOW, "ci95_lo"),
            Map.entry(Field.HIGH, "ci95_hi"),
            Map.entry(Field.P, "p"),
            Map.entry(Field.TOST_P, "tost_p"),
            Map.entry(Field.Q, "q_bh"),
            Map.entry(Field.HOLM, "p_holm"),
            Map.entry(Field.LEANING_REASON, "leaning_reason"));

    private static final Map<Field, String> GAP_COLUMNS = Map.ofEntries(
            Map.entry(Field.GAP_PERCENT, "gap_pct"),
            Map.entry(Field.MEAN_A, "mean_a"),
            Map.entry(Field.MEAN_B, "mean_b"),
            Map.entry(Field.SCOPE_A, "scope_a"),
            Map.entry(Field.LABEL, "label"),
            Map.entry(Field.FPC_LOW, "fpc_ci_lo"),
            Map.entry(Field.FPC_HIGH, "fpc_ci_hi"),
            Map.entry(Field.THETA, "theta"),
            Map.entry(Field.BRUNNER_MUNZEL_P, "brunner_munzel_p"),
            Map.entry(Field.MANN_WHITNEY_P, "mann_whitney_p"),
            Map.entry(Field.CLIFFS_DELTA, "cliffs_delta"),
            Map.entry(Field.ORDINAL_AGREES, "ordinal_agrees"),
            Map.entry(Field.LEANING_REASON, "leaning_reason"));

    private static final Map<Field, String> TOP_TWO_GAP_COLUMNS = Map.of(
            Field.N,
            "n_a",
            Field.CUSTOMERS,
            "n_b",
            Field.VALUE,
            "t2b_gap",
            Field.LOW,
            "t2b_gap_lo",
            Field.HIGH,
            "t2b_gap_hi");

    static Stream<Arguments> waves() {
        return ExpectedFigures.list().stream()
                .flatMap(data -> data.waves().stream().map(wave -> Arguments.of(data, wave)));
    }

    @ParameterizedTest
    @MethodSource("waves")
    void meansMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        List<ExpectedFigures.Row> rows = data.expected("means", wave).stream()
                .filter(row -> !row.text("touchpoint").startsWith("_"))
                .toList();

        for (ExpectedFigures.Row row : rows) {
            Audience audience = Audience.ofCode(row.text("audience"));
            FigureKey key = FigureKey.mean(measure(row), audience, row.text("touchpoint"), segment(row));
            Figure mean = figure(findings, key);
            Figure reach =
                    figure(findings, FigureKey.reach(measure(row), audience, row.text("touchpoint"), segment(row)));
            if (isSuppressed(mean, row)) {
                boolean complementary = mean.suppressed() == Suppression.COMPLEMENTARY;
                assertThat(complementary ? "complementary" : "primary").isEqualTo(row.text("suppress_reason"));
                assertThat(reach.suppressed()).isEqualTo(mean.suppressed());
                continue;
            }
            meets(mean, row, "n", mean.requireEstimate().n());
            meets(mean, row, "n_accounts", mean.requireEstimate().accounts());
            meets(mean, row, "mean", mean.requireEstimate().value());
            meets(mean, row, "se", mean.requireEstimate().se());
            meets(mean, row, "df", mean.requireEstimate().df());
            meets(mean, row, "ci_lo", mean.requireEstimate().low());
            meets(mean, row, "ci_hi", mean.requireEstimate().high());
            meets(reach, row, "reach", reach.requireEstimate().value());
            meetsAll(mean, row, MEAN_COLUMNS);
            meetsAll(
                    figure(findings, FigureKey.topTwo(measure(row), audience, row.text("touchpoint"), segment(row))),
                    row,
                    TOP_TWO_COLUMNS);
            // A variance equal to its floor is flagged there as rounding has it.
            boolean raised = !row.text("se").equals(row.text("se_raw_cr2"));
            assertThat(mean.requireEstimate().flags().contains("floored")).isEqualTo(raised);
        }
        assertThat(findings.figures().stream().filter(figure -> figure.key().kind() == FigureKind.MEAN))
                .hasSameSizeAs(rows);
    }

    @ParameterizedTest
    @MethodSource("waves")
    void suppressedMeansAreRightBeneath(ExpectedFigures data, String wave) {
        FieldedWave fielded = data.wave(wave).fieldedWave();
        Cube.Builder cube = Cube.of(fielded);
        data.wave(wave).responses().forEach(cube);
        Tables tables = new Tables(fielded, cube.build());

        for (ExpectedFigures.Row row : data.expected("means", wave)) {
            int item = fielded.questionnaire().positionOf(row.text("touchpoint"));
            if (item >= 0) {
                FigureKey.Segment segment = segment(row);
                Place place = Place.of(fielded.segments()).stream()
                        .filter(candidate -> Objects.equals(candidate.segment(), segment))
                        .findFirst()
                        .orElseThrow();
                Cell cell = tables.of(Audience.ofCode(row.text("audience")), measure(row), item)
                        .orElseThrow()
                        .at(place)
                        .cell();
                assertThat(cell.notEncountered()).isEqualTo(Integer.parseInt(row.text("n_na")));
                assertThat(cell.leftOpen()).isEqualTo(Integer.parseInt(row.text("n_missing")));
                assertThat(cell.requireMean().mean()).isCloseTo(Double.parseDouble(row.text("mean")), within(DIGITS));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waves")
    void gapsBetweenAudiencesMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        List<ExpectedFigures.Row> rows = data.expected("gaps", wave);

        for (ExpectedFigures.Row row : rows) {
            Figure gap = figure(findings, gapKey(row));
            if (!isSuppressed(gap, row)) {
                meets(gap, row, "n_a", gap.requireEstimate().n());
                meets(gap, row, "n_b", gap.requireEstimate().customers());
                meets(gap, row, "accounts_b", gap.requireEstimate().accounts());
                meetsGap(gap, row);
                meetsAll(gap, row, GAP_COLUMNS);
                meetsAll(figure(findings, topTwoGapKey(row)), row, TOP_TWO_GAP_COLUMNS);
                if (gap.requireEstimate().flags().contains("floored")) {
                    assertThat(isTrue(row, "floored_a") || isTrue(row, "floored_b"))
                            .isTrue();
                }
            }
        }
        Set<FigureKind> kinds =
                EnumSet.of(FigureKind.PERCEPTION_GAP, FigureKind.PRIORITY_GAP, FigureKind.ALIGNMENT_GAP);
        assertThat(findings.figures().stream()
                        .filter(figure -> kinds.contains(figure.key().kind())))
                .hasSameSizeAs(rows);
    }

    @ParameterizedTest
    @MethodSource("waves")
    void serviceGapsMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        List<ExpectedFigures.Row> rows = data.expected("service", wave);

        for (ExpectedFigures.Row row : rows) {
            Figure gap = figure(findings, FigureKey.serviceGap(row.text("touchpoint"), segment(row)));
            if (!isSuppressed(gap, row)) {
                meets(gap, row, "n_pairs", gap.requireEstimate().n());
                meets(gap, row, "n_accounts", gap.requireEstimate().accounts());
                meetsGap(gap, row);
                meetsAll(gap, row, SERVICE_COLUMNS);
                ExpectedFigures.Row ordinal = data.expected("ordinal_scipy", wave).stream()
                        .filter(other -> other.text("segment").equals(row.text("segment"))
                                && other.text("touchpoint").equals(row.text("touchpoint")))
                        .findFirst()
                        .orElseThrow();
                meetsAll(gap, ordinal, Map.of(Field.N, "n_pairs", Field.WILCOXON_P, "wilcoxon_pratt_cc_p"));
                meetsAll(
                        figure(findings, FigureKey.priority(row.text("touchpoint"), segment(row))),
                        row,
                        PRIORITY_COLUMNS);
                meetsAll(figure(findings, FigureKey.grid(row.text("touchpoint"), segment(row))), row, GRID_COLUMNS);
                assertThat(gap.requireEstimate().flags().contains("floored")).isEqualTo(isTrue(row, "floored"));
            }
        }
        assertThat(findings.figures().stream().filter(figure -> figure.key().kind() == FigureKind.SERVICE_GAP))
                .hasSameSizeAs(rows);
    }

    static Stream<Arguments> pairsOfWaves() {
        return ExpectedFigures.list().stream()
                .flatMap(data -> data.expected("trend").stream()
                        .map(row -> List.of(row.text("wave_from"), row.text("wave_to")))
                        .distinct()
                        .map(waves -> Arguments.of(data, waves.get(0), waves.get(1))));
    }

    @ParameterizedTest
    @MethodSource("pairsOfWaves")
    void trendsMeetTheExpectedFigures(ExpectedFigures data, String from, String to) {
        Findings findings = data.wave(to).after(data.wave(from)).findings();
        List<ExpectedFigures.Row> rows = data.expected("trend").stream()
                .filter(row -> row.text("wave_from").equals(from)
                        && row.text("wave_to").equals(to))
                .toList();
        for (ExpectedFigures.Row row : rows) {
            Audience audience = Audience.ofCode(row.text("audience"));
            Figure trend =
                    figure(findings, FigureKey.trend(measure(row), audience, row.text("touchpoint"), segment(row)));
            if (!isSuppressed(trend, row)) {
                meetsAll(trend, row, TREND_COLUMNS);
                assertThat(trend.verdict()).as("%s", trend.key()).isEqualTo(verdict(row, "change"));
                assertThat(trend.requireEstimate().flags().contains("floored")).isEqualTo(isTrue(row, "floored"));
            }
        }
        assertThat(findings.figures().stream().filter(figure -> figure.key().kind() == FigureKind.TREND))
                .hasSameSizeAs(rows);
    }

    @ParameterizedTest
    @MethodSource("waves")
    void alignmentIndicesMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        int compared = 0;
        for (JsonNode expected : data.all().path("index")) {
            if (!expected.path("wave").asText().equals(wave)) {
                continue;
            }
            Measure measure = Measure.ofCode(expected.path("measure").asText());
            Figure index = figure(findings, FigureKey.alignmentIndex(measure));
            Figure.Estimate estimate = index.requireEstimate();
            near(estimate.value(), expected.path("overall"), index);
            near(requireNonNull(estimate.se()), expected.path("jackknife_se"), index);
            near(requireNonNull(estimate.low()), expected.path("lo"), index);
            near(requireNonNull(estimate.high()), expected.path("hi"), index);
            JsonNode pairs = new ObjectMapper().valueToTree(estimate.fields().get(Field.PAIRS));
            assertThat(pairs.size()).isEqualTo(expected.path("pairs").size());
            expected.path("pairs")
                    .fields()
                    .forEachRemaining(pair -> pair.getValue()
                            .fields()
                            .forEachRemaining(part -> near(
                                    pairs.path(pair.getKey())
                                            .path(part.getKey())
                                            .asDouble(Double.NaN),
                                    part.getValue(),
                                    index)));
            ExpectedFigures.Row alpha = data.expected("reliability", wave).stream()
                    .filter(row -> measure(row) == measure)
                    .findFirst()
                    .orElseThrow();
            boolean printed = Integer.parseInt(alpha.text("n_complete")) >= 30;
            assertThat(estimate.fields().containsKey(Field.ALPHA)).isEqualTo(printed);
            if (printed) {
                meetsAll(
                        index,
                        alpha,
                        Map.of(Field.ALPHA, "alpha_raw", Field.ITEMS, "items", Field.N_COMPLETE, "n_complete"));
            }
            compared++;
        }
        assertThat(findings.figures().stream().filter(figure -> figure.key().kind() == FigureKind.ALIGNMENT_INDEX))
                .hasSize(compared);
    }

    private static void near(double value, JsonNode expected, Figure figure) {
        assertThat(value)
                .as("%s", figure.key())
                .isCloseTo(expected.asDouble(), within(DIGITS * Math.max(1, Math.abs(expected.asDouble()))));
    }

    @ParameterizedTest
    @MethodSource("waves")
    void scoresMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        Map<String, FigureKind> kinds =
                Map.of("NPS", FigureKind.RECOMMENDATION, "CSAT", FigureKind.CSAT, "CES", FigureKind.CES);
        for (ExpectedFigures.Row row : data.expected("nps", wave)) {
            Audience audience = Audience.ofCode(row.text("audience"));
            FigureKind kind = requireNonNull(kinds.get(row.text("metric")));
            Figure score = figure(findings, FigureKey.score(kind, audience, null));
            if (!isSuppressed(score, row)) {
                meetsAll(score, row, SCORE_COLUMNS);
                Figure.Estimate estimate = score.requireEstimate();
                String extra = kind == FigureKind.RECOMMENDATION
                        ? "promoters %.6f detractors %.6f"
                                .formatted(estimate.number(Field.PROMOTERS), estimate.number(Field.DETRACTORS))
                        : "mean %.6f ci %.6f %.6f"
                                .formatted(
                                        estimate.number(Field.MEAN),
                                        estimate.number(Field.MEAN_LOW),
                                        estimate.number(Field.MEAN_HIGH));
                assertThat(row.text("extra")).startsWith(extra);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waves")
    void responseRatesMeetTheExpectedFigures(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        for (ExpectedFigures.Row row : data.expected("response", wave)) {
            Audience audience = Audience.ofCode(row.text("audience"));
            for (String rate :
                    List.of("RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "COOP1", "REF1", "CON1", "completion")) {
                Figure figure = figure(findings, FigureKey.responseRate(audience, rate));
                meets(figure, row, rate, figure.requireEstimate().value());
                meetsAll(figure, row, DISPOSITION_COLUMNS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waves")
    void everyoneWhoDidNotBreakOffTakesPart(ExpectedFigures data, String wave) {
        Findings findings = data.wave(wave).findings();
        for (Audience audience : findings.participation().keySet()) {
            List<ExpectedFigures.Row> people = data.expected("respondents", wave).stream()
                    .filter(row -> row.text("audience").equals(audience.code()))
                    .toList();
            long counted = people.stream()
                    .filter(row -> Set.of("complete", "partial").contains(row.text("status")))
                    .count();
            Participation participation =
                    requireNonNull(findings.participation().get(audience));
            assertThat(participation.responses()).isEqualTo((int) counted);
            assertThat(participation.breakOffs()).isEqualTo(people.size() - (int) counted);
            assertThat(participation.complete())
                    .isEqualTo(count(people, row -> row.text("status").equals("complete")));
            assertThat(participation.partial())
                    .isEqualTo(count(people, row -> row.text("status").equals("partial")));
            assertThat(participation.straightLined())
                    .isEqualTo(count(
                            people,
                            row -> isTrue(row, "straightline")
                                    && Set.of("complete", "partial").contains(row.text("status"))));
        }
    }

    /** Fields of a figure against the columns they are called in the tables. */
    private static void meetsAll(Figure figure, ExpectedFigures.Row row, Map<Field, String> columns) {
        columns.forEach((field, column) -> {
            Object value = figure.requireEstimate().fields().get(field);
            String expected = row.text(column);
            if (expected.isEmpty() || expected.equals("NA")) {
                assertThat(value).as("%s of %s", column, figure.key()).isNull();
            } else if (value instanceof Number number) {
                meets(figure, row, column, number);
            } else if (value instanceof Boolean isSo) {
                assertThat(isSo).as("%s of %s", column, figure.key()).isEqualTo(isTrue(row, column));
            } else {
                assertThat(value).as("%s of %s", column, figure.key()).isEqualTo(expected);
            }
        });
    }

    private static int count(List<ExpectedFigures.Row> rows, Predicate<ExpectedFigures.Row> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static void meetsGap(Figure gap, ExpectedFigures.Row row) {
        Figure.Estimate estimate = gap.requireEstimate();
        meets(gap, row, "gap", estimate.value());
        meets(gap, row, "se", estimate.se());
        meets(gap, row, "df", estimate.df());
        meets(gap, row, "ci95_lo", estimate.low());
        meets(gap, row, "ci95_hi", estimate.high());
        meets(gap, row, "ci90_lo", estimate.number(Field.LOW90));
        meets(gap, row, "ci90_hi", estimate.number(Field.HIGH90));
        meets(gap, row, "p", estimate.p());
        meets(gap, row, "tost_p", estimate.number(Field.TOST_P));
        meets(gap, row, "q_bh", estimate.q());
        meets(gap, row, "p_holm", estimate.number(Field.HOLM));
        assertThat(gap.verdict()).as("%s", gap.key()).isEqualTo(verdict(row, "gap"));
    }

    private static void meets(Figure figure, ExpectedFigures.Row row, String column, @Nullable Number value) {
        double expected = Double.parseDouble(row.text(column));
        assertThat(value).as("%s of %s", column, figure.key()).isNotNull();
        assertThat(requireNonNull(value).doubleValue())
                .as("%s of %s", column, figure.key())
                .isCloseTo(expected, within(DIGITS * Math.max(1, Math.abs(expected))));
    }

    private static boolean isSuppressed(Figure figure, ExpectedFigures.Row row) {
        assertThat(figure.suppressed() != null)
                .as("%s suppressed", figure.key())
                .isEqualTo(isTrue(row, "suppressed"));
        return figure.suppressed() != null;
    }

    private static boolean isTrue(ExpectedFigures.Row row, String column) {
        return row.text(column).equals("TRUE");
    }

    private static Figure figure(Findings findings, FigureKey key) {
        List<Figure> found = findings.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .toList();
        assertThat(found).as("%s", key).hasSize(1);
        return found.get(0);
    }

    private static FigureKey gapKey(ExpectedFigures.Row row) {
        Measure measure = measure(row);
        return row.text("type").startsWith("alignment")
                ? FigureKey.alignmentGap(measure, row.text("touchpoint"))
                : FigureKey.teamGap(
                        measure, Audience.ofCode(row.text("group_a")), row.text("touchpoint"), segment(row));
    }

    private static FigureKey topTwoGapKey(ExpectedFigures.Row row) {
        Audience team = row.text("type").startsWith("alignment") ? null : Audience.ofCode(row.text("group_a"));
        return FigureKey.topTwoGap(measure(row), team, row.text("touchpoint"), segment(row));
    }

    private static Verdict verdict(ExpectedFigures.Row row, String column) {
        boolean above = Double.parseDouble(row.text(column)) > 0;
        return switch (row.text("verdict")) {
            case "clear" -> above ? Verdict.CLEAR_ABOVE : Verdict.CLEAR_BELOW;
            case "leaning" -> above ? Verdict.LEANING_ABOVE : Verdict.LEANING_BELOW;
            case "aligned", "unchanged", "delivered as important as it is" -> Verdict.ALIGNED;
            case "too few answers" -> Verdict.TOO_WIDE;
            case "no evidence of a gap", "no evidence of a change" -> Verdict.NO_EVIDENCE;
            default -> throw new IllegalArgumentException(row.text("verdict"));
        };
    }

    private static Measure measure(ExpectedFigures.Row row) {
        return Measure.ofCode(row.text("measure"));
    }

    private static FigureKey.@Nullable Segment segment(ExpectedFigures.Row row) {
        return row.text("segment").equals("ALL") ? null : new FigureKey.Segment("segment", row.text("segment"));
    }
}
