package parallax.finding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers in place of account or person codes. */
final class CodeBook {

    /** In place of a code that was not given. */
    static final int NONE = -1;

    private final Map<ByteBuffer, Integer> numbers = new HashMap<>();
    private final List<byte[]> codes = new ArrayList<>();

    int numberOf(byte @Nullable [] code) {
        if (code == null) {
            return NONE;
        }
        Integer known = numbers.putIfAbsent(ByteBuffer.wrap(code), codes.size());
        if (known != null) {
            return known;
        }
        codes.add(code);
        return codes.size() - 1;
    }

    int size() {
        return codes.size();
    }

    /** Replaces numbers by the ranks of their codes, which do not depend on the order the codes came in. */
    int[] ranked(int[] numbersInOrder) {
        Integer[] order = new Integer[codes.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(codes.get(a), codes.get(b)));
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        int[] ranked = new int[numbersInOrder.length];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = numbersInOrder[i] == NONE ? NONE : rank[numbersInOrder[i]];
        }
        return ranked;
    }
}
