package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The different rows of segment values there are.
 *
 * @param values by pattern and variable, ascending
 * @param ofRow pattern of each row
 */
record Patterns(int[][] values, int[] ofRow) {

    /** @param segments by variable, the value of each row as an unsigned byte */
    static Patterns of(int rows, byte[][] segments) {
        int[] ofRow = new int[rows];
        List<int[]> found = new ArrayList<>(List.of(new int[0]));
        for (byte[] values : segments) {
            found = refine(ofRow, found, values);
        }
        List<int[]> unordered = found;
        int[] order = IntStream.range(0, found.size())
                .boxed()
                .sorted((a, b) -> Arrays.compare(unordered.get(a), unordered.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        for (int row = 0; row < rows; row++) {
            ofRow[row] = rank[ofRow[row]];
        }
        return new Patterns(Arrays.stream(order).mapToObj(unordered::get).toArray(int[][]::new), ofRow);
    }

    /** Splits every pattern by the values of one more variable. */
    private static List<int[]> refine(int[] ofRow, List<int[]> patterns, byte[] values) {
        List<int[]> refined = new ArrayList<>();
        int most = 0;
        for (byte value : values) {
            most = Math.max(most, value & 0xff);
        }
        int[][] numbers = new int[patterns.size()][most + 1];
        for (int row = 0; row < ofRow.length; row++) {
            int before = ofRow[row];
            int value = values[row] & 0xff;
            if (numbers[before][value] == 0) {
                int[] longer = Arrays.copyOf(patterns.get(before), patterns.get(before).length + 1);
                longer[longer.length - 1] = value;
                refined.add(longer);
                numbers[before][value] = refined.size();
            }
            ofRow[row] = numbers[before][value] - 1;
        }
        // Without rows there is still the pattern of nobody.
        return refined.isEmpty() ? patterns : refined;
    }
}
