package parallax.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.statistics.Difference;
import parallax.statistics.GridPosition;
import parallax.statistics.LineDistances;
import parallax.statistics.MeanEstimate;
import parallax.statistics.Priority;

/**
 * What customers who rated both measures tell of each touchpoint beside the others: its priority and its position in the
 * grid (METHOD.md §6). Only touchpoints that may be shown at a place take part in its grid and its ranks.
 */
final class PairTables {

    private static final double RANK_CONFIDENCE = 0.90;
    private static final int ITEMS_AT_ONCE = 5;

    private final FieldedWave wave;
    private final Tables tables;
    private final Map<Place, Map<Integer, Standing>> standings = new LinkedHashMap<>();

    private PairTables(FieldedWave wave, Tables tables) {
        this.wave = wave;
        this.tables = tables;
    }

    static PairTables of(FieldedWave wave, Cube cube, Tables tables) {
        PairTables pairs = new PairTables(wave, tables);
        cube.panel(Audience.CUSTOMER).ifPresent(pairs::count);
        return pairs;
    }

    private void count(Panel panel) {
        Map<Place, MeanEstimate[]> scores = scores(panel);
        List<PairSource> sources = PairSource.of(panel, wave.segments());
        Map<Place, Grid> grids = new LinkedHashMap<>();
        for (PairSource source : sources) {
            for (Place place : source.places()) {
                grids.put(place, new Grid(source.clusters(place), Objects.requireNonNull(scores.get(place))));
            }
        }
        eachShown(panel, sources, grids, (grid, item, pair) -> grid.add(item, pair));
        grids.values().forEach(Grid::rank);
        // Counted again: kept, the pairs of all touchpoints would take more memory than the answers.
        eachShown(panel, sources, grids, (grid, item, pair) -> grid.place(item, pair));
        grids.forEach((place, grid) -> standings.put(place, grid.standings));
    }

    /** A touchpoint at a place; empty where it may not be shown. */
    Optional<Standing> find(int item, Place place) {
        return Optional.ofNullable(standings.getOrDefault(place, Map.of()).get(item));
    }

    /** Some touchpoints at a time: their pairs are counted once for all places. */
    private void eachShown(Panel panel, List<PairSource> sources, Map<Place, Grid> grids, GridStep step) {
        for (int first = 0; first < wave.items(); first += ITEMS_AT_ONCE) {
            int from = first;
            int end = Math.min(wave.items(), first + ITEMS_AT_ONCE);
            List<PairSource.RunSums> runs = IntStream.range(first, end)
                    .parallel()
                    .mapToObj(item -> PairSource.RunSums.of(panel, item))
                    .toList();
            sources.parallelStream().forEach(source -> {
                for (int item = from; item < end; item++) {
                    eachShown(source, item, runs.get(item - from), grids, step);
                }
            });
        }
    }

    private void eachShown(
            PairSource source, int item, PairSource.RunSums runs, Map<Place, Grid> grids, GridStep step) {
        List<Place> places =
                source.places().stream().filter(place -> isShown(item, place)).toList();
        if (!places.isEmpty()) {
            source.count(item, runs);
            places.forEach(place -> step.take(Objects.requireNonNull(grids.get(place)), item, source.pair(place)));
        }
    }

    private interface GridStep {
        void take(Grid grid, int item, Sample.Pair pair);
    }

    /** All touchpoints that may be shown at one place. */
    private static final class Grid {

        private final LineDistances importance;
        private final LineDistances experience;
        private final MeanEstimate[] scores;
        private final List<Integer> items = new ArrayList<>();
        private List<Priority> ranks = List.of();
        private final Map<Integer, Standing> standings = new LinkedHashMap<>();

        private Grid(int clusters, MeanEstimate[] scores) {
            importance = new LineDistances(clusters);
            experience = new LineDistances(clusters);
            this.scores = scores;
        }

        private void add(int item, Sample.Pair pair) {
            importance.add(pair.importance());
            experience.add(pair.experience());
            items.add(item);
        }

        private void rank() {
            ranks = Priority.rank(items.stream().map(item -> scores[item]).toList(), RANK_CONFIDENCE);
        }

