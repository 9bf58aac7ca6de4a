package parallax.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.ShareDifference;

/** Differences of top-2 shares between the audiences; no verdict rests on them (METHOD.md §3). */
final class ShareGaps {

    private final FieldedWave wave;
    private final Tables tables;
    private final FigureIds ids;
    private final Flags flags;
    private final List<Figure> figures = new ArrayList<>();

    private ShareGaps(FieldedWave wave, Tables tables, FigureIds ids) {
        this.wave = wave;
        this.tables = tables;
        this.ids = ids;
        flags = new Flags(wave);
    }

    /** By measure and team, Sales against Marketing last; each by touchpoint and segment. */
    static List<Figure> of(FieldedWave wave, Tables tables, FigureIds ids) {
        ShareGaps gaps = new ShareGaps(wave, tables, ids);
        List<Place> places = Place.of(wave.segments());
        for (Measure measure : Measure.values()) {
            for (Audience team : List.of(Audience.SALES, Audience.MARKETING)) {
                gaps.add(measure, new Sides(team, Audience.CUSTOMER, team), places);
            }
            gaps.add(measure, new Sides(Audience.SALES, Audience.MARKETING, null), List.of(Place.ALL));
        }
        return List.copyOf(gaps.figures);
    }

    private void add(Measure measure, Sides sides, List<Place> places) {
        IntStream.range(0, wave.items()).forEach(item -> {
            Optional<Table> a = tables.of(sides.a(), measure, item);
            Optional<Table> b = tables.of(sides.b(), measure, item);
            if (a.isPresent() && b.isPresent()) {
                for (Place place : places) {
                    FigureKey key = FigureKey.topTwoGap(measure, sides.team(), wave.touchpoint(item), place.segment());
                    figures.add(figure(key, sides, a.get(), b.get(), place));
                }
            }
        });
    }

    private Figure figure(FigureKey key, Sides sides, Table tableA, Table tableB, Place place) {
        Table.Part a = tableA.at(place);
        Table.Part b = tableB.at(place);
        Optional<Suppression> hidden = Stream.concat(hidden(a), hidden(b)).findFirst();
        if (hidden.isPresent()) {
            return new Figure(ids.of(key), key, hidden.get(), null);
        }
        ShareDifference difference = a.cell().requireTopTwo().minus(b.cell().requireTopTwo());
        Set<Flag> ofBoth = EnumSet.noneOf(Flag.class);
        ofBoth.addAll(flags.of(sides.a(), a.cell(), place.isAll() || !tableA.isSplitBy(place)));
        ofBoth.addAll(flags.of(sides.b(), b.cell(), place.isAll() || !tableB.isSplitBy(place)));
        Estimates estimate = Estimates.of(a.cell().answers(), difference.value())
                .sides(b.cell().answers(), b.cell().clusters())
                .with(
                        Field.DISTRIBUTION_HIDDEN,
                        a.cell().hidesDistribution() || b.cell().hidesDistribution())
                .flags(ofBoth);
        if (difference.hasInterval()) {
            estimate.intervals(difference.interval(0.95), null);
        }
        return new Figure(ids.of(key), key, null, estimate.build());
    }

    private static Stream<Suppression> hidden(Table.Part part) {
        return Stream.ofNullable(part.suppression());
    }

    /** @param team as in the key; null for Sales against Marketing */
    private record Sides(Audience a, Audience b, @Nullable Audience team) {}
}
