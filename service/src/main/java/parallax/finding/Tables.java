package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Atom;
import parallax.disclosure.CellAddress;
import parallax.disclosure.Minimum;
import parallax.disclosure.Minimum.Group;
import parallax.disclosure.Partition;
import parallax.disclosure.SharedTotal;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.SegmentVariable;

/** Every table of a wave: one for each audience and question asked, and the customers' pairs. */
final class Tables {

    private static final Group NOBODY = new Group(0, 0, 0);

    private final FieldedWave wave;
    private final Map<Audience, Table[][]> tables = new EnumMap<>(Audience.class);
    private final Map<Audience, Table[]> scores = new EnumMap<>(Audience.class);
    private final Table[] pairs;

    Tables(FieldedWave wave, Cube cube) {
        this.wave = wave;
        pairs = new Table[wave.items()];
        for (Audience audience : Audience.raters()) {
            cube.panel(audience).ifPresent(this::count);
        }
    }

    /** The answers to a question; empty if the audience was not asked or nobody answered at all. */
    Optional<Table> of(Audience audience, Measure measure, int item) {
        Table[][] ofAudience = tables.get(audience);
        return ofAudience == null ? Optional.empty() : Optional.ofNullable(ofAudience[measure.ordinal()][item]);
    }

    /** Importance minus experience of the customers who gave both. */
    Optional<Table> pairs(int item) {
        return Optional.ofNullable(pairs[item]);
    }

    /** Why what stands on pairs is not shown at a place: they, or one of their sides, may not be; null if it is. */
    @Nullable
    Suppression pairSuppression(int item, Place place) {
        return Stream.of(
                        pairs(item),
                        of(Audience.CUSTOMER, Measure.IMPORTANCE, item),
                        of(Audience.CUSTOMER, Measure.EXPERIENCE, item))
                .map(table -> table.orElseThrow().at(place).suppression())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void count(Panel panel) {
        Table[][] counted = new Table[Measure.values().length][wave.items()];
        Arrays.stream(wave.askedItems(panel.audience())).parallel().forEach(item -> count(panel, item, counted));
        tables.put(panel.audience(), counted);
        countScores(panel);
    }

    private void count(Panel panel, int item, Table[][] counted) {
        Counting ratings = new Counting(panel, Tally.withTopTwo(panel, wave.scalePoints()));
        for (Measure measure : Measure.values()) {
            if (wave.asks(panel.audience(), measure)) {
                counted[measure.ordinal()][item] = table(ratings, panel.column(measure, item), 0);
            }
        }
        if (panel.audience() == Audience.CUSTOMER
                && Arrays.stream(Measure.values()).allMatch(this::customersAsked)) {
            Counting pairing = new Counting(panel, Tally.plain(panel, 1, 2 * wave.scalePoints() - 1));
            pairs[item] = table(pairing, differences(panel, item), wave.scalePoints());
        }
    }

    /** The answers to a question besides touchpoints; empty if nobody of the audience answered it. */
    Optional<Table> score(Audience audience, Scores.Question question) {
        Table[] ofAudience = scores.get(audience);
        return ofAudience == null ? Optional.empty() : Optional.ofNullable(ofAudience[question.ordinal()]);
    }

    private void countScores(Panel panel) {
        Table[] counted = new Table[Scores.Question.values().length];
        for (Scores.Question question : Scores.Question.values()) {
            byte[] column = panel.numbers(question);
            if (IntStream.range(0, column.length).anyMatch(row -> column[row] != Response.NOT_ANSWERED)) {
                counted[question.ordinal()] = table(new Counting(panel, question.tally(panel)), column, 1);
            }
        }
        scores.put(panel.audience(), counted);
    }

    private boolean customersAsked(Measure measure) {
        return wave.asks(Audience.CUSTOMER, measure);
    }

    /** A column of importance − experience + K, which is never 0; 0 where one is missing. */
    byte[] differences(Panel panel, int item) {
        int points = wave.scalePoints();
        return new PairCodes(panel, item, points).column((importance, experience) -> importance - experience + points);
    }

    private Table table(Counting counting, byte[] column, int shift) {
        Panel panel = counting.panel();
        Tally tally = counting.tally();
        Minimum minimum = wave.minimum(panel.audience());
        Cell all = shifted(tally.all(column), shift);
        int variables = wave.segments().size();
        Table.Part[] @Nullable [] bySegment = new Table.Part[variables][];
        for (int variable = 0; variable < variables; variable++) {
            if (!panel.audience().isTeam() || panel.isSplitBy(variable)) {
                bySegment[variable] = parts(panel, tally, column, shift, variable);
            }
        }
        Table table = new Table(new Table.Part(all, minimum.check(all.group())), bySegment);
        return withholdWhatFollows(table, panel.audience(), tally.atoms(column));
    }

    /** Each partition is safe by itself now; what follows of too few from several together is not shown either. */
    private Table withholdWhatFollows(Table table, Audience audience, List<Atom> atoms) {
        SharedTotal total = new SharedTotal(atoms, wave.minimum(audience), audience.isTeam());
        total.withhold(table.shown(), this::name, false).forEach(cell -> table.withhold(cell));
        return table;
    }

    private String name(CellAddress cell) {
        return cell.isTotal()
                ? ""
                : wave.segments().get(cell.variable()).values().get(cell.value() - 1);
    }

    private Table.Part[] parts(Panel panel, Tally tally, byte[] column, int shift, int variable) {
        SegmentVariable segments = wave.segments().get(variable);
        List<Cell> cells = new ArrayList<>();
        for (int value = 1; value <= segments.values().size(); value++) {
            cells.add(shifted(tally.at(column, variable, value), shift));
        }
        Group outside = tally.of(column, variable, 0).group();
        @Nullable
        Suppression[] suppressed = panel.audience().isTeam()
                ? suppressedOfTeam(panel, tally, column, variable, outside.answers())
                : Partition.suppress(segments.values(), groups(cells), outside, wave.minimum(panel.audience()));
        return IntStream.range(0, cells.size())
                .mapToObj(i -> new Table.Part(cells.get(i), suppressed[i]))
                .toArray(Table.Part[]::new);
    }

    /**
     * Members without a segment stand in every cell of a team's split: the total minus the cells shown is what the hidden
     * cells hold of their own, and the cells together minus the total are those members.
     */
    private @Nullable Suppression[] suppressedOfTeam(
            Panel panel, Tally tally, byte[] column, int variable, int without) {
        List<String> values = wave.segments().get(variable).values();
        Minimum minimum = wave.minimum(panel.audience());
        List<Cell> own = new ArrayList<>();
        for (int value = 1; value <= values.size(); value++) {
            own.add(tally.of(column, variable, value));
        }
        @Nullable Suppression[] suppressed = Partition.suppress(values, groups(own), NOBODY, minimum);
        if (without > 0 && without < wave.engagement().minimumTeam()) {
            for (int i = 0; i < suppressed.length; i++) {
                suppressed[i] = suppressed[i] == null ? Suppression.COMPLEMENTARY : suppressed[i];
            }
        }
        return suppressed;
    }

    /** Team members without a segment count for every segment. */
    static int[] rows(Panel panel, int variable, int value) {
        return panel.runs().rows(variable, value, panel.audience().isTeam());
    }

    private static List<Group> groups(List<Cell> cells) {
        return cells.stream().map(Cell::group).toList();
    }

    private static Cell shifted(Cell cell, int shift) {
        return shift == 0 ? cell : cell.minus(shift);
    }

    /** What counts the columns of one panel. */
    private record Counting(Panel panel, Tally tally) {}
}
