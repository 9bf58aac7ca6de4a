package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.SegmentVariable;

/** Every table of a wave: one for each audience and question asked, and the customers' pairs. */
final class Tables {

    private final FieldedWave wave;
    private final Map<Audience, Table[][]> tables = new EnumMap<>(Audience.class);
    private final Table[] pairs;

    Tables(FieldedWave wave, Cube cube) {
        this.wave = wave;
        pairs = new Table[wave.items()];
        for (Audience audience : Audience.values()) {
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

    private void count(Panel panel) {
        Tally tally = new Tally(panel);
        Table[][] counted = new Table[Measure.values().length][wave.items()];
        for (int item : wave.askedItems(panel.audience())) {
            for (Measure measure : Measure.values()) {
                if (wave.asks(panel.audience(), measure)) {
                    counted[measure.ordinal()][item] = table(panel, tally, panel.column(measure, item), 0);
                }
            }
            if (panel.audience() == Audience.CUSTOMER
                    && Arrays.stream(Measure.values()).allMatch(this::customersAsked)) {
                pairs[item] = table(panel, tally, differences(panel, item), wave.scalePoints());
            }
        }
        tables.put(panel.audience(), counted);
    }

    private boolean customersAsked(Measure measure) {
        return wave.asks(Audience.CUSTOMER, measure);
    }

    /** A column of importance − experience + K, which is never 0; 0 where one is missing. */
    private byte[] differences(Panel panel, int item) {
        byte[] experience = panel.column(Measure.EXPERIENCE, item);
        byte[] importance = panel.column(Measure.IMPORTANCE, item);
        byte[] differences = new byte[panel.rows()];
        for (int row = 0; row < differences.length; row++) {
            if (isRating(experience[row]) && isRating(importance[row])) {
                differences[row] = (byte) (importance[row] - experience[row] + wave.scalePoints());
            }
        }
        return differences;
    }

    private static boolean isRating(byte code) {
        return code != Response.NOT_ANSWERED && code != Response.NOT_ENCOUNTERED;
    }

    private Table table(Panel panel, Tally tally, byte[] column, int shift) {
        Minimum minimum = Minimum.of(wave.engagement(), panel.audience());
        Cell all = shifted(tally.all(column), shift);
        int variables = wave.segments().size();
        Table.Part[] @Nullable [] bySegment = new Table.Part[variables][];
        for (int variable = 0; variable < variables; variable++) {
            if (!panel.audience().isTeam() || panel.isSplitBy(variable)) {
                bySegment[variable] = parts(panel, tally, column, shift, variable);
            }
        }
        return new Table(new Table.Part(all, minimum.check(all)), bySegment);
    }

    private Table.Part[] parts(Panel panel, Tally tally, byte[] column, int shift, int variable) {
        SegmentVariable segments = wave.segments().get(variable);
        List<Cell> cells = new ArrayList<>();
        for (int value = 1; value <= segments.values().size(); value++) {
            cells.add(shifted(tally.of(column, rows(panel, variable, value)), shift));
        }
        int outside = tally.of(column, panel.groups()[variable][0]).answers();
        @Nullable
        Suppression[] suppressed = panel.audience().isTeam()
                ? suppressedOfTeam(panel, tally, column, variable, outside)
                : Partition.suppress(
                        segments.values(), cells, outside, Minimum.of(wave.engagement(), panel.audience()));
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
        Minimum minimum = Minimum.of(wave.engagement(), panel.audience());
        List<Cell> own = new ArrayList<>();
        for (int value = 1; value <= values.size(); value++) {
            own.add(tally.of(column, panel.groups()[variable][value]));
        }
        @Nullable Suppression[] suppressed = Partition.suppress(values, own, 0, minimum);
        if (without > 0 && without < wave.engagement().minimumTeam()) {
            for (int i = 0; i < suppressed.length; i++) {
                suppressed[i] = suppressed[i] == null ? Suppression.COMPLEMENTARY : suppressed[i];
            }
        }
        return suppressed;
    }

    /** Team members without a segment count for every segment. */
    private static int[] rows(Panel panel, int variable, int value) {
        int[] rows = panel.groups()[variable][value];
        int[] without = panel.groups()[variable][0];
        if (!panel.audience().isTeam() || without.length == 0) {
            return rows;
        }
        return IntStream.concat(Arrays.stream(rows), Arrays.stream(without))
                .sorted()
                .toArray();
    }

    private static Cell shifted(Cell cell, int shift) {
        return shift == 0 ? cell : cell.minus(shift);
    }
}
