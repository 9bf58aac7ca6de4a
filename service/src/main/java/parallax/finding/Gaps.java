package parallax.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.Difference;
import parallax.statistics.Interval;
import parallax.statistics.MeanEstimate;
import parallax.study.TeamScope;

/** Measures every gap of a wave (METHOD.md §3). */
final class Gaps {

    private static final String WHOLE = "ALL";

    private final FieldedWave wave;
    private final Tables tables;
    private final @Nullable PairTables standings;
    private final List<Place> places;
    private final Flags flags;

    private Gaps(FieldedWave wave, Tables tables, @Nullable PairTables standings) {
        this.wave = wave;
        this.tables = tables;
        this.standings = standings;
        places = Place.of(wave.segments());
        flags = new Flags(wave);
    }

    /**
     * By kind, team, measure, touchpoint and segment, in that order.
     *
     * @param standings null where only verdicts are wanted
     */
    static List<Gap> of(FieldedWave wave, Tables tables, @Nullable PairTables standings) {
        Gaps gaps = new Gaps(wave, tables, standings);
        List<Gap> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            found.addAll(gaps.ofItems(item -> gaps.ofTeam(measure, Audience.SALES, item)));
            found.addAll(gaps.ofItems(item -> gaps.ofTeam(measure, Audience.MARKETING, item)));
        }
        for (Measure measure : Measure.values()) {
            found.addAll(gaps.ofItems(item -> gaps.alignment(measure, item)));
        }
        found.addAll(gaps.ofItems(gaps::service));
        return List.copyOf(found);
    }

    private List<Gap> ofItems(IntFunction<Stream<Gap>> ofItem) {
        return IntStream.range(0, wave.items())
                .parallel()
                .mapToObj(ofItem)
                .flatMap(gaps -> gaps)
                .toList();
    }

    private Stream<Gap> ofTeam(Measure measure, Audience team, int item) {
        Optional<Table> ofTeam = tables.of(team, measure, item);
        Optional<Table> ofCustomers = tables.of(Audience.CUSTOMER, measure, item);
        if (ofTeam.isEmpty() || ofCustomers.isEmpty()) {
            return Stream.empty();
        }
        return places.stream().map(place -> {
            FigureKey key = FigureKey.teamGap(measure, team, wave.touchpoint(item), place.segment());
            Side a = side(team, ofTeam.get(), place);
            return between(key, a, side(Audience.CUSTOMER, ofCustomers.get(), place));
        });
    }

    private Stream<Gap> alignment(Measure measure, int item) {
        Optional<Table> sales = tables.of(Audience.SALES, measure, item);
        Optional<Table> marketing = tables.of(Audience.MARKETING, measure, item);
        if (sales.isEmpty() || marketing.isEmpty()) {
            return Stream.empty();
        }
        Side a = side(Audience.SALES, sales.get(), Place.ALL);
        Side b = side(Audience.MARKETING, marketing.get(), Place.ALL);
        return Stream.of(between(FigureKey.alignmentGap(measure, wave.touchpoint(item)), a, b));
    }

    private Stream<Gap> service(int item) {
        return tables.pairs(item).stream()
                .flatMap(pairs -> places.stream().map(place -> {
                    FigureKey key = FigureKey.serviceGap(wave.touchpoint(item), place.segment());
                    Suppression suppression = tables.pairSuppression(item, place);
                    return suppression == null
                            ? Gap.measured(key, service(item, pairs.at(place).cell(), place))
                            : Gap.suppressed(key, suppression);
                }));
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
        Map<Field, Object> fields = Estimates.none()
                .with(Field.N, pairs.answers())
                .with(Field.ACCOUNTS, pairs.clusters())
                .with(Field.GAP_PERCENT, percent(difference))
                .with(Field.FLOORED, mean.floored())
                .with(sides(item, place))
                .with(
                        Field.WILCOXON_P,
                        Ordinal.ofPairs(pairs.distribution(), wave.scalePoints() - 1)
                                .orElse(Double.NaN))
                .fields();
        return new Gap.Measured(fields, difference, test(difference), ofPairs);
    }

    /** Both means of the persons in the pairs. */
    private Map<Field, Object> sides(int item, Place place) {
        return Optional.ofNullable(standings)
                .flatMap(known -> known.find(item, place))
                .<Map<Field, Object>>map(standing -> Map.of(
                        Field.IMPORTANCE, standing.position().importance(),
                        Field.EXPERIENCE, standing.position().experience()))
                .orElse(Map.of());
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
        Map<Field, Object> fields = Estimates.none()
                .with(Field.N, a.part().cell().answers())
                .sides(b.part().cell().answers(), b.part().cell().clusters())
                .with(Field.GAP_PERCENT, percent(difference))
                .with(Field.MEAN_A, a.mean().mean())
                .with(Field.MEAN_B, b.mean().mean())
                .with(Field.SCOPE_A, a.scope())
                .with(Field.FLOORED_A, a.mean().floored())
                .with(Field.FLOORED_B, b.mean().floored())
                .with(Ordinal.between(
                        a.part().cell().distribution(), b.part().cell().distribution()))
                .with(ofPeople(a, b))
                .fields();
        return Gap.measured(key, new Gap.Measured(fields, difference, test(difference), ofBoth));
    }

    /** The interval for exactly the people on the teams today, where their number is known (METHOD.md §4). */
    private Map<Field, Object> ofPeople(Side a, Side b) {
        if (a.people() == null && b.people() == null) {
            return Map.of();
        }
        Difference difference = Difference.between(a.ofPeople(), b.ofPeople());
        if (!difference.hasVariance()) {
            return Map.of();
        }
        Interval interval = difference.interval(0.95);
        return Map.of(Field.FPC_LOW, interval.low(), Field.FPC_HIGH, interval.high());
    }

    private double percent(Difference difference) {
        return 100 * difference.value() / (wave.scalePoints() - 1);
    }

    private Gap.@Nullable Test test(Difference difference) {
        return Gap.Test.of(difference, wave.engagement().smallestGapPoints());
    }

    private Side side(Audience audience, Table table, Place place) {
        Table.Part part = table.at(place);
        if (part.suppression() != null) {
            return new Side(part, null, Set.of(), WHOLE, null);
        }
        Cell cell = part.cell();
        boolean whole = place.isAll() || !table.isSplitBy(place);
        if (whole && flags.isCensus(audience, cell) && wave.engagement().teamScope() == TeamScope.THESE_PEOPLE) {
            MeanEstimate exact = cell.requireMean().asCensus();
            return new Side(part, exact, EnumSet.of(Flag.CENSUS, Flag.THESE_PEOPLE), WHOLE, cell.answers());
        }
        MeanEstimate mean = cell.requireMean();
        String scope =
                whole || place.segment() == null ? WHOLE : place.segment().value();
        Integer people = whole && audience.isTeam() ? wave.frame(audience).people() : null;
        return new Side(
                part,
                mean,
                flags.of(audience, cell, whole, mean),
                scope,
                people == null ? null : Math.max(people, cell.answers()));
    }

    private static @Nullable Suppression first(@Nullable Suppression a, @Nullable Suppression b) {
        return a != null ? a : b;
    }

    /**
     * One side of a gap between two audiences.
     *
     * @param mean null if it is suppressed
     * @param scope the segment it is of, or {@link #WHOLE}
     * @param people the team's size, where known and all of it is meant; never below its answers
     */
    private record Side(
            Table.Part part,
            @Nullable MeanEstimate mean,
            Set<Flag> flags,
            String scope,
            @Nullable Integer people) {

        /** The mean as one of exactly these people, where they can be told. */
        MeanEstimate ofPeople() {
            MeanEstimate known = part.cell().requireMean();
            return people == null ? known : known.ofPopulation(people);
        }
    }
}
