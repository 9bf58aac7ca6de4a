package parallax.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number about too few follows from sums that are all known. Whoever knows who stands in which cell can add and
 * subtract released sums at will; what they learn is a sum over the atoms whose coefficient does not cancel. The audit looks,
 * in exact arithmetic, for a combination that leaves too few.
 *
 * <p>The search goes down a tree: an atom either takes part, and its persons are spent from what is left below the minimum,
 * or it cancels, and one dimension is eliminated. With r independent cells and a minimum of m there are at most C(r+m−1, m−1)
 * leaves, however many persons there are.
 */
final class RowSpaceAudit {

    private final int[] atomOf;
    private final int atoms;
    private final Extent extent;
    private final int minimum;

    private RowSpaceAudit(int[] atomOf, int atoms, Extent extent, int minimum) {
        this.atomOf = atomOf;
        this.atoms = atoms;
        this.extent = extent;
        this.minimum = minimum;
    }

    /** How much a set of atoms holds: persons, or accounts. More atoms never hold less. */
    interface Extent {
        int of(BitSet atoms);
    }

    /**
     * Looks for a combination that stands on too few.
     *
     * @param rows by released cell, a whole coefficient for each column
     * @param atomOf the atom of each column
     * @param atoms how many atoms there are
     * @param minimum what the atoms of a combination must hold at least
     * @return the rows with a part in it; empty if there is none
     */
    static Optional<BitSet> find(List<BigInteger[]> rows, int[] atomOf, int atoms, Extent extent, int minimum) {
        return Optional.ofNullable(new RowSpaceAudit(atomOf, atoms, extent, minimum).find(rows));
    }

    private @Nullable BitSet find(List<BigInteger[]> rows) {
        List<BigInteger[]> known = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            known.add(withItsName(rows.get(i), i, rows.size()));
        }
        known.removeIf(this::isZero);
        BigInteger[] found = search(known, new BitSet());
        if (found == null) {
            return null;
        }
        BitSet part = new BitSet();
        IntStream.range(0, rows.size())
                .filter(i -> found[atomOf.length + i].signum() != 0)
                .forEach(part::set);
        return part;
    }

    /** Behind the columns, how much of each released cell is in the row. */
    private BigInteger[] withItsName(BigInteger[] row, int name, int names) {
        BigInteger[] named = new BigInteger[atomOf.length + names];
        System.arraycopy(row, 0, named, 0, atomOf.length);
        for (int i = 0; i < names; i++) {
            named[atomOf.length + i] = i == name ? BigInteger.ONE : BigInteger.ZERO;
        }
        return named;
    }

    /** A combination whose atoms, those already spent included, hold less than the minimum; null if there is none. */
    private BigInteger @Nullable [] search(List<BigInteger[]> known, BitSet spent) {
        List<BigInteger[]> rows = known;
        while (!rows.isEmpty()) {
            BitSet standing = standing(rows);
            if (extent.of(standing) < minimum) {
                return rows.get(0);
            }
            standing.andNot(spent);
            int before = rows.size();
            int free = -1;
            int next = -1;
            int now = extent.of(spent);
            for (int atom = standing.nextSetBit(0); atom >= 0; atom = standing.nextSetBit(atom + 1)) {
                int then = extent.of(with(spent, atom));
                if (then >= minimum) {
                    rows = without(rows, atom);
                } else if (then == now) {
                    free = atom;
                } else if (next < 0) {
                    next = atom;
                }
            }
            if (rows.size() == before) {
                if (free >= 0) {
                    spent = with(spent, free);
                } else {
                    BigInteger[] found = search(rows, with(spent, next));
                    if (found != null) {
                        return found;
                    }
                    rows = without(rows, next);
                }
            }
        }
        return null;
    }

    private BitSet standing(List<BigInteger[]> rows) {
        BitSet standing = new BitSet(atoms);
        for (int column = 0; column < atomOf.length; column++) {
            if (!standing.get(atomOf[column])) {
                for (BigInteger[] row : rows) {
                    if (row[column].signum() != 0) {
                        standing.set(atomOf[column]);
                        break;
                    }
                }
            }
        }
        return standing;
    }

    /** Those combinations of the rows in which an atom cancels. */
    private List<BigInteger[]> without(List<BigInteger[]> rows, int atom) {
        List<BigInteger[]> left = rows;
        for (int column = 0; column < atomOf.length; column++) {
            if (atomOf[column] == atom) {
                left = cancelled(left, column);
            }
        }
        return left;
    }

    private List<BigInteger[]> cancelled(List<BigInteger[]> rows, int column) {
        BigInteger[] pivot = null;
        List<BigInteger[]> left = new ArrayList<>(rows.size());
        for (BigInteger[] row : rows) {
            if (row[column].signum() == 0) {
                left.add(row);
            } else if (pivot == null) {
                pivot = row;
            } else {
                BigInteger[] rest = difference(row, pivot, column);
                if (!isZero(rest)) {
                    left.add(rest);
                }
            }
        }
        return left;
    }

    /** {@code row} times the pivot's coefficient minus the pivot times the row's, as small as whole numbers allow. */
    private static BigInteger[] difference(BigInteger[] row, BigInteger[] pivot, int column) {
        BigInteger ofRow = pivot[column];
        BigInteger ofPivot = row[column];
        BigInteger[] difference = new BigInteger[row.length];
        BigInteger divisor = BigInteger.ZERO;
        for (int i = 0; i < row.length; i++) {
            difference[i] = row[i].multiply(ofRow).subtract(pivot[i].multiply(ofPivot));
            divisor = divisor.gcd(difference[i]);
        }
        if (divisor.signum() != 0 && !divisor.equals(BigInteger.ONE)) {
            for (int i = 0; i < row.length; i++) {
                difference[i] = difference[i].divide(divisor);
            }
        }
        return difference;
    }

    private boolean isZero(BigInteger[] row) {
        for (int column = 0; column < atomOf.length; column++) {
            if (row[column].signum() != 0) {
                return false;
            }
        }
        return true;
    }

    private static BitSet with(BitSet atoms, int atom) {
        BitSet more = (BitSet) atoms.clone();
        more.set(atom);
        return more;
    }
}
