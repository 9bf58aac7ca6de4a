package parallax.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Minimum.Group;

/** Complementary suppression among the cells of one partition that are shown beside their total (METHOD.md §9.3). */
public final class Partition {

    private final List<String> names;
    private final List<Group> cells;
    private final @Nullable Suppression[] suppressed;
    private final Group outside;
    private final int minimum;

    private Partition(
            List<String> names, List<Group> cells, @Nullable Suppression[] suppressed, Group outside, int minimum) {
        this.names = names;
        this.cells = cells;
        this.suppressed = suppressed;
        this.outside = outside;
        this.minimum = minimum;
    }

    /**
     * What of a partition is not shown.
     *
     * @param names of the cells; decides between cells of one size
     * @param outside persons of the total who are in no cell: never published, but found by subtraction
     * @return a reason or null for each cell
     */
    public static @Nullable Suppression[] suppress(
            List<String> names, List<Group> cells, Group outside, Minimum minimum) {
        @Nullable Suppression[] suppressed = cells.stream().map(minimum::check).toArray(Suppression[]::new);
        complement(names, cells, outside, minimum, suppressed);
        return suppressed;
    }

    /**
     * Suppresses, beside what is suppressed already, what it would follow from.
     *
     * @param suppressed a reason or null for each cell; gets more reasons
     */
    public static void complement(
            List<String> names, List<Group> cells, Group outside, Minimum minimum, @Nullable Suppression[] suppressed) {
        Partition partition = new Partition(names, cells, suppressed, outside, minimum.persons());
        partition.complete();
    }

    private void complete() {
        Optional<Integer> next = Optional.empty();
        do {
            next.ifPresent(cell -> suppressed[cell] = Suppression.COMPLEMENTARY);
            next = isSafe() ? Optional.empty() : smallestShown();
        } while (next.isPresent());
    }

    /**
     * Cells without anybody hide nobody. Where nobody hidden gave a number, subtraction tells that each of them gave none; one
     * cell that was withheld for their sake covers them, for what it holds itself might have been told.
     */
    private boolean isSafe() {
        int answers = outside.answers();
        int silent = outside.silent();
        int cellsAnswering = 0;
        boolean onlyForOthers = false;
        for (int i = 0; i < suppressed.length; i++) {
            if (suppressed[i] != null) {
                Group hidden = cells.get(i);
                answers += hidden.answers();
                silent += hidden.silent();
                cellsAnswering += hidden.answers() > 0 ? 1 : 0;
                onlyForOthers |= hidden.answers() > 0 && suppressed[i] == Suppression.COMPLEMENTARY;
            }
        }
        if (answers + silent == 0) {
            return true;
        }
        boolean oneAlone = cellsAnswering == 1 && outside.answers() == 0 && !onlyForOthers;
        return answers >= minimum && !oneAlone;
    }

    private Optional<Integer> smallestShown() {
        return IntStream.range(0, suppressed.length)
                .filter(i -> suppressed[i] == null)
                .boxed()
                .min(Comparator.<Integer>comparingInt(i -> cells.get(i).answers())
                        .thenComparing(names::get));
    }
}
