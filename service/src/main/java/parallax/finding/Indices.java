package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.statistics.AlignmentGroup;
import parallax.statistics.AlignmentIndex;
import parallax.statistics.AlignmentSample;
import parallax.statistics.ClusterColumn;
import parallax.statistics.PairAlignment;
import parallax.statistics.Reliability;

/** How far the audiences see all touchpoints alike, on experience and on importance (METHOD.md §7). */
final class Indices {

    private final Counted counted;
    private final FieldedWave wave;
    private final Tables tables;

    private Indices(Counted counted) {
        this.counted = counted;
        wave = counted.wave();
        tables = counted.tables();
    }

    /** One for each measure that at least two audiences rated three touchpoints on; only what may be shown takes part. */
    static List<Figure> of(Counted counted, FigureIds ids) {
        Indices indices = new Indices(counted);
        Map<Measure, Figure.Estimate> estimates = new EnumMap<>(Measure.class);
        Arrays.stream(Measure.values())
                .parallel()
                .flatMap(measure ->
                        indices
                                .index(measure)
                                .map(index -> Map.entry(measure, indices.estimate(measure, index)))
                                .stream())
                .toList()
                .forEach(entry -> estimates.put(entry.getKey(), entry.getValue()));
        List<Figure> figures = new ArrayList<>();
        estimates.forEach((measure, estimate) -> {
            FigureKey key = FigureKey.alignmentIndex(measure);
            figures.add(new Figure(ids.of(key), key, null, estimate));
        });
        return figures;
    }

    private Optional<AlignmentIndex> index(Measure measure) {
        AlignmentSample sample = new AlignmentSample(wave.scalePoints());
        for (int item = 0; item < wave.items(); item++) {
            OptionalDouble weight = weight(item);
            if (weight.isPresent()) {
                sample.add(weight.getAsDouble(), columns(measure, item));
            }
        }
        return sample.index();
    }

    /** By how important customers find a touchpoint; none where that may not be told, 1 where it was not asked. */
    private OptionalDouble weight(int item) {
        if (!wave.asks(Audience.CUSTOMER, Measure.IMPORTANCE)) {
            return OptionalDouble.of(1);
        }
        Optional<Table> importance = tables.of(Audience.CUSTOMER, Measure.IMPORTANCE, item);
        if (importance.isEmpty()) {
            return OptionalDouble.of(1);
        }
        Table.Part all = importance.get().all();
        return all.suppression() != null
                ? OptionalDouble.empty()
                : OptionalDouble.of((all.cell().requireMean().mean() - 1) / (wave.scalePoints() - 1));
    }

    private Map<AlignmentGroup, ClusterColumn> columns(Measure measure, int item) {
        Map<AlignmentGroup, ClusterColumn> columns = new EnumMap<>(AlignmentGroup.class);
        for (Audience audience : Audience.raters()) {
            boolean shown = tables.of(audience, measure, item)
                    .filter(table -> table.all().suppression() == null)
                    .isPresent();
            if (shown) {
                counted.samples()
                        .find(audience, Place.ALL)
                        .ifPresent(sample -> columns.put(
                                group(audience), sample.column(sample.panel().column(measure, item))));
            }
        }
        return columns;
    }

    private static AlignmentGroup group(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> AlignmentGroup.CUSTOMERS;
            case SALES -> AlignmentGroup.SALES;
            case MARKETING -> AlignmentGroup.MARKETING;
            case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
        };
    }

    private Figure.Estimate estimate(Measure measure, AlignmentIndex index) {
        Estimates estimate = Estimates.none()
                .with(Field.VALUE, index.value())
                .with(Field.SE, index.standardError())
                .with(Field.PAIRS, pairs(index));
        if (index.hasInterval()) {
            estimate.intervals(index.interval(), null);
        }
        reliability(measure)
                .filter(Reliability::isPrintable)
                .ifPresent(reliability -> estimate.with(
                                Field.ALPHA, reliability.alpha().orElseThrow())
                        .with(Field.ITEMS, wave.askedItems(Audience.CUSTOMER).length)
                        .with(Field.N_COMPLETE, reliability.persons()));
        return estimate.build();
    }

    private static Map<String, Map<String, Object>> pairs(AlignmentIndex index) {
        Map<String, Map<String, Object>> pairs = new LinkedHashMap<>();
        for (PairAlignment pair : index.pairs()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put(Field.TOUCHPOINTS.column(), pair.items());
            parts.put("index", pair.index());
            parts.put("elevation", pair.elevation());
            parts.put("pattern_sd", pair.patternSpread());
            parts.put("raw_rms", Math.hypot(pair.elevation(), pair.patternSpread()));
            if (pair.hasRankCorrelation()) {
                parts.put("spearman", pair.rankCorrelation());
            }
            pairs.put(name(pair), parts);
        }
        return pairs;
    }

    private static String name(PairAlignment pair) {
        return switch (pair.pair()) {
            case SALES_CUSTOMERS -> "sales-customer";
            case MARKETING_CUSTOMERS -> "marketing-customer";
            case SALES_MARKETING -> "sales-marketing";
        };
    }

    /** Of customers who rated every touchpoint; empty if customers answered in several parts each. */
    private Optional<Reliability> reliability(Measure measure) {
        Optional<Panel> customers = counted.cube().panel(Audience.CUSTOMER);
        int[] items = wave.askedItems(Audience.CUSTOMER);
        if (customers.isEmpty() || customers.get().persons() != null || items.length < Reliability.FEWEST_ITEMS) {
            return Optional.empty();
        }
        byte[][] columns = Arrays.stream(items)
                .mapToObj(item -> customers.get().column(measure, item))
                .toArray(byte[][]::new);
        Reliability reliability = new Reliability(items.length);
        int[] ratings = new int[items.length];
        for (int row = 0; row < customers.get().rows(); row++) {
            int rated = 0;
            while (rated < items.length && isRating(columns[rated][row])) {
                ratings[rated] = columns[rated][row];
                rated++;
            }
            if (rated == items.length) {
                reliability.add(ratings);
            }
        }
        return Optional.of(reliability);
    }

    private static boolean isRating(byte code) {
        return code != Response.NOT_ANSWERED && code != Response.NOT_ENCOUNTERED;
    }
}
