package parallax.finding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * Whole data sets against figures that R and SciPy computed independently (the README of the data sets says how); 12
 * digits are given. Suppressed rows keep their numbers there: figures must not show them, the arithmetic below must meet
 * them all the same.
 */
class ExpectedFiguresTest {

    private static final double DIGITS = 1e-9;

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
                assertThat(gap.requireEstimate().flags().contains("floored")).isEqualTo(isTrue(row, "floored"));
            }
        }
        assertThat(findings.figures().stream().filter(figure -> figure.key().kind() == FigureKind.SERVICE_GAP))
                .hasSameSizeAs(rows);
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
        }
    }

    private static void meetsGap(Figure gap, ExpectedFigures.Row row) {
        Figure.Estimate estimate = gap.requireEstimate();
        meets(gap, row, "gap", estimate.value());
        meets(gap, row, "se", estimate.se());
        meets(gap, row, "df", estimate.df());
        meets(gap, row, "ci95_lo", estimate.low());
        meets(gap, row, "ci95_hi", estimate.high());
        meets(gap, row, "ci90_lo", estimate.low90());
        meets(gap, row, "ci90_hi", estimate.high90());
        meets(gap, row, "p", estimate.p());
        meets(gap, row, "tost_p", estimate.tostP());
        meets(gap, row, "q_bh", estimate.q());
        meets(gap, row, "p_holm", estimate.holm());
        assertThat(gap.verdict()).as("%s", gap.key()).isEqualTo(verdict(row));
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

    private static Verdict verdict(ExpectedFigures.Row row) {
        boolean above = Double.parseDouble(row.text("gap")) > 0;
        return switch (row.text("verdict")) {
            case "clear" -> above ? Verdict.CLEAR_ABOVE : Verdict.CLEAR_BELOW;
            case "leaning" -> above ? Verdict.LEANING_ABOVE : Verdict.LEANING_BELOW;
            case "aligned", "delivered as important as it is" -> Verdict.ALIGNED;
            case "too few answers" -> Verdict.TOO_WIDE;
            case "no evidence of a gap" -> Verdict.NO_EVIDENCE;
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
