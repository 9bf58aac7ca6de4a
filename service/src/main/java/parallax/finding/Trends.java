package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.WordingGuard;
import parallax.questionnaire.WordingGuard.Change;
import parallax.statistics.LinkedClusters;
import parallax.statistics.Trend;

/**
 * What changed since the engagement's wave before (METHOD.md §3): of touchpoints, audiences and segments that both waves
 * have. An item whose wording or scale changed is not compared.
 */
final class Trends {

    private final Counted before;
    private final Counted now;
    private final Flags flags;
    private final Map<String, Change> changes;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<FigureKey> notComparable = new ArrayList<>();

    private Trends(Counted before, Counted now) {
        this.before = before;
        this.now = now;
        flags = new Flags(now.wave());
        changes = WordingGuard.compare(before.wave().questionnaire(), now.wave().questionnaire());
    }

    static Trends between(Counted before, Counted now) {
        Trends trends = new Trends(before, now);
        for (Audience audience : Audience.raters()) {
            for (Place place : Place.of(now.wave().segments())) {
                trends.placeBefore(place).ifPresent(placeBefore -> trends.addAll(audience, placeBefore, place));
            }
        }
        return trends;
    }

    /** By audience and segment; each by measure and touchpoint. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Those whose item changed. */
    List<Figure> notComparable(FigureIds ids) {
        return notComparable.stream()
                .map(key -> new Figure(
                        ids.of(key),
                        key,
                        null,
                        waves().verdict(Verdict.NOT_COMPARABLE)
                                .flags(Set.of(Flag.NOT_COMPARABLE))
                                .build()))
                .toList();
    }

    private Optional<Place> placeBefore(Place place) {
        return Place.of(before.wave().segments()).stream()
                .filter(candidate -> Objects.equals(candidate.segment(), place.segment()))
                .findFirst();
    }

    private void addAll(Audience audience, Place placeBefore, Place place) {
        Optional<Sample> from = before.samples().find(audience, placeBefore);
        Optional<Sample> to = now.samples().find(audience, place);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        ClusterLink link = ClusterLink.between(from.get(), to.get());
        for (Measure measure : Measure.values()) {
            for (int item = 0; item < now.wave().items(); item++) {
                int itemBefore =
                        before.wave().questionnaire().positionOf(now.wave().touchpoint(item));
                Optional<Table> tableBefore =
                        itemBefore < 0 ? Optional.empty() : before.tables().of(audience, measure, itemBefore);
                Optional<Table> table = now.tables().of(audience, measure, item);
                if (isSplit(tableBefore, placeBefore) && isSplit(table, place)) {
                    Side a = new Side(from.get(), tableBefore.get().at(placeBefore), itemBefore);
                    Side b = new Side(to.get(), table.get().at(place), item);
                    add(FigureKey.trend(measure, audience, now.wave().touchpoint(item), place.segment()), a, b, link);
                }
            }
        }
    }

    private static boolean isSplit(Optional<Table> table, Place place) {
        return table.isPresent() && table.get().isSplitBy(place);
    }

    private void add(FigureKey key, Side from, Side to, ClusterLink link) {
        if (changes.get(now.wave().touchpoint(to.item())) != Change.SAME) {
            notComparable.add(key);
            return;
        }
        Optional<Suppression> suppression = Stream.of(from.part(), to.part())
                .map(Table.Part::suppression)
                .filter(Objects::nonNull)
                .findFirst();
        gaps.add(
                suppression.isPresent()
                        ? Gap.suppressed(key, suppression.get())
                        : Gap.measured(key, measured(key, from, to, link)));
    }

    private Gap.Measured measured(FigureKey key, Side from, Side to, ClusterLink link) {
        LinkedClusters clusters = link.of(
                from.sample().column(from.sample().panel().column(key.measure(), from.item())),
                to.sample().column(to.sample().panel().column(key.measure(), to.item())));
        Trend trend = Trend.of(clusters);
        Map<Field, Object> fields = waves().with(Field.N_FROM, trend.from())
                .with(Field.N_TO, trend.to())
                .with(Field.CLUSTERS_SHARED, trend.sharedClusters())
                .with(Field.FLOORED, trend.floored())
                .fields();
        Audience audience = Objects.requireNonNull(key.audience());
        Set<Flag> ofAnswers = flags.of(audience, to.part().cell(), key.segment() == null);
        if (trend.floored()) {
            ofAnswers.add(Flag.FLOORED);
        }
        if (trend.isWithoutSpread()) {
            ofAnswers.add(Flag.NO_SPREAD);
        }
        double smallestGap = now.wave().engagement().smallestGapPoints();
        return new Gap.Measured(fields, trend.change(), Gap.Test.of(trend.change(), smallestGap), ofAnswers);
    }

    private Estimates waves() {
        return Estimates.none()
                .with(Field.WAVE_FROM, before.wave().wave().name())
                .with(Field.WAVE_TO, now.wave().wave().name());
    }

    /** One wave's side of a trend. */
    private record Side(Sample sample, Table.Part part, int item) {}
}
