package parallax.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A quick proof that nothing about fewer than k persons follows. If k groups without a person in common each determine every
 * combination of the cells (their columns have full rank), no combination vanishes on all of a group, so each stands on a
 * person of every group: k at least. Finding no such groups proves nothing.
 */
final class BasePacking {

    private final List<BigInteger[]> rows;
    private final int[] atomOf;
    private final List<Basis> bases;

    private BasePacking(List<BigInteger[]> rows, int[] atomOf, int groups) {
        this.rows = rows;
        this.atomOf = atomOf;
        bases = IntStream.range(0, groups).mapToObj(i -> new Basis(rows.size())).toList();
    }

    /**
     * Whether the proof succeeds.
     *
     * @param rows by cell, a coefficient for each column
     * @param atomOf the atom of each column
     * @param persons by atom: in how many groups it may stand
     */
    static boolean proves(List<BigInteger[]> rows, int[] atomOf, int[] persons, int groups) {
        return new BasePacking(rows, atomOf, groups).fill(persons);
    }

    private boolean fill(int[] persons) {
        List<List<Integer>> columns = new ArrayList<>();
        for (int atom = 0; atom < persons.length; atom++) {
            columns.add(new ArrayList<>());
        }
        for (int column = 0; column < atomOf.length; column++) {
            columns.get(atomOf[column]).add(column);
        }
        List<Integer> order = IntStream.range(0, persons.length)
                .boxed()
                .sorted(Comparator.comparing((Integer atom) -> -persons[atom]))
                .toList();
        for (int atom : order) {
            place(columns.get(atom), persons[atom]);
            if (bases.stream().allMatch(Basis::isFull)) {
                return true;
            }
        }
        return false;
    }

    private void place(List<Integer> columns, int persons) {
        int left = persons;
        for (Basis basis : bases) {
            if (left > 0 && !basis.isFull()) {
                boolean took = false;
                for (int column : columns) {
                    took |= basis.take(column(column));
                }
                left -= took ? 1 : 0;
            }
        }
    }

    private long[] column(int column) {
        return rows.stream().mapToLong(row -> PrimeField.of(row[column])).toArray();
    }

    /** Independent columns in echelon form. */
    private static final class Basis {

        private final int rank;
        private final List<long[]> vectors = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        private Basis(int rank) {
            this.rank = rank;
        }

        private boolean isFull() {
            return vectors.size() == rank;
        }

        /** False if the column depends on those here. */
        private boolean take(long[] column) {
            for (int i = 0; i < vectors.size(); i++) {
                long factor = column[pivots.get(i)];
                if (factor != 0) {
                    long[] vector = vectors.get(i);
                    for (int j = 0; j < rank; j++) {
                        column[j] = PrimeField.minus(column[j], PrimeField.times(factor, vector[j]));
                    }
                }
            }
            int pivot = 0;
            while (pivot < rank && column[pivot] == 0) {
                pivot++;
            }
            if (pivot == rank) {
                return false;
            }
            long inverse = PrimeField.inverse(column[pivot]);
            for (int j = 0; j < rank; j++) {
                column[j] = PrimeField.times(column[j], inverse);
            }
            vectors.add(column);
            pivots.add(pivot);
            return true;
        }
    }
}
