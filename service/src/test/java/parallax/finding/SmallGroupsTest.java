package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.finding.WaveFixture.aWave;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;

/** Groups below ten: consultants see shares and spread, marked; clients see neither (METHOD.md §9.5). */
class SmallGroupsTest {

    private static final Set<String> SHARES = Set.of("top2", "top2_gap", "recommendation", "csat", "ces");

    @Test
    void consultantsSeeTheSharesOfNineMarkedAsHidden() {
        List<Figure> shares = answeredBy(9).findings().figures().stream()
                .filter(figure -> SHARES.contains(figure.key().kind().code()))
                .toList();

        assertThat(shares.stream().map(figure -> figure.key().kind().code()).collect(Collectors.toSet()))
                .isEqualTo(SHARES);
        assertThat(shares)
                .allSatisfy(figure -> assertThat(figure.requireEstimate().is(Field.DISTRIBUTION_HIDDEN))
                        .isTrue());
    }

    @Test
    void noReleaseTellsSharesOrDistributionsOfNine() {
        assertThat(shown(answeredBy(9))).doesNotContainAnyElementsOf(SHARES).contains("mean");
        assertThat(released(answeredBy(9)))
                .allSatisfy(figure -> assertThat(figure.distribution()).isNull());
    }

    @Test
    void aReleaseTellsSharesOfThirty() {
        assertThat(shown(answeredBy(30))).containsAll(SHARES);
    }

    @Test
    void aReleaseTellsSharesToOneInAHundredAndNoRaisedVariance() {
        assertThat(released(answeredBy(30)))
                .filteredOn(figure ->
                        Set.of("top2", "reach", "csat", "ces").contains(figure.kind()) && figure.value() != null)
                .isNotEmpty()
                .allSatisfy(figure ->
                        assertThat(figure.value()).isBetween(0.0, 1.0).isEqualTo(Rounding.share(figure.value())));
        assertThat(released(answeredBy(9)))
                .filteredOn(figure -> figure.flags() != null)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.flags()).doesNotContain("floored"));
    }

    /** With a mean to 0.1 the exact number of fewer than ten would tell the sum of their ratings. */
    @Test
    void aReleaseTellsTheNumberOfNineAsABand() {
        assertThat(released(answeredBy(9)))
                .filteredOn(figure -> figure.kind().equals("mean"))
                .isNotEmpty()
                .allSatisfy(figure -> {
                    assertThat(figure.n()).isNull();
                    assertThat(figure.nBand()).isEqualTo("5–9");
                });
        assertThat(released(answeredBy(10)))
                .filteredOn(figure -> figure.kind().equals("mean"))
                .allSatisfy(figure -> assertThat(figure.n()).isEqualTo(10));
    }

    /** Workbook and summary take shares from these counts only. */
    @Test
    void countsThatOutputsPrintSharesFromAreThoseOfTenOrMore() {
        assertThat(answeredBy(9).findings().counts()).isNotEmpty().allSatisfy(counts -> {
            assertThat(counts.experience()).isNull();
            assertThat(counts.importance()).isNull();
        });
        assertThat(answeredBy(10).findings().counts())
                .allSatisfy(counts -> assertThat(counts.experience()).isNotNull());
    }

    /** A share kept back only where all answer the same would tell, by its absence, what each of them answered. */
    @Test
    void aShareThatIsKeptBackDoesNotTellThatAllAnsweredTheSame() {
        for (int apart : List.of(0, 1, 2)) {
            assertThat(shown(alikeBut(apart))).contains("mean").doesNotContain("top2");
            assertThat(alikeBut(apart).findings().counts())
                    .allSatisfy(counts -> assertThat(counts.experience()).isNull());
        }
        assertThat(shown(alikeBut(3))).contains("mean", "top2");
        assertThat(alikeBut(3).findings().counts())
                .allSatisfy(counts -> assertThat(counts.experience()).isNotNull());
    }

    private static WaveFixture alikeBut(int apart) {
        WaveFixture wave = aWave();
        for (int i = 0; i < 12; i++) {
            wave.customer("account " + i, i < apart ? 2 + i : 5, i < apart ? 2 + i : 5);
        }
        return wave;
    }

    private static Set<String> shown(WaveFixture wave) {
        return released(wave).stream()
                .filter(figure -> figure.suppressed() == null)
                .map(ReleasedFigure::kind)
                .collect(Collectors.toSet());
    }

    private static List<ReleasedFigure> released(WaveFixture wave) {
        Cube.Builder cube = Cube.withIds(wave.fieldedWave());
        wave.responses().forEach(cube);
        ReleaseScope totals = new ReleaseScope(List.of());
        return FindingService.draft(wave.findings(), wave.fieldedWave(), cube.build(), totals, List.of())
                .figures();
    }

    private static WaveFixture answeredBy(int people) {
        WaveFixture wave = aWave();
        for (Map.Entry<Audience, Integer> audience : Map.of(
                        Audience.CUSTOMER, 0, Audience.SALES, 1, Audience.MARKETING, 2)
                .entrySet()) {
            for (int i = 0; i < people; i++) {
                int turn = i + audience.getValue();
                wave.with(WaveFixture.withNumbers(
                        WaveFixture.response(
                                audience.getKey(),
                                "account " + i,
                                null,
                                wave.all(1 + turn % 5),
                                wave.all(1 + turn % 3)),
                        (byte) (1 + turn % 11),
                        (byte) (2 + turn % 5),
                        (byte) (2 + turn % 7)));
            }
        }
        return wave;
    }
}
