package parallax.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.disclosure.Suppression;
import parallax.finding.Flag;
import parallax.finding.Verdict;
import parallax.finding.WaveFixture;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.study.TeamScope;

/**
 * Statements by audience with their gaps. Expected numbers were made with SciPy 1.17.1 from the answers below: means and
 * {@code t.ppf} for intervals, Welch by {@code ttest_ind(equal_var=False)} (for variances at the floor by the same formula on
 * 0.25/n), {@code brunnermunzel}, {@code false_discovery_control} for q.
 */
class DiagnosticTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static WaveFixture wave() {
        WaveFixture wave = StatementsFixture.wave();
        StatementsFixture.answers(wave, Audience.SALES, "55454553", "43524304", "44444444");
        StatementsFixture.answers(wave, Audience.MARKETING, "232132", "342534", "125432");
        StatementsFixture.answers(wave, Audience.LEADERSHIP, "34254", "2231-", "54543");
        return wave;
    }

    private final Diagnostic diagnostic = StatementsFixture.diagnostic(wave());

    @ParameterizedTest
    @CsvSource({
        // item, audience, n, cannot judge, left open, mean, se², df, low, high
        "sign, SALES, 8, 0, 0, 4.5, 0.07142857142857142, 7, 3.8680275858630755, 5",
        "mistake, SALES, 7, 1, 0, 3.5714285714285716, 0.1360544217687075, 6, 2.668871538178851, 4.473985604678292",
        "remedy, SALES, 8, 0, 0, 4, 0.03125, 7, 3.581989539185144, 4.418010460814855",
        "sign, MARKETING, 6, 0, 0, 2.1666666666666665, 0.09444444444444444, 5, 1.3766802161747145, 2.9566531171586186",
        "remedy, LEADERSHIP, 5, 0, 0, 4.2, 0.14, 4, 3.1611493663164323, 5"
    })
    void anAudienceHasItsMeanWithItsRange(
            String item,
            Audience audience,
            int n,
            int cannotJudge,
            int leftOpen,
            double mean,
            double variance,
            double df,
            double low,
            double high) {
        View.Estimate one = view(diagnostic, item, audience).estimate();
        assertThat(one).isNotNull();
        assertThat(List.of(one.n(), one.cannotJudge(), one.leftOpen())).containsExactly(n, cannotJudge, leftOpen);
        assertThat(one.mean()).isCloseTo(mean, EXACT);
        assertThat(one.se()).isCloseTo(Math.sqrt(variance), EXACT);
        assertThat(one.df()).isCloseTo(df, EXACT);
        assertThat(one.low()).isCloseTo(low, EXACT);
        assertThat(one.high()).isCloseTo(high, EXACT);
        // fewer than ten people: no share
        assertThat(one.agreeing()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // item, audience, against, value, se, df, p, tost p, low, high90, q, holm, Brunner–Munzel p, verdict
        "sign, SALES, MARKETING, 2.3333333333333335, 0.40727511079492185, 10.949422389652431, 0.00013473763691968576,"
                + " 0.9995452960873749, 1.4364214104322568, 3.0650618151335296, 0.0004042129107590573,"
                + " 0.0004042129107590573, 5.486363462605971e-10, CLEAR_ABOVE",
        "mistake, SALES, MARKETING, 0.07142857142857162, 0.565144012710071, 10.40122667929155, 0.9018331427179559,"
                + " 0.23254179741528816, -1.1812375355390097, 1.0917353364134252, 0.9018331427179559,"
                + " 0.9018331427179559, 0.8896775087303338, TOO_WIDE",
        "remedy, SALES, MARKETING, 1.1666666666666665, 0.6263873490988712, 5.871421627231761, 0.11290166884416673,"
                + " 0.8355049477642865, -0.3742210772620793, 2.3886405602089527, 0.1693525032662501,"
                + " 0.22580333768833347, 0.2031106637200549, TOO_WIDE",
        "sign, MARKETING, LEADERSHIP, -1.4333333333333336, 0.5953523699830584, 6.723998942777851, 0.04836263404248201,"
                + " 0.9186581068582362, -2.8529173014987776, -0.29838678158162346, 0.08916123765394944,"
                + " 0.09672526808496403, 0.032579495593579935, LEANING_BELOW"
    })
    void twoAudiencesHaveTheirGapTestedAmongAllStatements(
            String item,
            Audience audience,
            Audience against,
            double value,
            double se,
            double df,
            double p,
            double tostP,
            double low,
            double high90,
            double q,
            double holm,
            double brunnerMunzelP,
            Verdict verdict) {
        ViewGap.Estimate one = gap(diagnostic, item, audience, against).estimate();
        assertThat(one).isNotNull();
        assertThat(one.value()).isCloseTo(value, EXACT);
        assertThat(one.percent()).isCloseTo(value * 25, EXACT);
        assertThat(one.spread().se()).isCloseTo(se, EXACT);
        assertThat(one.spread().df()).isCloseTo(df, EXACT);
        assertThat(one.spread().p()).isCloseTo(p, EXACT);
        assertThat(one.spread().tostP()).isCloseTo(tostP, EXACT);
        assertThat(one.spread().low()).isCloseTo(low, EXACT);
        assertThat(one.spread().high90()).isCloseTo(high90, EXACT);
        assertThat(one.q()).isCloseTo(q, EXACT);
        assertThat(one.holm()).isCloseTo(holm, EXACT);
        assertThat(one.ranks().p()).isCloseTo(brunnerMunzelP, EXACT);
        assertThat(one.verdict()).isEqualTo(verdict);
    }

    @Test
    void flagsSayWhatNumbersDoNot() {
        assertThat(flags("sign", Audience.SALES)).containsExactly(Flag.CENSUS);
        assertThat(flags("mistake", Audience.SALES)).isEmpty();
        assertThat(flags("remedy", Audience.SALES)).containsExactlyInAnyOrder(Flag.CENSUS, Flag.FLOORED);
        assertThat(flags("sign", Audience.MARKETING)).isEmpty();
    }

    /** SE² is that of Marketing alone, 0.0944…: all eight of Sales said it. */
    @Test
    void ofExactlyThesePeopleATeamThatAnsweredInFullHasNoError() {
        Diagnostic exact = StatementsFixture.diagnostic(wave().teamScope(TeamScope.THESE_PEOPLE));
        ViewGap.Estimate one =
                gap(exact, "sign", Audience.SALES, Audience.MARKETING).estimate();
        assertThat(one).isNotNull();
        assertThat(one.spread().se()).isCloseTo(Math.sqrt(0.09444444444444444), EXACT);
        assertThat(one.spread().df()).isCloseTo(5, EXACT);
        assertThat(one.flags()).containsExactlyInAnyOrder(Flag.CENSUS, Flag.THESE_PEOPLE);
        View.Estimate sales = view(exact, "sign", Audience.SALES).estimate();
        assertThat(sales).isNotNull();
        assertThat(sales.se()).isCloseTo(Math.sqrt(0.07142857142857142), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"5", "3"})
    void whatFewerThanFiveSaidIsShownNowhere(int minimumTeam) throws Exception {
        Diagnostic small = StatementsFixture.diagnostic(wave().minimums(5, minimumTeam, 3));
        assertThat(view(small, "mistake", Audience.LEADERSHIP).suppressed()).isEqualTo(Suppression.FEWER_THAN_MINIMUM);
        for (Audience team : List.of(Audience.SALES, Audience.MARKETING)) {
            ViewGap gap = gap(small, "mistake", team, Audience.LEADERSHIP);
            assertThat(gap.suppressed()).isEqualTo(Suppression.FEWER_THAN_MINIMUM);
            assertThat(gap.verdict()).isEqualTo(Verdict.SUPPRESSED);
        }
        DiagnosticJson.ItemJson told = DiagnosticJson.from(small).items().stream()
                .filter(item -> item.item().equals("mistake"))
                .findFirst()
                .orElseThrow();
        assertThat(new ObjectMapper()
                        .readTree(new ObjectMapper()
                                .writeValueAsString(told.views().get(2))))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"audience\": \"leadership\", \"suppressed\": true, \"reason\": \"fewer_than_minimum\"}"));
        assertThat(new ObjectMapper().writeValueAsString(told.gaps().get(2)))
                .contains("\"suppressed\":true")
                .doesNotContainPattern("[0-9]");
        assertThat(DiagnosticTable.of(small).get(1).rows().get(0).gaps().get(2))
                .isEqualTo(
                        new DiagnosticTable.GapCell("Marketing less Leadership", "[c]", "", "Too few answers", false));
    }

    @Test
    void aLargerMinimumHolds() {
        Diagnostic strict = StatementsFixture.diagnostic(wave().minimums(5, 7, 3));
        assertThat(strict.minimum()).isEqualTo(7);
        assertThat(view(strict, "sign", Audience.SALES).suppressed()).isNull();
        assertThat(view(strict, "sign", Audience.MARKETING).suppressed()).isEqualTo(Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void theOrderOfAnswersChangesNothingAndWhoBrokeOffDoesNotCount() {
        WaveFixture wave = wave();
        List<Response> turned = new ArrayList<>(wave.responses());
        Collections.reverse(turned);
        WaveFixture other = StatementsFixture.wave();
        turned.forEach(other::with);
        // one of three touchpoints rated; one of four statements answered
        Response some = WaveFixture.response(Audience.SALES, null, null, new int[] {3, 0, 0}, new int[] {3, 0, 0});
        other.with(withItems(some, StatementsFixture.items(other.questionnaire(), Map.of("sign", 1, "remedy", 1))));
        other.with(StatementsFixture.person(other, Audience.LEADERSHIP, Map.of("sign", 1)));
        // customers are no part of it
        other.with(StatementsFixture.person(other, Audience.CUSTOMER, Map.of("sign", 1)));
        assertThat(StatementsFixture.diagnostic(other)).isEqualTo(diagnostic);
    }

    @Test
    void answersWithoutItemsAreLeftOpen() {
        WaveFixture wave = wave();
        wave.with(WaveFixture.response(Audience.SALES, null, null, wave.all(3), wave.all(3)));
        View.Estimate one =
                view(StatementsFixture.diagnostic(wave), "sign", Audience.SALES).estimate();
        assertThat(one).isNotNull();
        assertThat(one.leftOpen()).isOne();
        assertThat(one.n()).isEqualTo(8);
    }

    @Test
    void aWaveOfImportedAnswersAsksNoStatements() {
        WaveFixture imported = StatementsFixture.wave();
        for (int member = 0; member < 6; member++) {
            imported.member(Audience.SALES, 3, 3).member(Audience.MARKETING, 4, 4);
        }
        assertThat(StatementsFixture.diagnostic(imported)).isEqualTo(new Diagnostic(5, 0.5, 5, List.of(), List.of()));
    }

    @Test
    void onlyWhatSeveralInsidersAreAskedToAgreeWithIsAStatement() {
        assertThat(diagnostic.items())
                .extracting(item -> item.key() + " " + item.section() + " " + item.text())
                .containsExactly(
                        "sign SIGNS Client has <sign>.",
                        "mistake MISTAKES Client has <mistake>.",
                        "own MISTAKES Client has <own>.",
                        "remedy REMEDIES Client has <remedy>.");
        assertThat(diagnostic.items().get(2).gaps())
                .singleElement()
                .extracting(ViewGap::audience, ViewGap::against)
                .containsExactly(Audience.SALES, Audience.MARKETING);
    }

    @Test
    void aShareIsToldOfTenOfWhomThreeDifferFromTheOthers() {
        WaveFixture wave = StatementsFixture.wave();
        StatementsFixture.answers(wave, Audience.SALES, "5555555321", "5555555521", "544332211-");
        Diagnostic ten = StatementsFixture.diagnostic(wave);
        assertThat(agreeing(ten, "sign")).isEqualTo(0.7);
        assertThat(agreeing(ten, "mistake")).isNull();
        assertThat(agreeing(ten, "remedy")).isNull();
    }

    @Test
    void aTableSaysWhoAgreesMore() {
        List<DiagnosticTable> tables = DiagnosticTable.of(diagnostic);
        assertThat(tables)
                .extracting(DiagnosticTable::audiences)
                .containsOnly(List.of("Sales", "Marketing", "Leadership"));
        DiagnosticTable.Row sign = tables.get(0).rows().get(0);
        assertThat(sign.means())
                .containsExactly(
                        new DiagnosticTable.MeanCell("Sales", "4.5", "n\u00a08"),
                        new DiagnosticTable.MeanCell("Marketing", "2.2", "n\u00a06"),
                        new DiagnosticTable.MeanCell("Leadership", "3.6", "n\u00a05"));
        assertThat(sign.gaps())
                .extracting(gap -> gap.value() + " | " + gap.range() + " | " + gap.verdict() + " | " + gap.clear())
                .containsExactly(
                        "+2.3 | +1.4 to +3.2 | ▲ Sales agrees more | true",
                        "+0.9 | −0.5 to +2.3 | ◌ Can't tell yet (too few answers for this spread) | false",
                        "−1.4 | −2.9 to 0.0 | ▽ Leadership probably agrees more | false");
        assertThat(tables.get(1).rows().get(1).means().get(2).mean()).isEqualTo("not asked");
    }

    private static Response withItems(Response response, byte[] items) {
        return new Response(
                response.id(),
                response.audience(),
                response.account(),
                response.person(),
                response.segments(),
                response.experience(),
                response.importance(),
                response.numbers(),
                items);
    }

    private static @Nullable Double agreeing(Diagnostic of, String item) {
        View.Estimate one = view(of, item, Audience.SALES).estimate();
        assertThat(one).isNotNull();
        return one.agreeing();
    }

    private Set<Flag> flags(String item, Audience audience) {
        View.Estimate one = view(diagnostic, item, audience).estimate();
        assertThat(one).isNotNull();
        return one.flags();
    }

    private static View view(Diagnostic of, String item, Audience audience) {
        return item(of, item).views().stream()
                .filter(view -> view.audience() == audience)
                .findFirst()
                .orElseThrow();
    }

    private static ViewGap gap(Diagnostic of, String item, Audience audience, Audience against) {
        return item(of, item).gaps().stream()
                .filter(gap -> gap.audience() == audience && gap.against() == against)
                .findFirst()
                .orElseThrow();
    }

    private static Diagnostic.Item item(Diagnostic of, String key) {
        return of.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