        private void place(int item, Sample.Pair pair) {
            Difference aboveImportance = importance.distance(pair.importance());
            Difference aboveExperience = experience.distance(pair.experience());
            GridPosition position = new GridPosition(
                    importance.line() + aboveImportance.value(),
                    experience.line() + aboveExperience.value(),
                    aboveImportance,
                    aboveExperience);
            Priority rank = ranks.get(standings.size());
            standings.put(item, new Standing(scores[item], rank, position, importance.line(), experience.line()));
        }
    }

    private boolean isShown(int item, Place place) {
        return tables.pairs(item).isPresent() && tables.pairSuppression(item, place) == null;
    }

    /** Mean scores by place and item, of those that are shown. */
    private Map<Place, MeanEstimate[]> scores(Panel panel) {
        List<Place> places = Place.of(wave.segments());
        Map<Place, MeanEstimate[]> scores = new HashMap<>();
        places.forEach(place -> scores.put(place, new MeanEstimate[wave.items()]));
        IntStream.range(0, wave.items()).parallel().forEach(item -> {
            List<Place> shown =
                    places.stream().filter(place -> isShown(item, place)).toList();
            if (!shown.isEmpty()) {
                Tally tally = Tally.plain(panel, scoreUnit(), highestScore());
                byte[] column = scores(panel, item);
                shown.forEach(place -> {
                    Cell cell = place.isAll() ? tally.all(column) : tally.at(column, place.variable(), place.value());
                    Objects.requireNonNull(scores.get(place))[item] =
                            cell.requireMean().minus(scoreUnit());
                });
            }
        });
        return scores;
    }

    /** Scores are multiples of that of the smallest step away from none. */
    private double scoreUnit() {
        return Priority.score(2, wave.scalePoints() - 1.0, wave.scalePoints());
    }

    private int highestScore() {
        return (wave.scalePoints() - 1) * (wave.scalePoints() - 1) + 1;
    }

    /** Scores in units, one higher, so that none is 0. */
    private byte[] scores(Panel panel, int item) {
        byte[] importance = panel.column(Measure.IMPORTANCE, item);
        byte[] experience = panel.column(Measure.EXPERIENCE, item);
        byte[] scores = new byte[panel.rows()];
        for (int row = 0; row < scores.length; row++) {
            if (isRating(importance[row]) && isRating(experience[row])) {
                scores[row] = (byte) ((importance[row] - 1) * (wave.scalePoints() - experience[row]) + 1);
            }
        }
        return scores;
    }

    private static boolean isRating(byte code) {
        return code != Response.NOT_ANSWERED && code != Response.NOT_ENCOUNTERED;
    }

    /**
     * A touchpoint at a place.
     *
     * @param score mean priority, 0 to 100
     * @param importanceLine where the grid is divided by importance, in scale points
     * @param experienceLine where the grid is divided by experience, in scale points
     */
    record Standing(
            MeanEstimate score, Priority rank, GridPosition position, double importanceLine, double experienceLine) {}

    /** The figures of all touchpoints and places: priorities, then positions in the grid. */
    List<Figure> figures(FigureIds ids) {
        List<Figure> priorities = new ArrayList<>();
        List<Figure> positions = new ArrayList<>();
        for (int item = 0; item < wave.items(); item++) {
            int position = item;
            tables.pairs(item).ifPresent(pairs -> {
                for (Place place : Place.of(wave.segments())) {
                    PairFigures figures = new PairFigures(wave, pairs.at(place).cell(), place);
                    @Nullable Standing standing = find(position, place).orElse(null);
                    FigureKey priority = FigureKey.priority(wave.touchpoint(position), place.segment());
                    FigureKey grid = FigureKey.grid(wave.touchpoint(position), place.segment());
                    Suppression suppression = tables.pairSuppression(position, place);
                    priorities.add(new Figure(
                            ids.of(priority),
                            priority,
                            suppression,
                            standing == null ? null : figures.priority(standing)));
                    positions.add(new Figure(
                            ids.of(grid), grid, suppression, standing == null ? null : figures.position(standing)));
                }
            });
        }
        priorities.addAll(positions);
        return priorities;
    }
}
