package parallax.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.WaveId;

/** Turns a wave's answers into its findings; the same answers in any order give the same findings. */
final class Computation {

    /** Below this many answers their exact sum is not told (METHOD.md §9.4). */
    private final FieldedWave wave;

    private final Cube cube;
    private final Tables tables;
    private final Counted counted;

    private Computation(Counted counted) {
        this.counted = counted;
        wave = counted.wave();
        cube = counted.cube();
        tables = counted.tables();
    }

    /**
     * Computes all findings.
     *
     * @param responses gives every response of a wave, once, to the consumer it is called with
     */
    static Findings of(FieldedWave wave, BiConsumer<WaveId, Consumer<Response>> responses) {
        Computation computation = new Computation(
                Counted.of(wave, consumer -> responses.accept(wave.wave().id(), consumer)));
        FieldedWave previous = wave.previous();
        Optional<Trends> trends = Optional.ofNullable(previous)
                .map(known -> Counted.of(
                        known, consumer -> responses.accept(known.wave().id(), consumer)))
                .map(before -> Trends.between(before, computation.counted));
        return computation.findings(trends);
    }

    /** Computes the findings of a wave whose answers are in memory already, without a trend. */
    static Findings of(FieldedWave wave, Cube cube) {
        return new Computation(Counted.of(wave, cube)).findings(Optional.empty());
    }

    private Findings findings(Optional<Trends> trends) {
        FigureIds ids = new FigureIds(wave.wave().id());
        VerdictRule rule = new VerdictRule(wave.engagement().smallestGapPoints(), wave.scalePoints() - 1);
        Judgement judgement = new Judgement(ids, rule);
        PairTables pairs = PairTables.of(wave, cube, tables);
        List<Figure> figures = new ArrayList<>(Means.of(wave, tables, ids));
        List<Figure> gaps = judgement.of(Gaps.of(wave, tables, pairs));
        Weighting weighting = Weighting.of(wave, cube);
        figures.addAll(WeightedMeans.of(counted, weighting, ids));
        Sensitivity sensitivity = Sensitivity.of(counted, gaps, judgement);
        figures.addAll(sensitivity.marked(gaps));
        figures.addAll(ShareGaps.of(wave, tables, ids));
        figures.addAll(pairs.figures(ids));
        trends.ifPresent(found -> {
            figures.addAll(judgement.of(found.gaps()));
            figures.addAll(found.notComparable(ids));
        });
        figures.addAll(Indices.of(counted, ids));
        figures.addAll(Scores.of(wave, tables, ids));
        figures.addAll(Rates.of(wave, ids));
        return new Findings(
                wave.engagement(),
                wave.wave(),
                wave.questionnaire(),
                wave.segments(),
                participation(),
                figures,
                counts(),
                sensitivity,
                weighting.reason());
    }

    private Map<Audience, Participation> participation() {
        Map<Audience, Participation> participation = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.raters()) {
            cube.panel(audience)
                    .ifPresent(panel -> participation.put(
                            audience,
                            Participation.of(panel, wave.frame(audience).people())));
        }
        return participation;
    }

    private List<TouchpointCounts> counts() {
        List<TouchpointCounts> counts = new ArrayList<>();
        for (int item = 0; item < wave.items(); item++) {
            for (Audience audience : Audience.raters()) {
                Optional<Table> experience = tables.of(audience, Measure.EXPERIENCE, item);
                Optional<Table> importance = tables.of(audience, Measure.IMPORTANCE, item);
                if (experience.isPresent() || importance.isPresent()) {
                    counts.add(new TouchpointCounts(
                            wave.touchpoint(item),
                            audience,
                            experience.map(this::counts).orElse(null),
                            importance.map(this::counts).orElse(null)));
                }
            }
        }
        return counts;
    }

    private TouchpointCounts.@Nullable MeasureCounts counts(Table table) {
        Cell cell = table.all().cell();
        int[] ratings = cell.ratings();
        if (table.all().suppression() != null || ratings == null || !cell.tellsShares()) {
            return null;
        }
        long sum = 0;
        for (int rating = 1; rating < ratings.length; rating++) {
            sum += (long) rating * ratings[rating];
        }
        int highest = wave.scalePoints();
        int topTwo = ratings[highest] + ratings[highest - 1];
        return new TouchpointCounts.MeasureCounts(cell.answers(), sum, topTwo, cell.notEncountered(), cell.leftOpen());
    }
}
