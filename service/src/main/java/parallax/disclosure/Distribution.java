package parallax.disclosure;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** How answers spread over the scale, as fine as a client may know it (METHOD.md §9.5). */
public final class Distribution {

    private static final int FEWEST_ANSWERS = 20;
    private static final int FEWEST_IN_A_CATEGORY = 3;
    private static final int FEWEST_FOR_SHARES = 10;
    /** Kept back only where all answers are the same, a share would tell just that by its absence. */
    private static final int FEWEST_APART = 3;

    private Distribution() {}

    /**
     * Answers by category: every scale point, or else below, at and above the middle, or else nothing.
     *
     * @param counts answers by rating, the lowest first
     */
    public static Optional<int[]> of(int[] counts) {
        if (mayBeTold(counts)) {
            return Optional.of(counts.clone());
        }
        int[] bands = bands(counts);
        return mayBeTold(bands) ? Optional.of(bands) : Optional.empty();
    }

    /**
     * Whether sums, spread and shares of some scale points may be told: of ten answers at least, of which three differ from the
     * commonest.
     *
     * @param counts answers by number given
     */
    public static boolean tellsShares(int[] counts) {
        int answers = IntStream.of(counts).sum();
        int commonest = IntStream.of(counts).max().orElse(0);
        return answers >= FEWEST_FOR_SHARES && answers - commonest >= FEWEST_APART;
    }

    private static boolean mayBeTold(int[] counts) {
        return IntStream.of(counts).sum() >= FEWEST_ANSWERS
                && tellsShares(counts)
                && Arrays.stream(counts).allMatch(count -> count == 0 || count >= FEWEST_IN_A_CATEGORY);
    }

    /** An even scale has no middle. */
    private static int[] bands(int[] counts) {
        int half = counts.length / 2;
        int middle = counts.length % 2 == 0 ? 0 : counts[half];
        int below = IntStream.range(0, half).map(i -> counts[i]).sum();
        int above = IntStream.range(counts.length - half, counts.length)
                .map(i -> counts[i])
                .sum();
        return new int[] {below, middle, above};
    }
}
