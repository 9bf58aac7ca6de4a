package parallax.finding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parallax.finding.WaveFixture.aWave;
import static parallax.finding.WaveFixture.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.AudienceFrame;
import parallax.study.SegmentVariable;
import parallax.study.TeamScope;

class ComputationTest {

    private static final int NA = 255;

    @Test
    void theOrderOfResponsesChangesNothing() {
        WaveFixture wave = randomWave(new Random(1));
        Findings before = wave.findings();
        List<Response> shuffled = new ArrayList<>(wave.responses());
        for (int trial = 0; trial < 10; trial++) {
            Collections.shuffle(shuffled, new Random(trial));
            assertThat(wave.findings(shuffled)).isEqualTo(before);
        }
    }

    @Test
    void turningTheScaleAroundTurnsTheSignsAndNothingElse() {
        Findings before = randomWave(new Random(2)).findings();
        WaveFixture turned = randomWave(new Random(2));
        turned.responses().replaceAll(ComputationTest::turned);
        Map<FigureKey, Figure> after = turned.findings().byKey();

        for (Figure figure : before.figures()) {
            Figure other = requireNonNull(after.get(figure.key()));
            assertThat(other.suppressed()).isEqualTo(figure.suppressed());
            if (figure.estimate() != null && figure.key().kind().isGap()) {
                Figure.Estimate here = figure.requireEstimate();
                Figure.Estimate there = other.requireEstimate();
                assertThat(there.value()).isCloseTo(-here.value(), within(1e-12));
                assertThat(requireNonNull(there.p())).isCloseTo(requireNonNull(here.p()), within(1e-9));
                assertThat(there.verdict()).isEqualTo(turned(requireNonNull(here.verdict())));
            }
        }
    }

