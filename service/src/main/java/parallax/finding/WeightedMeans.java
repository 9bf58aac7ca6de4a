package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import parallax.disclosure.Atom;
import parallax.disclosure.CellAddress;
import parallax.disclosure.Minimum;
import parallax.disclosure.SharedTotal;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.statistics.MeanEstimate;
import parallax.statistics.RakedWeights;
import parallax.statistics.WeightedMean;

/** Customers' means weighted to known margins, beside the unweighted ones (METHOD.md §2). */
final class WeightedMeans {

    private final FieldedWave wave;
    private final Tables tables;
    private final FigureIds ids;
    private final Panel panel;
    private final RakedWeights weights;
    private final List<Integer> variables;
    private final Standings standings;

    private WeightedMeans(Counted counted, FigureIds ids, Panel panel, RakedWeights weights, List<Integer> variables) {
        wave = counted.wave();
        tables = counted.tables();
        this.ids = ids;
        this.panel = panel;
        this.weights = weights;
        this.variables = variables;
        standings = new Standings(panel);
    }

    /** By measure and touchpoint; none where nothing is weighted. */
    static List<Figure> of(Counted counted, Weighting weighting, FigureIds ids) {
        RakedWeights weights = weighting.weights();
        Panel panel = counted.cube().panel(Audience.CUSTOMER).orElse(null);
        if (weights == null || panel == null) {
            return List.of();
        }
        WeightedMeans means = new WeightedMeans(counted, ids, panel, weights, weighting.variables());
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (int item = 0; item < counted.wave().items(); item++) {
                int position = item;
                means.tables
                        .of(Audience.CUSTOMER, measure, item)
                        .ifPresent(table -> figures.add(means.figure(measure, position, table)));
            }
        }
        return figures;
    }

    private Figure figure(Measure measure, int item, Table table) {
        FigureKey key = FigureKey.weightedMean(measure, wave.touchpoint(item));
        byte[] column = panel.column(measure, item);
        Suppression suppression = table.all().suppression();
        if (suppression == null && tellsTooMuch(column, table)) {
            suppression = Suppression.COMPLEMENTARY;
        }
        return new Figure(
                ids.of(key),
                key,
                suppression,
                suppression == null ? estimate(column, table.all().cell()) : null);
    }

    private Figure.Estimate estimate(byte[] column, Cell cell) {
        int[] sizes = new int[panel.sources()];
        double[] totals = new double[panel.sources()];
        double[] sums = new double[panel.sources()];
        for (int row = 0; row < column.length; row++) {
            if (column[row] > 0) {
                int cluster = panel.clusters()[row];
                sizes[cluster]++;
                totals[cluster] += weights.weights()[row];
                sums[cluster] += weights.weights()[row] * column[row];
            }
        }
        MeanEstimate mean = WeightedMean.of(sizes, totals, sums);
        Set<Flag> flags = Flag.with(new Flags(wave).of(Audience.CUSTOMER, cell, true, mean), Flag.WEIGHTED);
        Estimates estimate = Estimates.of(cell.answers(), mean.mean()).sides(null, cell.clusters());
        if (mean.hasVariance()) {
            estimate.spread(Math.sqrt(mean.variance()), mean.df())
                    .intervals(mean.interval(0.95, 1, wave.scalePoints()), null);
        }
        return estimate.with(Field.KISH_DEFF, weights.designEffect())
                .with(Field.TRIMMED, weights.trimmed())
                .with(Field.RESPONSE_RATE, Rates.headline(wave, Audience.CUSTOMER))
                .with(Field.FLOORED, mean.floored())
                .flags(flags)
                .build();
    }

    /**
     * The weights follow from the margins, so a weighted sum beside the plain ones may tell sums of groups that share a weight.
     * It is shown only if all those sums together, and the segments shown, tell nothing of too few.
     */
    private boolean tellsTooMuch(byte[] column, Table table) {
        Minimum minimum = wave.minimum(Audience.CUSTOMER);
        int extra = wave.segments().size();
        Map<List<Integer>, Integer> groups = new HashMap<>();
        List<Atom> atoms = standings.atoms(column, minimum.accounts()).stream()
                .filter(atom -> atom.persons() > 0)
                .map(atom -> new Atom(
                        atom.persons(),
                        0,
                        atom.standings().stream()
                                .map(standing -> withGroup(standing, groups))
                                .toList(),
                        atom.accounts()))
                .toList();
        List<CellAddress> cells = new ArrayList<>(table.shown());
        IntStream.rangeClosed(1, groups.size()).forEach(group -> cells.add(new CellAddress(extra, group)));
        SharedTotal total = new SharedTotal(atoms, minimum, false);
        return total.aboutTooFewPersons(cells).isPresent()
                || total.aboutTooFewAccounts(cells).isPresent();
    }

    private int[] withGroup(int[] standing, Map<List<Integer>, Integer> groups) {
        List<Integer> values =
                variables.stream().map(variable -> standing[variable]).toList();
        int[] longer = Arrays.copyOf(standing, standing.length + 1);
        longer[standing.length] = groups.computeIfAbsent(values, any -> groups.size() + 1);
        return longer;
    }
}
