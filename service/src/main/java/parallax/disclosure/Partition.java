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
    private final int outside;
    private final int minimum;

    private Partition(
            List<String> names, List<Group> cells, @Nullable Suppression[] suppressed, int outside, int minimum) {
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
     * @param outside answers of the total that are in no cell: never published, but found by subtraction
     * @return a reason or null for each cell
     */
    public static @Nullable Suppression[] suppress(
            List<String> names, List<Group> cells, int outside, Minimum minimum) {
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
            List<String> names, List<Group> cells, int outside, Minimum minimum, @Nullable Suppression[] suppressed) {
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

    /** Empty cells hide nobody and do not count. */
    private boolean isSafe() {
        int hiddenCells = 0;
        int hiddenAnswers = 0;
        for (int i = 0; i < suppressed.length; i++) {
            if (suppressed[i] != null && cells.get(i).answers() > 0) {
                hiddenCells++;
                hiddenAnswers += cells.get(i).answers();
            }
        }
        if (hiddenAnswers + outside == 0) {
            return true;
        }
        boolean oneAlone = hiddenCells == 1 && outside == 0;
        return hiddenAnswers + outside >= minimum && !oneAlone;
    }

    private Optional<Integer> smallestShown() {
        return IntStream.range(0, suppressed.length)
                .filter(i -> suppressed[i] == null)
                .boxed()
                .min(Comparator.<Integer>comparingInt(i -> cells.get(i).answers())
                        .thenComparing(names::get));
    }
}