    @Test
    void fourAreTooFewAndFiveFromTwoAccountsToo() {
        assertThat(demo(customers(aWave(), 4, 4)).suppressed()).isEqualTo(Suppression.FEWER_THAN_MINIMUM);
        assertThat(demo(customers(aWave(), 5, 2)).suppressed()).isEqualTo(Suppression.TOO_FEW_ACCOUNTS);
        assertThat(demo(customers(aWave(), 5, 3)).suppressed()).isNull();
        assertThat(demo(customers(aWave().minimums(6, 5, 3), 5, 5)).suppressed())
                .isEqualTo(Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void aPersonWithSeveralRowsIsOnePerson() {
        WaveFixture wave = aWave().segments(new SegmentVariable("unit", List.of("a", "b")));
        for (int member = 0; member < 5; member++) {
            wave.with(response(Audience.SALES, null, "m" + member, wave.all(5), wave.all(2), 1));
            wave.with(response(Audience.SALES, null, "m" + member, wave.all(2), wave.all(2), 2));
        }
        customersBySegment(wave);
        Findings findings = wave.findings();

        Figure.Estimate all = mean(findings, Audience.SALES, null);
        assertThat(all.n()).isEqualTo(5);
        assertThat(all.value()).isEqualTo(3.5);
        assertThat(requireNonNull(findings.participation().get(Audience.SALES)).responses())
                .isEqualTo(5);
        FigureKey.Segment a = new FigureKey.Segment("unit", "a");
        FigureKey.Segment b = new FigureKey.Segment("unit", "b");
        assertThat(mean(findings, Audience.SALES, a).value()).isEqualTo(5);
        assertThat(mean(findings, Audience.SALES, b).value()).isEqualTo(2);
        Figure gap =
                requireNonNull(findings.byKey().get(FigureKey.teamGap(Measure.EXPERIENCE, Audience.SALES, "demo", b)));
        assertThat(gap.requireEstimate().value())
                .isCloseTo(2 - mean(findings, Audience.CUSTOMER, b).value(), within(1e-12));
    }

    @Test
    void fourPersonsWithTwoRowsAreStillTooFew() {
        WaveFixture wave = aWave().segments(new SegmentVariable("unit", List.of("a", "b")));
        for (int member = 0; member < 4; member++) {
            wave.with(response(Audience.SALES, null, "m" + member, wave.all(5), wave.all(2), 1));
            wave.with(response(Audience.SALES, null, "m" + member, wave.all(2), wave.all(2), 2));
        }
        assertThat(figure(wave.findings(), FigureKey.mean(Measure.EXPERIENCE, Audience.SALES, "demo", null))
                        .suppressed())
                .isEqualTo(Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void aTeamWithoutSegmentsIsComparedWithEverySegment() {
        WaveFixture wave = aWave().segments(new SegmentVariable("unit", List.of("a", "b")));
        for (int member = 0; member < 6; member++) {
            wave.member(Audience.SALES, 4, 4, 0);
        }
        customersBySegment(wave);
        Findings findings = wave.findings();

        FigureKey.Segment a = new FigureKey.Segment("unit", "a");
        assertThat(findings.byKey()).doesNotContainKey(FigureKey.mean(Measure.EXPERIENCE, Audience.SALES, "demo", a));
        assertThat(figure(findings, FigureKey.teamGap(Measure.EXPERIENCE, Audience.SALES, "demo", a))
                        .requireEstimate()
                        .n())
                .isEqualTo(6);
    }

    @Test
    void theOneMemberOfAUnitDoesNotFollowFromTheTeamAndTheOtherUnit() {
        // 6 in a, 1 in b, 3 without a unit, who count for both: all minus a would be the one in b
        WaveFixture wave = aWave().segments(new SegmentVariable("unit", List.of("a", "b")));
        for (int member = 0; member < 10; member++) {
            wave.member(Audience.SALES, 4, 4, member < 6 ? 1 : member < 7 ? 2 : 0);
        }
        customersBySegment(wave);
        Findings findings = wave.findings();

        assertThat(mean(findings, Audience.SALES, null).n()).isEqualTo(10);
        for (String unit : List.of("a", "b")) {
            FigureKey.Segment segment = new FigureKey.Segment("unit", unit);
            assertThat(figure(findings, FigureKey.mean(Measure.EXPERIENCE, Audience.SALES, "demo", segment))
                            .suppressed())
                    .as(unit)
                    .isNotNull();
        }
    }

    @Test
    void lessThanHalfAnsweredIsABreakOff() {
        WaveFixture wave = customers(aWave(), 6, 6)
                .with(response(Audience.CUSTOMER, "x", null, new int[] {1, 1, 0}, new int[] {0, 0, 0}))
                .with(response(Audience.CUSTOMER, "y", null, new int[] {NA, NA, 0}, new int[] {3, 0, 0}));

        Participation customers = requireNonNull(wave.findings().participation().get(Audience.CUSTOMER));

        assertThat(customers).isEqualTo(new Participation(7, 1, 7, null, 6, 1, 0, 0));
        assertThat(demo(wave).requireEstimate().n()).isEqualTo(6);
    }

    @Test
    void eightRatingsAllAlikeAreFlaggedAndKept() {
        WaveFixture wave = aWave().touchpoints(List.of("a", "b", "c", "d", "e"));
        int[] seven = {4, 4, 4, 4, 0};
        wave.with(response(Audience.CUSTOMER, "s", null, seven, new int[] {4, 4, 4, 0, NA}));
        wave.with(response(Audience.CUSTOMER, "t", null, seven, new int[] {4, 4, 4, 4, NA}));
        wave.with(response(Audience.CUSTOMER, "u", null, seven, new int[] {4, 4, 4, 5, NA}));

        Participation customers = requireNonNull(wave.findings().participation().get(Audience.CUSTOMER));

        assertThat(customers.straightLined()).isEqualTo(1);
        assertThat(customers.responses()).isEqualTo(3);
        assertThat(customers.removed()).isZero();
    }

    @Test
    void aVerdictThatRestsOnFlaggedAnswersIsMarked() {
        // Ten customers around 4 agree with Sales; ten who say 1 to everything turn that into a clear gap.
        WaveFixture wave = aWave().touchpoints(List.of("a", "b", "c", "d"));
        for (int i = 0; i < 12; i++) {
            wave.with(response(Audience.SALES, null, null, new int[] {4, 4, 4, 4}, new int[] {5, 4, 4, 4}));
            wave.with(response(Audience.CUSTOMER, "k" + i, null, new int[] {4, 4, 4, 4}, new int[] {5, 3, 3, 4}));
        }
        assertThat(wave.findings().sensitivity()).isEqualTo(Sensitivity.NONE);
        for (int i = 0; i < 12; i++) {
            wave.customer("x" + i, 1, 1);
        }
        Findings findings = wave.findings();
        FigureKey key = FigureKey.teamGap(Measure.EXPERIENCE, Audience.SALES, "a", null);

        assertThat(findings.sensitivity().changed()).contains(key);
        assertThat(findings.sensitivity().words()).startsWith("Result changed without flagged answers");
        assertThat(figure(findings, key).requireEstimate().flags()).contains("changes_without_flagged");
    }

    @Test
    void onlyWhatWasAskedCountsAsAQuestion() {
        AudienceFrame frame = new AudienceFrame(null, Map.of(), List.of(1), EnumSet.of(Measure.EXPERIENCE));
        WaveFixture wave = aWave().frame(Audience.CUSTOMER, frame);
        for (int customer = 0; customer < 5; customer++) {
            wave.with(
                    response(Audience.CUSTOMER, "account" + customer, null, new int[] {0, 4, 0}, new int[] {0, 0, 0}));
        }
        Findings findings = wave.findings();

        assertThat(findings.participation())
                .containsExactly(Map.entry(Audience.CUSTOMER, new Participation(5, 0, 5, null)));
        assertThat(findings.figures())
                .extracting(Figure::key)
                .containsExactly(
                        FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null),
                        FigureKey.topTwo(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null),
                        FigureKey.reach(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null));
    }

    @Test
    void reachLeavesThoseOutWhoSaidNothing() {
        WaveFixture wave = customers(aWave(), 5, 5);
        for (int i = 0; i < 6; i++) {
            wave.with(response(Audience.CUSTOMER, "n" + i, null, new int[] {3, NA, 3}, wave.all(3)));
        }
        wave.with(response(Audience.CUSTOMER, "z", null, new int[] {3, 0, 3}, wave.all(3)));
        Findings findings = wave.findings();

        Figure.Estimate reach = figure(findings, FigureKey.reach(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null))
                .requireEstimate();
        assertThat(reach.value()).isCloseTo(5 / 11.0, within(1e-15));
        assertThat(mean(findings, Audience.CUSTOMER, null).flags()).contains("low_reach");
        assertThat(figure(findings, FigureKey.serviceGap("demo", null))
                        .requireEstimate()
                        .flags())
                .contains("low_reach");
    }

    @Test
    void oneAccountWithMoreThanHalfOfTheAnswersIsNamed() {
        WaveFixture half = customers(aWave(), 4, 4);
        WaveFixture more = customers(aWave(), 4, 4);
        for (int i = 0; i < 4; i++) {
            half.customer("big", 3, 3);
            more.customer("big", 3, 3);
        }
        more.customer("big", 3, 3);

        assertThat(demo(half).requireEstimate().flags()).doesNotContain("dominated");
        assertThat(demo(more).requireEstimate().flags()).contains("dominated");
    }

    @Test
    void aWholeTeamIsACensus() {
        WaveFixture wave = customers(aWave(), 9, 9).people(Audience.SALES, 6).people(Audience.MARKETING, 7);
        for (int member = 0; member < 6; member++) {
            wave.member(Audience.SALES, 3 + member % 2, 4).member(Audience.MARKETING, 4, 4);
        }
        Findings findings = wave.findings();

        assertThat(gap(findings, Audience.SALES).flags()).contains("census").doesNotContain("these_people");
        assertThat(gap(findings, Audience.MARKETING).flags()).doesNotContain("census");
    }

    @Test
    void forThesePeopleOnlyTheCustomersAreUncertain() {
        WaveFixture wave = customers(aWave(), 9, 9).people(Audience.SALES, 6).teamScope(TeamScope.THESE_PEOPLE);
        for (int member = 0; member < 6; member++) {
            wave.member(Audience.SALES, 3 + member % 2, 4);
        }
        Findings findings = wave.findings();

        Figure.Estimate gap = gap(findings, Audience.SALES);
        Figure.Estimate customers = mean(findings, Audience.CUSTOMER, null);
        assertThat(gap.se()).isEqualTo(customers.se());
        assertThat(requireNonNull(gap.df())).isCloseTo(requireNonNull(customers.df()), within(1e-9));
        assertThat(gap.flags()).contains("census", "these_people");
    }

    @Test
    void aSingleAccountGivesAMeanButNoClaim() {
        WaveFixture wave = aWave().minimums(5, 5, 1);
        for (int i = 0; i < 6; i++) {
            wave.customer("only", 1 + i % 3, 4).member(Audience.SALES, 5, 5);
        }
        Findings findings = wave.findings();

        Figure.Estimate mean = mean(findings, Audience.CUSTOMER, null);
        assertThat(mean.value()).isEqualTo(2);
        assertThat(mean.se()).isNull();
        Figure.Estimate gap = gap(findings, Audience.SALES);
        assertThat(gap.value()).isEqualTo(3);
        assertThat(gap.verdict()).isEqualTo(Verdict.TOO_WIDE);
        assertThat(gap.q()).isNull();
    }

    @Test
    void aCustomersOnlyStudyHasNoGapToATeam() {
        Findings findings = customers(aWave(), 9, 9).findings();

        assertThat(findings.participation()).containsOnlyKeys(Audience.CUSTOMER);
        assertThat(findings.figures())
                .extracting(figure -> figure.key().kind())
                .containsOnly(
                        FigureKind.MEAN,
                        FigureKind.TOP2,
                        FigureKind.REACH,
                        FigureKind.SERVICE_GAP,
                        FigureKind.PRIORITY,
                        FigureKind.GRID);
    }

    @Test
    void withoutAnyAnswerThereIsNoFigure() {
        assertThat(aWave().findings().figures()).isEmpty();
        assertThat(aWave().findings().counts()).isEmpty();
    }

    @Test
    void countsAreToldFromTenAnswersThatDiffer() {
        WaveFixture nine = customers(aWave(), 9, 9);
        WaveFixture ten = customers(aWave(), 10, 10)
                .with(response(Audience.CUSTOMER, "n", null, new int[] {3, NA, 3}, new int[] {4, 0, 4}));

        assertThat(counts(nine).experience()).isNull();
        // customers() rates 1, 2, 3, 4, 5, 1, 2, … and 4 for importance
        assertThat(counts(ten).experience()).isEqualTo(new TouchpointCounts.MeasureCounts(10, 30, 4, 1, 0));
        assertThat(counts(ten).importance()).isNull();
    }

    @Test
    void idsAreStableAndDiffer() {
        Findings findings = randomWave(new Random(3)).findings();
        Set<String> ids = Set.copyOf(findings.figures().stream().map(Figure::id).toList());

        assertThat(ids).hasSameSizeAs(findings.figures()).allMatch(id -> id.matches("f_[0-9A-Za-z_-]{32}"));
        assertThat(randomWave(new Random(4)).findings().figures().get(0).id())
                .isEqualTo(findings.figures().get(0).id());
    }

    private static WaveFixture randomWave(Random random) {
        WaveFixture wave = aWave().segments(
                        new SegmentVariable("region", List.of("north", "south")),
                        new SegmentVariable("size", List.of("small", "medium", "large")));
        for (int customer = 0; customer < 60; customer++) {
            String account = random.nextInt(10) == 0 ? null : "account" + random.nextInt(20);
            String person = "c" + random.nextInt(55);
            wave.with(response(
                    Audience.CUSTOMER,
                    account,
                    person,
                    answers(random),
                    answers(random),
                    random.nextInt(3),
                    random.nextInt(4)));
        }
        for (int member = 0; member < 12; member++) {
            String person = "m" + member / 2;
            wave.with(response(Audience.SALES, null, person, answers(random), answers(random), 1 + member % 2, 0));
            wave.with(response(Audience.MARKETING, null, null, answers(random), answers(random), 0, 0));
        }
        return wave;
    }

    private static int[] answers(Random random) {
        return random.ints(3, 0, 12)
                .map(value -> value == 0 ? 0 : value == 1 ? NA : 1 + value % 5)
                .toArray();
    }

    private static Response turned(Response response) {
        return new Response(
                response.id(),
                response.audience(),
                response.account(),
                response.person(),
                response.segments(),
                turned(response.experience()),
                turned(response.importance()),
                response.numbers());
    }

    private static byte[] turned(byte[] ratings) {
        byte[] turned = new byte[ratings.length];
        for (int i = 0; i < turned.length; i++) {
            boolean rating = ratings[i] != Response.NOT_ANSWERED && ratings[i] != Response.NOT_ENCOUNTERED;
            turned[i] = rating ? (byte) (6 - ratings[i]) : ratings[i];
        }
        return turned;
    }

    private static Verdict turned(Verdict verdict) {
        return switch (verdict) {
            case CLEAR_ABOVE -> Verdict.CLEAR_BELOW;
            case CLEAR_BELOW -> Verdict.CLEAR_ABOVE;
            case LEANING_ABOVE -> Verdict.LEANING_BELOW;
            case LEANING_BELOW -> Verdict.LEANING_ABOVE;
            case ALIGNED, NO_EVIDENCE, SUPPRESSED, TOO_WIDE, NOT_COMPARABLE -> verdict;
        };
    }

    /** Customers who rate 1, 2, 3, 4, 5, 1, … and find everything equally important. */
    private static WaveFixture customers(WaveFixture wave, int customers, int accounts) {
        for (int customer = 0; customer < customers; customer++) {
            wave.customer("account" + customer % accounts, 1 + customer % 5, 4);
        }
        return wave;
    }

    private static void customersBySegment(WaveFixture wave) {
        for (int customer = 0; customer < 20; customer++) {
            wave.customer("account" + customer, 1 + customer % 4, 4, 1 + customer % 2);
        }
    }

    private static Figure demo(WaveFixture wave) {
        return figure(wave.findings(), FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null));
    }

    private static TouchpointCounts counts(WaveFixture wave) {
        return wave.findings().counts().stream()
                .filter(counts -> counts.touchpoint().equals("demo"))
                .findFirst()
                .orElseThrow();
    }

    private static Figure.Estimate mean(Findings findings, Audience audience, FigureKey.@Nullable Segment segment) {
        return figure(findings, FigureKey.mean(Measure.EXPERIENCE, audience, "demo", segment))
                .requireEstimate();
    }

    private static Figure.Estimate gap(Findings findings, Audience team) {
        return figure(findings, FigureKey.teamGap(Measure.EXPERIENCE, team, "demo", null))
                .requireEstimate();
    }

    private static Figure figure(Findings findings, FigureKey key) {
        return requireNonNull(findings.byKey().get(key), key::toString);
    }
}
