package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.finding.WaveFixture.aWave;
import static parallax.finding.WaveFixture.response;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.AudienceFrame;
import parallax.study.SegmentVariable;
import parallax.study.TeamScope;

/** Waves that hold too little, too much or nonsense: figures are finite, and where there is none a reason says why. */
public class AwkwardWavesTest {

    private static final int NA = 255;

    public static Stream<Arguments> waves() {
        return Map.<String, Supplier<WaveFixture>>ofEntries(
                        Map.entry("empty", WaveFixture::aWave),
                        Map.entry("one respondent", () -> aWave().customer("a", 3, 4)),
                        Map.entry("one account", AwkwardWavesTest::oneAccount),
                        Map.entry("all not encountered", () -> everybody(NA, NA)),
                        Map.entry("importance not judged", () -> everybody(4, NA)),
                        Map.entry("all the same", () -> everybody(3, 3)),
                        Map.entry("all the best", () -> everybody(5, 5)),
                        Map.entry("all at opposite ends", () -> everybody(1, 5)),
                        Map.entry("a touchpoint nobody met", AwkwardWavesTest::oneNeverMet),
                        Map.entry("a team of four", AwkwardWavesTest::teamOfFour),
                        Map.entry("a segment of one", AwkwardWavesTest::segmentOfOne),
                        Map.entry("one touchpoint", () -> random(aWave().touchpoints(List.of("demo")), 5, 1)),
                        Map.entry("seven points", () -> random(aWave().scalePoints(7), 7, 2)),
                        Map.entry("no minimum", () -> random(aWave().minimums(1, 1, 1), 5, 3)),
                        Map.entry(
                                "two customers",
                                () -> aWave().minimums(1, 1, 1)
                                        .customer("a", 1, 5)
                                        .customer("b", 5, 1)),
                        Map.entry("contradicting frame", AwkwardWavesTest::contradictingFrame),
                        Map.entry(
                                "after an empty wave",
                                () -> random(aWave(), 5, 4).after(aWave())),
                        Map.entry("after itself", () -> random(aWave(), 5, 5).after(random(aWave(), 5, 5))),
                        Map.entry(
                                "after one of other segments",
                                () -> segmentOfOne().after(random(aWave(), 5, 6))),
                        Map.entry(
                                "these people, all alike",
                                () -> everybody(4, 4).people(Audience.SALES, 6).teamScope(TeamScope.THESE_PEOPLE)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waves")
    void everyNumberIsFiniteAndEveryGapInThemHasAReason(String name, Supplier<WaveFixture> wave) {
        for (Figure figure : wave.get().findings().figures()) {
            Figure.Estimate estimate = figure.estimate();
            assertThat(figure.suppressed() == null).as("%s", figure).isEqualTo(estimate != null);
            assertThat(figure.verdict() != null)
                    .as("%s", figure)
                    .isEqualTo(
                            figure.suppressed() != null || figure.key().kind().isGap());
            if (estimate != null) {
                estimate.fields().values().forEach(value -> assertFinite(value, figure));
                boolean numberless = estimate.verdict() == Verdict.NOT_COMPARABLE;
                assertThat(estimate.fields().containsKey(Field.N)
                                || estimate.fields().containsKey(Field.VALUE))
                        .as("%s", figure)
                        .isEqualTo(!numberless);
            }
        }
    }

    @Test
    void aNameOfFiveHundredCharactersAndMarkupIsOnlyAName() {
        String name = "<b>&\"'=1+1".repeat(50);
        WaveFixture wave = aWave().segments(new SegmentVariable(name, List.of(name, "other")));
        for (int i = 0; i < 20; i++) {
            wave.customer("a" + i, 1 + i % 5, 4, 1 + i % 2);
        }
        FigureKey key =
                FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", new FigureKey.Segment(name, name));

        Figure mean = Objects.requireNonNull(wave.findings().byKey().get(key));

        assertThat(mean.requireEstimate().n()).isEqualTo(10);
    }

    private static void assertFinite(Object value, Figure figure) {
        if (value instanceof Number number) {
            assertThat(number.doubleValue()).as("%s", figure).isFinite();
        } else if (value instanceof Map<?, ?> parts) {
            parts.values().forEach(part -> assertFinite(Objects.requireNonNull(part), figure));
        } else {
            assertThat(String.valueOf(value)).as("%s", figure).isNotBlank().doesNotContain("NaN", "Infinity");
        }
    }

    private static WaveFixture oneAccount() {
        WaveFixture wave = everybody(4, 4).minimums(5, 5, 1);
        for (int i = 0; i < 30; i++) {
            wave.customer("k0", 1 + i % 5, 1 + i % 3);
        }
        return wave;
    }

    private static WaveFixture everybody(int experience, int importance) {
        WaveFixture wave = aWave();
        for (int i = 0; i < 12; i++) {
            wave.customer("k" + i / 2, experience, importance);
            wave.member(i % 2 == 0 ? Audience.SALES : Audience.MARKETING, experience, importance);
        }
        return wave;
    }

    private static WaveFixture oneNeverMet() {
        WaveFixture wave = aWave();
        for (int i = 0; i < 12; i++) {
            wave.with(response(Audience.CUSTOMER, "k" + i, null, new int[] {1 + i % 5, NA, 3}, new int[] {4, NA, 2}));
            wave.member(Audience.SALES, 1 + i % 5, 4);
        }
        return wave;
    }

    private static WaveFixture teamOfFour() {
        WaveFixture wave = aWave().people(Audience.SALES, 4);
        for (int i = 0; i < 12; i++) {
            wave.customer("k" + i, 1 + i % 5, 5);
        }
        for (int i = 0; i < 4; i++) {
            wave.member(Audience.SALES, 2 + i, 4);
        }
        return wave;
    }

    private static WaveFixture segmentOfOne() {
        WaveFixture wave = aWave().segments(new SegmentVariable("region", List.of("north", "south", "unused")));
        for (int i = 0; i < 12; i++) {
            wave.customer("k" + i, 1 + i % 5, 5, i == 0 ? 2 : 1);
            wave.member(Audience.SALES, 1 + i % 5, 4, i == 0 ? 2 : 1);
        }
        return wave;
    }

    /** More people answered than there are, and more broke off than refused. */
    private static WaveFixture contradictingFrame() {
        WaveFixture wave = everybody(4, 3);
        wave.frame(Audience.SALES, new AudienceFrame(2, Map.of("I", 0, "NE", 3), null, null));
        return wave.frame(Audience.CUSTOMER, new AudienceFrame(null, Map.of("R", 1, "BREAKOFF", 4), null, null));
    }

    private static WaveFixture random(WaveFixture wave, int points, int seed) {
        Random random = new Random(seed);
        int items = wave.all(0).length;
        for (int i = 0; i < 60; i++) {
            Audience audience = i < 44 ? Audience.CUSTOMER : i < 52 ? Audience.SALES : Audience.MARKETING;
            wave.with(WaveFixture.withNumbers(
                    response(
                            audience,
                            "k" + random.nextInt(15),
                            "p" + random.nextInt(50),
                            random.ints(items, 1, points + 1).toArray(),
                            random.ints(items, 1, points + 1).toArray()),
                    (byte) (1 + random.nextInt(11)),
                    (byte) (1 + random.nextInt(5)),
                    (byte) random.nextInt(8)));
        }
        return wave;
    }
}
