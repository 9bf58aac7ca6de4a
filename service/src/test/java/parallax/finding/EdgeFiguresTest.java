package parallax.finding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * A wave at the edges, against figures that {@code edge_figures.py} (SciPy) computed beside it, and against what it found by
 * trying must be suppressed: a touchpoint nobody met, one that a whole segment did not meet, one rated alike by everyone, one
 * dominated by an account, and one where nothing is too small until two segment variables are put together.
 */
class EdgeFiguresTest {

    private static final ExpectedFigures DATA = ExpectedFigures.in(Path.of("service/src/test/resources/finding/edges"));
    private static final String WAVE = "w1";
    private static final double DIGITS = 1e-9;

    private final WaveFixture wave = DATA.wave(WAVE);
    private final Map<FigureKey, Figure> figures = wave.findings().byKey();

    @Test
    void meansReachAndSharesAreThoseExpectedAndSoIsWhatIsSuppressed() {
        List<ExpectedFigures.Row> rows = DATA.expected("means");
        List<FigureKey> told = new ArrayList<>();
        for (ExpectedFigures.Row row : rows) {
            Audience audience = Audience.ofCode(row.text("audience"));
            String item = row.text("touchpoint");
            Figure mean = figure(FigureKey.mean(measure(row), audience, item, segment(row)));
            Figure share = figure(FigureKey.topTwo(measure(row), audience, item, segment(row)));
            Figure reach = figure(FigureKey.reach(measure(row), audience, item, segment(row)));
            told.add(mean.key());
            assertThat(reason(mean.suppressed())).as("%s", mean.key()).isEqualTo(row.text("suppress_reason"));
            assertThat(share.suppressed()).isEqualTo(mean.suppressed());
            assertThat(reach.suppressed()).isEqualTo(mean.suppressed());
            if (mean.suppressed() == null) {
                meetsMean(row, mean);
                meets(row, "reach", reach.requireEstimate().value());
                meets(row, "t2b", share.requireEstimate().value());
                meets(row, "t2b_neff", share.requireEstimate().number(Field.EFFECTIVE_N));
                meets(row, "t2b_lo", share.requireEstimate().low());
                meets(row, "t2b_hi", share.requireEstimate().high());
            }
        }
        assertThat(figures.keySet().stream().filter(key -> key.kind() == FigureKind.MEAN))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private static void meetsMean(ExpectedFigures.Row row, Figure mean) {
        Figure.Estimate estimate = mean.requireEstimate();
        meets(row, "n", estimate.n());
        meets(row, "n_na", estimate.number(Field.NOT_ENCOUNTERED));
        meets(row, "n_missing", estimate.number(Field.LEFT_OPEN));
        meets(row, "n_accounts", estimate.accounts());
        meets(row, "mean", estimate.value());
        meets(row, "se", estimate.se());
        meets(row, "df", estimate.df());
        meets(row, "ci_lo", estimate.low());
        meets(row, "ci_hi", estimate.high());
        is(row, "floored", estimate.is(Field.FLOORED));
        is(row, "all_same", estimate.is(Field.ALL_SAME));
        is(row, "distribution_hidden", estimate.is(Field.DISTRIBUTION_HIDDEN));
        is(row, "dominated", estimate.flags().contains(Flag.DOMINATED.code()));
    }

    @Test
    void countsAreRightBeneathWhatIsSuppressed() {
        FieldedWave fielded = wave.fieldedWave();
        Cube.Builder cube = Cube.of(fielded);
        wave.responses().forEach(cube);
        Tables tables = new Tables(fielded, cube.build());
        for (ExpectedFigures.Row row : DATA.expected("means")) {
            Place place = Place.of(fielded.segments()).stream()
                    .filter(candidate -> Objects.equals(candidate.segment(), segment(row)))
                    .findFirst()
                    .orElseThrow();
            int item = fielded.questionnaire().positionOf(row.text("touchpoint"));
            Cell cell = tables.of(Audience.ofCode(row.text("audience")), measure(row), item)
                    .orElseThrow()
                    .at(place)
                    .cell();
            meets(row, "n", cell.answers());
            meets(row, "n_na", cell.notEncountered());
            meets(row, "n_missing", cell.leftOpen());
        }
    }

    @Test
    void gapsBetweenAudiencesAreThoseExpected() {
        for (ExpectedFigures.Row row : DATA.expected("gaps")) {
            Figure gap = figure(
                    row.text("type").equals("alignment")
                            ? FigureKey.alignmentGap(measure(row), row.text("touchpoint"))
                            : FigureKey.teamGap(
                                    measure(row),
                                    Audience.ofCode(row.text("group_a")),
                                    row.text("touchpoint"),
                                    segment(row)));
            meetsGap(row, gap);
        }
    }

    @Test
    void serviceGapsAreThoseExpected() {
        for (ExpectedFigures.Row row : DATA.expected("service")) {
            Figure gap = figure(FigureKey.serviceGap(row.text("touchpoint"), segment(row)));
            meetsGap(row, gap);
            if (gap.suppressed() == null) {
                meets(row, "n_pairs", gap.requireEstimate().n());
            }
        }
    }

    private static void meetsGap(ExpectedFigures.Row row, Figure gap) {
        is(row, "suppressed", gap.suppressed() != null);
        if (gap.suppressed() == null) {
            Figure.Estimate estimate = gap.requireEstimate();
            meets(row, "gap", estimate.value());
            meets(row, "se", estimate.se());
            meets(row, "df", estimate.df());
            meets(row, "ci95_lo", estimate.low());
            meets(row, "ci95_hi", estimate.high());
            meets(row, "p", estimate.p());
            meets(row, "q_bh", estimate.q());
            meets(row, "tost_p", estimate.number(Field.TOST_P));
            assertThat(requireNonNull(gap.verdict()).code()).as("%s", row).isEqualTo(row.text("verdict"));
        }
    }

    private static String reason(@Nullable Suppression suppression) {
        return suppression == null ? "" : suppression == Suppression.COMPLEMENTARY ? "complementary" : "primary";
    }

    private Figure figure(FigureKey key) {
        return requireNonNull(figures.get(key), () -> "no figure " + key);
    }

    private static void meets(ExpectedFigures.Row row, String column, @Nullable Number value) {
        double expected = Double.parseDouble(row.text(column));
        assertThat(requireNonNull(value).doubleValue())
                .as("%s of %s", column, row)
                .isCloseTo(expected, within(DIGITS * Math.max(1, Math.abs(expected))));
    }

    private static void is(ExpectedFigures.Row row, String column, boolean value) {
        assertThat(value).as("%s of %s", column, row).isEqualTo(row.text(column).equals("TRUE"));
    }

    private static Measure measure(ExpectedFigures.Row row) {
        return Measure.ofCode(row.text("measure"));
    }

    private static FigureKey.@Nullable Segment segment(ExpectedFigures.Row row) {
        return row.text("variable").isEmpty() ? null : new FigureKey.Segment(row.text("variable"), row.text("segment"));
    }
}
