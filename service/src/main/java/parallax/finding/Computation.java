package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;

/** Turns a wave's answers into its findings; the same answers in any order give the same findings. */
final class Computation {

    /** Below this many answers their exact sum is not told (METHOD.md §9.4). */
    private static final int FEWEST_COUNTED = 10;

    private final FieldedWave wave;
    private final Cube cube;
    private final Tables tables;

    private Computation(FieldedWave wave, Cube cube) {
        this.wave = wave;
        this.cube = cube;
        tables = new Tables(wave, cube);
    }

    /**
     * Computes all findings.
     *
     * @param responses gives every response of the wave, once, to the consumer it is called with
     */
    static Findings of(FieldedWave wave, Consumer<Consumer<Response>> responses) {
        Cube.Builder builder = Cube.of(wave);
        responses.accept(builder);
        return new Computation(wave, builder.build()).findings();
    }

    private Findings findings() {
        FigureIds ids = new FigureIds(wave.wave().id());
        VerdictRule rule = new VerdictRule(wave.engagement().smallestGapPoints(), wave.scalePoints() - 1);
        List<Figure> figures = new ArrayList<>(Means.of(wave, tables, ids));
        figures.addAll(new Judgement(ids, rule).of(Gaps.of(wave, tables)));
        return new Findings(
                wave.engagement(),
                wave.wave(),
                wave.questionnaire(),
                wave.segments(),
                participation(),
                figures,
                counts());
    }

    private Map<Audience, Participation> participation() {
        Map<Audience, Participation> participation = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            cube.panel(audience)
                    .ifPresent(panel -> participation.put(
                            audience,
                            new Participation(
                                    panel.people(),
                                    panel.breakOffs(),
                                    panel.clusters(),
                                    wave.frame(audience).people())));
        }
        return participation;
    }

    private List<TouchpointCounts> counts() {
        List<TouchpointCounts> counts = new ArrayList<>();
        for (int item = 0; item < wave.items(); item++) {
            for (Audience audience : Audience.values()) {
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
        if (table.all().suppression() != null || cell.answers() < FEWEST_COUNTED || ratings == null) {
            return null;
        }
        if (Arrays.stream(ratings, 1, ratings.length).filter(count -> count > 0).count() < 2) {
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
