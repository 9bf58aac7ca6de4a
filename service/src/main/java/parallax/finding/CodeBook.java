package parallax.finding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small numbers in place of account or person codes. A million codes are kept as plain numbers, not as objects. */
final class CodeBook {

    /** In place of a code that was not given. */
    static final int NONE = -1;

    private static final int CODE_BYTES = 16;
    private static final int FIRST_CODES = 64;

    private long[] high = new long[FIRST_CODES];
    private long[] low = new long[FIRST_CODES];
    /** Number by slot, twice as many as codes at least. */
    private int[] slots = emptySlots(2 * FIRST_CODES);

    private int size;

    /** @throws IllegalArgumentException if the code is not 16 bytes long */
    int numberOf(byte @Nullable [] code) {
        if (code == null) {
            return NONE;
        }
        if (code.length != CODE_BYTES) {
            throw new IllegalArgumentException("a code has %d bytes, was %d".formatted(CODE_BYTES, code.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(code);
        long first = bytes.getLong();
        long second = bytes.getLong();
        int slot = slot(first, second);
        while (slots[slot] != NONE) {
            if (high[slots[slot]] == first && low[slots[slot]] == second) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = size;
        high[size] = first;
        low[size] = second;
        size++;
        if (size == high.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        slots = emptySlots(4 * size);
        for (int number = 0; number < size; number++) {
            int slot = slot(high[number], low[number]);
            while (slots[slot] != NONE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }

    private int slot(long first, long second) {
        long mixed = (first ^ Long.rotateLeft(second, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** The code of a number; null for {@link #NONE}. */
    @Nullable
    UUID code(int number) {
        return number == NONE ? null : new UUID(high[number], low[number]);
    }

    int size() {
        return size;
    }

    /** Replaces numbers by the ranks of their codes, which do not depend on the order the codes came in. */
    int[] ranked(int[] numbersInOrder) {
        long[] sorted = Arrays.copyOf(high, size);
        Arrays.sort(sorted);
        int[] rank = new int[size];
        for (int number = 0; number < size; number++) {
            rank[number] = rank(number, sorted);
        }
        int[] ranked = new int[numbersInOrder.length];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = numbersInOrder[i] == NONE ? NONE : rank[numbersInOrder[i]];
        }
        return ranked;
    }

    private int rank(int number, long[] sortedHigh) {
        int place = Arrays.binarySearch(sortedHigh, high[number]);
        boolean first = place == 0 || sortedHigh[place - 1] != high[number];
        boolean last = place == size - 1 || sortedHigh[place + 1] != high[number];
        return first && last ? place : rankAmongTwins(number, place, sortedHigh);
    }

    /** Codes are hashes: two that share their first half are as good as never met. */
    private int rankAmongTwins(int number, int place, long[] sortedHigh) {
        int rank = place;
        while (rank > 0 && sortedHigh[rank - 1] == high[number]) {
            rank--;
        }
        for (int other = 0; other < size; other++) {
            rank += high[other] == high[number] && low[other] < low[number] ? 1 : 0;
        }
        return rank;
    }
}
