package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int RUNS_AT_ONCE = 1024;

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
        PairSource.Counts counts = PairSource.Counts.of(panel, wave.items(), wave.scalePoints());
        List<Grid> grids = Place.of(wave.segments()).parallelStream()
                .filter(place -> shown(place).length > 0)
                .map(place -> new Grid(
                        place,
                        shown(place),
                        PairSource.of(panel, place, counts),
                        Objects.requireNonNull(scores.get(place))))
                .toList();
        // Some accounts at a time: kept, the pairs of all would take more memory than the answers.
        for (int[] runs : PairSource.blocks(panel.runs(), RUNS_AT_ONCE)) {
            PairSource.Block block = block(panel, runs[0], runs[1]);
            grids.parallelStream().forEach(grid -> grid.add(block));
        }
        grids.forEach(grid -> standings.put(grid.place, grid.standings()));
    }

    private int[] shown(Place place) {
        return IntStream.range(0, wave.items())
                .filter(item -> isShown(item, place))
                .toArray();
    }

    private PairSource.Block block(Panel panel, int fromRun, int toRun) {
        long[][] runs = IntStream.range(0, wave.items())
                .parallel()
                .mapToObj(item -> new PairCodes(panel, item, wave.scalePoints()).byRun(panel.runs(), fromRun, toRun))
                .toArray(long[][]::new);
        return new PairSource.Block(fromRun, toRun, runs);
    }

    /** A touchpoint at a place; empty where it may not be shown. */
    Optional<Standing> find(int item, Place place) {
        return Optional.ofNullable(standings.getOrDefault(place, Map.of()).get(item));
    }

    /** All touchpoints that may be shown at one place. */
    private static final class Grid {

        private final Place place;
        private final int[] items;
        private final PairSource source;
        private final MeanEstimate[] scores;
        private final LineDistances importance;
        private final LineDistances experience;

        private Grid(Place place, int[] items, PairSource source, MeanEstimate[] scores) {
            this.place = place;
            this.items = items;
            this.source = source;
            this.scores = scores;
            List<PairSource.Total> totals =
                    Arrays.stream(items).mapToObj(source::total).toList();
            int[] pairs = totals.stream().mapToInt(PairSource.Total::pairs).toArray();
            importance = new LineDistances(
                    totals.stream()
                            .mapToDouble(total -> total.importance() / total.pairs())
                            .toArray(),
                    pairs);
            experience = new LineDistances(
                    totals.stream()
                            .mapToDouble(total -> total.experience() / total.pairs())
                            .toArray(),
                    pairs);
        }

        private void add(PairSource.Block block) {
            List<Sample.Pair> pairs = Arrays.stream(items)
                    .mapToObj(item -> source.pair(item, block))
                    .toList();
            importance.add(pairs.stream().map(Sample.Pair::importance).toList());
            experience.add(pairs.stream().map(Sample.Pair::experience).toList());
        }

        private Map<Integer, Standing> standings() {
            List<Priority> ranks = Priority.rank(
                    Arrays.stream(items).mapToObj(item -> scores[item]).toList(), RANK_CONFIDENCE);
            Map<Integer, Standing> standings = new LinkedHashMap<>();
            for (int i = 0; i < items.length; i++) {
                Difference aboveImportance = importance.distance(i);
                Difference aboveExperience = experience.distance(i);
                GridPosition position = new GridPosition(
                        importance.line() + aboveImportance.value(),
                        experience.line() + aboveExperience.value(),
                        aboveImportance,
                        aboveExperience);
                standings.put(
                        items[i],
                        new Standing(scores[items[i]], ranks.get(i), position, importance.line(), experience.line()));
            }
            return standings;
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
        int points = wave.scalePoints();
        return new PairCodes(panel, item, points)
                .column((importance, experience) -> (importance - 1) * (points - experience) + 1);
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
