package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.ClusteredMean;
import parallax.statistics.Clusters;
import parallax.statistics.MeanEstimate;
import parallax.statistics.Share;

/** Means, top-2 shares and reach of every table of a wave. */
final class Means {

    private static final double BOTTOM_TWO = 2;

    private final FieldedWave wave;
    private final FigureIds ids;
    private final Flags flags;
    private final List<Figure> means = new ArrayList<>();
    private final List<Figure> shares = new ArrayList<>();
    private final List<Figure> reaches = new ArrayList<>();

    private Means(FieldedWave wave, FigureIds ids) {
        this.wave = wave;
        this.ids = ids;
        flags = new Flags(wave);
    }

    /** Means, then top-2 shares, then reach; each by audience, measure, touchpoint and segment. */
    static List<Figure> of(FieldedWave wave, Tables tables, FigureIds ids) {
        Means means = new Means(wave, ids);
        List<Place> places = Place.of(wave.segments());
        for (Audience audience : Audience.raters()) {
            for (Measure measure : Measure.values()) {
                for (int item = 0; item < wave.items(); item++) {
                    int position = item;
                    tables.of(audience, measure, item)
                            .ifPresent(table -> means.add(audience, measure, position, table, places));
                }
            }
        }
        return Stream.of(means.means, means.shares, means.reaches)
                .flatMap(List::stream)
                .toList();
    }

    private void add(Audience audience, Measure measure, int item, Table table, List<Place> places) {
        String touchpoint = wave.touchpoint(item);
        for (Place place : places) {
            if (table.isSplitBy(place)) {
                Table.Part part = table.at(place);
                FigureKey.Segment segment = place.segment();
                means.add(figure(
                        FigureKey.mean(measure, audience, touchpoint, segment),
                        part,
                        cell -> mean(audience, cell, place)));
                reaches.add(figure(
                        FigureKey.reach(measure, audience, touchpoint, segment),
                        part,
                        cell -> reach(audience, cell, place)));
                shares.add(figure(
                        FigureKey.topTwo(measure, audience, touchpoint, segment),
                        part,
                        cell -> share(audience, cell, place)));
            }
        }
    }

    private Figure figure(FigureKey key, Table.Part part, Function<Cell, Estimates> estimate) {
        return part.suppression() != null
                ? new Figure(ids.of(key), key, part.suppression(), null)
                : new Figure(ids.of(key), key, null, estimate.apply(part.cell()).build());
    }

    private Estimates mean(Audience audience, Cell cell, Place place) {
        MeanEstimate mean = cell.requireMean();
        Set<Flag> ofMean = flags.of(audience, cell, place.isAll(), mean);
        Estimates estimate = Estimates.of(cell.answers(), mean.mean()).sides(null, cell.clusters());
        if (mean.hasVariance()) {
            estimate.spread(Math.sqrt(mean.variance()), mean.df())
                    .intervals(mean.interval(0.95, 1, wave.scalePoints()), null);
        }
        return estimate.with(Field.NOT_ENCOUNTERED, cell.notEncountered())
                .with(Field.LEFT_OPEN, cell.leftOpen())
                .with(Field.REACH, cell.reach())
                .with(Field.MEAN100, 100 * (mean.mean() - 1) / (wave.scalePoints() - 1))
                .with(Field.ALL_SAME, cell.distribution().allSame())
                .with(Field.DISTRIBUTION_HIDDEN, cell.hidesDistribution())
                .with(Field.FLOORED, mean.floored())
                .with(spread(cell))
                .flags(ofMean);
    }

    /** What tells how the answers of a cell differ. */
    static Map<Field, Object> spread(Cell cell) {
        MeanEstimate independent = asIfIndependent(cell.distribution());
        MeanEstimate raw = cell.raw() == null ? independent : cell.raw();
        return Estimates.none()
                .with(Field.SD, Math.sqrt(independent.n() * independent.variance()))
                .with(Field.SE_RAW, Math.sqrt(raw.variance()))
                .with(Field.DEFF, raw.variance() / independent.variance())
                .with(Field.BOTTOM_TWO, cell.distribution().shareUpTo(BOTTOM_TWO))
                .fields();
    }

    private static MeanEstimate asIfIndependent(Answers answers) {
        Clusters persons = new Clusters();
        for (int i = 0; i < answers.values().length; i++) {
            persons.add(1, answers.values()[i], answers.counts()[i]);
        }
        return ClusteredMean.withoutFloor(persons);
    }

    private Estimates share(Audience audience, Cell cell, Place place) {
        return ofShare(cell, cell.requireTopTwo(), 1)
                .with(Field.BOTTOM_TWO, cell.distribution().shareUpTo(BOTTOM_TWO))
                .with(Field.DISTRIBUTION_HIDDEN, cell.hidesDistribution())
                .flags(flags.of(audience, cell, place.isAll()));
    }

    /** @param unit 1 for a share in [0, 1], 100 for per cent */
    static Estimates ofShare(Cell cell, Share share, double unit) {
        Estimates estimate = Estimates.of(cell.answers(), unit * share.value()).sides(null, cell.clusters());
        if (share.hasInterval()) {
            estimate.with(Field.EFFECTIVE_N, share.effectiveN())
                    .with(Field.LOW, unit * share.interval(0.95).low())
                    .with(Field.HIGH, unit * share.interval(0.95).high());
        }
        return estimate;
    }

    private Estimates reach(Audience audience, Cell cell, Place place) {
        return Estimates.of(cell.answers(), cell.reach())
                .sides(null, cell.clusters())
                .with(Field.NOT_ENCOUNTERED, cell.notEncountered())
                .with(Field.LEFT_OPEN, cell.leftOpen())
                .flags(flags.of(audience, cell, place.isAll()));
    }
}
