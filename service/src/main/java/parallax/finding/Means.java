package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.MeanEstimate;

/** Means and reach of every table of a wave. */
final class Means {

    private final FieldedWave wave;
    private final FigureIds ids;
    private final Flags flags;
    private final List<Figure> means = new ArrayList<>();
    private final List<Figure> reaches = new ArrayList<>();

    private Means(FieldedWave wave, FigureIds ids) {
        this.wave = wave;
        this.ids = ids;
        flags = new Flags(wave);
    }

    /** Means, then reach; each by audience, measure, touchpoint and segment. */
    static List<Figure> of(FieldedWave wave, Tables tables, FigureIds ids) {
        Means means = new Means(wave, ids);
        List<Place> places = Place.of(wave.segments());
        for (Audience audience : Audience.values()) {
            for (Measure measure : Measure.values()) {
                for (int item = 0; item < wave.items(); item++) {
                    int position = item;
                    tables.of(audience, measure, item)
                            .ifPresent(table -> means.add(audience, measure, position, table, places));
                }
            }
        }
        means.means.addAll(means.reaches);
        return List.copyOf(means.means);
    }

    private void add(Audience audience, Measure measure, int item, Table table, List<Place> places) {
        String touchpoint = wave.touchpoint(item);
        for (Place place : places) {
            if (table.isSplitBy(place)) {
                Table.Part part = table.at(place);
                means.add(mean(FigureKey.mean(measure, audience, touchpoint, place.segment()), audience, part));
                reaches.add(reach(FigureKey.reach(measure, audience, touchpoint, place.segment()), audience, part));
            }
        }
    }

    private Figure mean(FigureKey key, Audience audience, Table.Part part) {
        if (part.suppression() != null) {
            return new Figure(ids.of(key), key, part.suppression(), null);
        }
        Cell cell = part.cell();
        MeanEstimate mean = cell.requireMean();
        Set<Flag> ofMean = flags.of(audience, cell, key.segment() == null, mean);
        return new Figure(
                ids.of(key), key, null, estimate(cell, mean).flags(ofMean).build());
    }

    private Figure reach(FigureKey key, Audience audience, Table.Part part) {
        if (part.suppression() != null) {
            return new Figure(ids.of(key), key, part.suppression(), null);
        }
        Cell cell = part.cell();
        Figure.Estimate estimate = Estimates.of(cell.answers(), cell.reach())
                .sides(null, cell.clusters())
                .flags(flags.of(audience, cell, key.segment() == null))
                .build();
        return new Figure(ids.of(key), key, null, estimate);
    }

    private Estimates estimate(Cell cell, MeanEstimate mean) {
        Estimates estimate = Estimates.of(cell.answers(), mean.mean()).sides(null, cell.clusters());
        return mean.hasVariance()
                ? estimate.spread(Math.sqrt(mean.variance()), mean.df())
                        .intervals(mean.interval(0.95, 1, wave.scalePoints()), null)
                : estimate;
    }
}
