package parallax.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The audit against a search through every small group, with a rank computed in another way. */
class RowSpaceAuditTest {

    private static final long PRIME = 1_000_000_007;

    @Test
    void aTotalBesideAllButThreeOfItTellsOfThree() {
        assertThat(persons(5, new int[] {7, 3}, row(1, 1), row(1, 0))).contains(bits(0, 1));
    }

    @Test
    void fiveOfAFewMayBeFoundAndFourMayNot() {
        assertThat(persons(5, new int[] {7, 5}, row(1, 1), row(1, 0))).isEmpty();
        assertThat(persons(5, new int[] {7, 4}, row(1, 1), row(1, 0))).isPresent();
    }

    @Test
    void severalCellsTogetherTellWhatNoPairOfThemTells() {
        // a + b, b + c and a + c give 2a: two persons, though each cell holds ten and any two differ by sixteen.
        assertThat(persons(5, new int[] {2, 8, 8}, row(1, 1, 0), row(0, 1, 1), row(1, 0, 1)))
                .contains(bits(0, 1, 2));
        assertThat(persons(5, new int[] {2, 8, 8}, row(1, 1, 0), row(0, 1, 1))).isEmpty();
    }

    @Test
    void differentWeightsOfTheSamePersonsTellTheirDifference() {
        assertThat(persons(5, new int[] {9, 3}, row(2, 3), row(2, 2))).isPresent();
        assertThat(persons(5, new int[] {9, 3}, row(2, 2), row(4, 4))).isEmpty();
    }

    @Test
    void rowsWithAPartInNothingAreNotNamed() {
        assertThat(persons(5, new int[] {7, 3, 9}, row(1, 1, 1), row(0, 0, 1), row(1, 0, 1)))
                .contains(bits(0, 2));
    }

    @Test
    void itFindsWhatASearchThroughEverySmallGroupFinds() {
        Random random = new Random(3);
        int found = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            int atoms = 2 + random.nextInt(8);
            int[] persons = random.ints(atoms, 1, 7).toArray();
            int columns = atoms + random.nextInt(3);
            int[] atomOf = IntStream.range(0, columns)
                    .map(i -> i < atoms ? i : random.nextInt(atoms))
                    .toArray();
            List<BigInteger[]> rows = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i ->
                            row(random.ints(columns, 0, 1 + random.nextInt(3)).toArray()))
                    .toList();
            int minimum = 2 + random.nextInt(9);
            boolean expected = anySmallGroup(rows, persons, atomOf, minimum);
            Optional<BitSet> audited = RowSpaceAudit.find(rows, atomOf, atoms, some -> sum(some, persons), minimum);
            assertThat(audited.isPresent()).as("trial %d", trial).isEqualTo(expected);
            if (BasePacking.proves(rows, atomOf, persons, minimum)) {
                assertThat(expected).as("proof of trial %d", trial).isFalse();
            }
            if (audited.isPresent()) {
                List<BigInteger[]> named =
                        audited.get().stream().mapToObj(rows::get).toList();
                assertThat(anySmallGroup(named, persons, atomOf, minimum))
                        .as("the rows named in trial %d", trial)
                        .isTrue();
            }
            found += expected ? 1 : 0;
        }
        assertThat(found).isBetween(500, 2_500);
    }

    @Test
    void accountsOfSeveralAtomsCountOnce() {
        List<BitSet> accounts = List.of(bits(0, 1, 2), bits(3), bits(3, 4));
        List<BigInteger[]> rows = List.of(row(1, 1, 1), row(1, 0, 0));

        assertThat(RowSpaceAudit.find(rows, new int[] {0, 1, 2}, 3, some -> union(some, accounts), 3))
                .contains(bits(0, 1));
        assertThat(RowSpaceAudit.find(rows, new int[] {0, 1, 2}, 3, some -> union(some, accounts), 2))
                .isEmpty();
    }

    @Test
    void theFieldMultipliesAsWholeNumbersDo() {
        Random random = new Random(5);
        BigInteger prime = BigInteger.valueOf(PrimeField.PRIME);
        for (int trial = 0; trial < 10_000; trial++) {
            long a = trial == 0 ? PrimeField.PRIME - 1 : random.nextLong() & PrimeField.PRIME;
            long b = trial < 2 ? PrimeField.PRIME - 1 : random.nextLong() & PrimeField.PRIME;
            a = a == PrimeField.PRIME ? 0 : a;
            b = b == PrimeField.PRIME ? 0 : b;
            long product = BigInteger.valueOf(a)
                    .multiply(BigInteger.valueOf(b))
                    .mod(prime)
                    .longValueExact();
            assertThat(PrimeField.times(a, b)).isEqualTo(product);
        }
        assertThat(PrimeField.times(PrimeField.inverse(12_345), 12_345)).isEqualTo(1);
    }

    private static Optional<BitSet> persons(int minimum, int[] persons, BigInteger[]... rows) {
        return RowSpaceAudit.find(
                List.of(rows),
                IntStream.range(0, persons.length).toArray(),
                persons.length,
                some -> sum(some, persons),
                minimum);
    }

    /** A nonzero combination that vanishes outside a group exists if the rest has a lower rank than the whole. */
    private static boolean anySmallGroup(List<BigInteger[]> rows, int[] persons, int[] atomOf, int minimum) {
        int all = rank(rows, atomOf, 0);
        for (int group = 1; group < 1 << persons.length; group++) {
            if (sum(BitSet.valueOf(new long[] {group}), persons) < minimum && rank(rows, atomOf, group) < all) {
                return true;
            }
        }
        return false;
    }

    private static int rank(List<BigInteger[]> rows, int[] atomOf, int group) {
        long[][] matrix = rows.stream()
                .map(row -> IntStream.range(0, row.length)
                        .filter(column -> (group >> atomOf[column] & 1) == 0)
                        .mapToLong(column -> row[column].longValueExact())
                        .toArray())
                .toArray(long[][]::new);
        int rank = 0;
        for (int column = 0; matrix.length > 0 && column < matrix[0].length && rank < matrix.length; column++) {
            int at = column;
            int from = rank;
            int pivot = IntStream.range(from, matrix.length)
                    .filter(i -> matrix[i][at] != 0)
                    .findFirst()
                    .orElse(-1);
            if (pivot >= 0) {
                long[] row = matrix[pivot];
                matrix[pivot] = matrix[rank];
                matrix[rank] = row;
                for (int i = rank + 1; i < matrix.length; i++) {
                    long factor = matrix[i][column];
                    for (int j = 0; j < row.length; j++) {
                        matrix[i][j] = Math.floorMod(matrix[i][j] * row[column] - row[j] * factor, PRIME);
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    private static int sum(BitSet atoms, int[] persons) {
        return atoms.stream().map(atom -> persons[atom]).sum();
    }

    private static int union(BitSet atoms, List<BitSet> accounts) {
        BitSet union = new BitSet();
        atoms.stream().forEach(atom -> union.or(accounts.get(atom)));
        return union.cardinality();
    }

    private static BigInteger[] row(int... coefficients) {
        return Arrays.stream(coefficients).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static BitSet bits(int... positions) {
        BitSet bits = new BitSet();
        Arrays.stream(positions).forEach(bits::set);
        return bits;
    }
}
