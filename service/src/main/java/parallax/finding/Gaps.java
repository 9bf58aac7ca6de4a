package parallax.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.Difference;
import parallax.statistics.MeanEstimate;
import parallax.study.TeamScope;

/** Measures every gap of a wave (METHOD.md §3). */
final class Gaps {

    private final FieldedWave wave;
    private final Tables tables;
    private final List<Place> places;
    private final Flags flags;
    private final List<Gap> gaps = new ArrayList<>();

    private Gaps(FieldedWave wave, Tables tables) {
        this.wave = wave;
        this.tables = tables;
        places = Place.of(wave.segments());
        flags = new Flags(wave);
    }

    /** By kind, team, measure, touchpoint and segment, in that order. */
    static List<Gap> of(FieldedWave wave, Tables tables) {
        Gaps gaps = new Gaps(wave, tables);
        for (Measure measure : Measure.values()) {
            gaps.addTeam(measure, Audience.SALES);
            gaps.addTeam(measure, Audience.MARKETING);
        }
        for (Measure measure : Measure.values()) {
            gaps.eachItem(item -> gaps.addAlignment(measure, item));
        }
        gaps.eachItem(gaps::addService);
        return List.copyOf(gaps.gaps);
    }

    private void eachItem(Consumer<Integer> consumer) {
        for (int item = 0; item < wave.items(); item++) {
            consumer.accept(item);
        }
    }

    private void addTeam(Measure measure, Audience team) {
        eachItem(item -> {
            Optional<Table> ofTeam = tables.of(team, measure, item);
            Optional<Table> ofCustomers = tables.of(Audience.CUSTOMER, measure, item);
            if (ofTeam.isPresent() && ofCustomers.isPresent()) {
                for (Place place : places) {
                    FigureKey key = FigureKey.teamGap(measure, team, wave.touchpoint(item), place.segment());
                    Side a = side(team, ofTeam.get(), place);
                    gaps.add(between(key, a, side(Audience.CUSTOMER, ofCustomers.get(), place)));
                }
            }
        });
    }

    private void addAlignment(Measure measure, int item) {
        Optional<Table> sales = tables.of(Audience.SALES, measure, item);
        Optional<Table> marketing = tables.of(Audience.MARKETING, measure, item);
        if (sales.isPresent() && marketing.isPresent()) {
            Side a = side(Audience.SALES, sales.get(), Place.ALL);
            Side b = side(Audience.MARKETING, marketing.get(), Place.ALL);
            gaps.add(between(FigureKey.alignmentGap(measure, wave.touchpoint(item)), a, b));
        }
    }

    private void addService(int item) {
        tables.pairs(item).ifPresent(pairs -> {
            for (Place place : places) {
                FigureKey key = FigureKey.serviceGap(wave.touchpoint(item), place.segment());
                Suppression suppression = serviceSuppression(item, pairs, place);
                gaps.add(
                        suppression == null
                                ? Gap.measured(
                                        key, service(item, pairs.at(place).cell(), place))
                                : Gap.suppressed(key, suppression));
            }
        });
    }

    private @Nullable Suppression serviceSuppression(int item, Table pairs, Place place) {
        Suppression ofPairs = pairs.at(place).suppression();
        Suppression ofImportance = customers(Measure.IMPORTANCE, item).at(place).suppression();
        Suppression ofExperience = customers(Measure.EXPERIENCE, item).at(place).suppression();
        return first(ofPairs, first(ofImportance, ofExperience));
    }

    private Table customers(Measure measure, int item) {
        return tables.of(Audience.CUSTOMER, measure, item).orElseThrow();
    }

    private Gap.Measured service(int item, Cell pairs, Place place) {
        MeanEstimate mean = pairs.requireMean();
        Difference difference = mean.asDifference();
        Set<Flag> ofPairs = flags.of(Audience.CUSTOMER, pairs, place.isAll(), mean);
        Cell experience = customers(Measure.EXPERIENCE, item).at(place).cell();
        if (flags.of(Audience.CUSTOMER, experience, place.isAll()).contains(Flag.LOW_REACH)) {
            ofPairs.add(Flag.LOW_REACH);
        }
        return new Gap.Measured(pairs.answers(), null, pairs.clusters(), difference, test(difference), ofPairs);
    }

    private Gap between(FigureKey key, Side a, Side b) {
        if (a.mean() == null || b.mean() == null) {
            Suppression reason = first(a.part().suppression(), b.part().suppression());
            return Gap.suppressed(key, Objects.requireNonNull(reason));
        }
        Difference difference = Difference.between(a.mean(), b.mean());
        Set<Flag> ofBoth = EnumSet.noneOf(Flag.class);
        ofBoth.addAll(a.flags());
        ofBoth.addAll(b.flags());
        Cell other = b.part().cell();
        int answers = a.part().cell().answers();
        return Gap.measured(
                key,
                new Gap.Measured(answers, other.answers(), other.clusters(), difference, test(difference), ofBoth));
    }

    private Gap.@Nullable Test test(Difference difference) {
        return Gap.Test.of(difference, wave.engagement().smallestGapPoints());
    }

    private Side side(Audience audience, Table table, Place place) {
        Table.Part part = table.at(place);
        if (part.suppression() != null) {
            return new Side(part, null, Set.of());
        }
        Cell cell = part.cell();
        boolean whole = place.isAll() || !table.isSplitBy(place);
        if (whole && flags.isCensus(audience, cell) && wave.engagement().teamScope() == TeamScope.THESE_PEOPLE) {
            MeanEstimate exact = cell.requireMean().asCensus();
            return new Side(part, exact, EnumSet.of(Flag.CENSUS, Flag.THESE_PEOPLE));
        }
        MeanEstimate mean = cell.requireMean();
        return new Side(part, mean, flags.of(audience, cell, whole, mean));
    }

    private static @Nullable Suppression first(@Nullable Suppression a, @Nullable Suppression b) {
        return a != null ? a : b;
    }

    /** One side of a gap between two audiences; {@code mean} is null if it is suppressed. */
    private record Side(Table.Part part, @Nullable MeanEstimate mean, Set<Flag> flags) {}
}
