package parallax.disclosure;

import java.math.BigInteger;

/** Whole numbers modulo 2⁶¹ − 1. What is independent here is independent in rational numbers too; the reverse need not hold. */
final class PrimeField {

    static final long PRIME = (1L << 61) - 1;
    private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);

    private PrimeField() {}

    static long of(BigInteger number) {
        return number.mod(BIG_PRIME).longValueExact();
    }

    static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & PRIME) + ((high << 3) | (low >>> 61));
        return sum >= PRIME ? sum - PRIME : sum;
    }

    static long minus(long a, long b) {
        return a >= b ? a - b : a - b + PRIME;
    }

    static long inverse(long number) {
        return power(number, PRIME - 2);
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = times(result, square);
            }
            square = times(square, square);
        }
        return result;
    }
}
