package parallax.response;

import java.util.Arrays;

/** A bag of 64-bit digests; a digest may stand in it several times. */
final class Digests {

    private long[] values = new long[64];
    private int size;
    private boolean sorted = true;

    void add(long digest) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = digest;
        sorted = false;
    }

    int size() {
        return size;
    }

    /** How many different ones there are. */
    int distinct() {
        sort();
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    boolean isSameAs(Digests other) {
        sort();
        other.sort();
        return Arrays.equals(values, 0, size, other.values, 0, other.size);
    }

    /** How many both hold, each as often as the bag that has fewer of it. */
    int shared(Digests other) {
        return shared(other, Integer.MAX_VALUE);
    }

    /** How many stand once in each. */
    int sharedOnce(Digests other) {
        return shared(other, 1);
    }

    private int shared(Digests other, int mostOfOne) {
        sort();
        other.sort();
        int shared = 0;
        int j = 0;
        for (int i = 0; i < size; ) {
            long digest = values[i];
            int here = run(i);
            while (j < other.size && other.values[j] < digest) {
                j++;
            }
            int there = j < other.size && other.values[j] == digest ? other.run(j) : 0;
            if (here <= mostOfOne && there <= mostOfOne) {
                shared += Math.min(here, there);
            }
            i += here;
            j += there;
        }
        return shared;
    }

    /** How many equal ones begin at a place. */
    private int run(int start) {
        int end = start;
        while (end < size && values[end] == values[start]) {
            end++;
        }
        return end - start;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
    }
}
