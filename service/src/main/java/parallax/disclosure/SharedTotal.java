package parallax.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parallax.disclosure.Minimum.Group;

/**
 * All tables of one question and audience, which share a total: what follows of too few from the cells that are released of
 * any of them (METHOD.md §9.3, 9.4). Whoever reads them is taken to know who stands in which cell.
 */
public final class SharedTotal {

    private static final BigInteger NOTHING = BigInteger.ZERO;

    private final List<Atom> atoms;
    private final Minimum minimum;
    private final boolean everywhere;
    private final int[] persons;
    private final int[] atomOf;
    private final List<int[]> standings = new ArrayList<>();
    /** A multiple of every number of standings of an atom: person shares of a cell become whole. */
    private final long scale;

    /**
     * Takes the persons who were asked and sent their answers, with a number or without: a combination of cells that leaves
     * only some without one tells that they gave none.
     *
     * @param everywhere whether those without a value of a variable stand in each of its cells, as team members do
     */
    public SharedTotal(List<Atom> atoms, Minimum minimum, boolean everywhere) {
        this.atoms = List.copyOf(atoms);
        this.minimum = minimum;
        this.everywhere = everywhere;
        persons = this.atoms.stream().mapToInt(Atom::persons).toArray();
        List<Integer> owners = new ArrayList<>();
        long multiple = 1;
        for (int atom = 0; atom < persons.length; atom++) {
            List<int[]> own = this.atoms.get(atom).standings();
            multiple = multipleOfAllUpTo(own.size(), multiple);
            for (int[] standing : own) {
                standings.add(standing);
                owners.add(atom);
            }
        }
        atomOf = owners.stream().mapToInt(Integer::intValue).toArray();
        scale = multiple;
    }

    private static long multipleOfAllUpTo(int most, long known) {
        BigInteger multiple = BigInteger.valueOf(known);
        for (int i = 2; i <= most; i++) {
            BigInteger factor = BigInteger.valueOf(i);
            multiple = multiple.multiply(factor).divide(multiple.gcd(factor));
        }
        return multiple.longValueExact();
    }

    /**
     * Cells that together tell something about fewer than the minimum of persons; empty if nothing does.
     *
     * @param released every cell whose sum is known
     */
    public Optional<List<CellAddress>> aboutTooFewPersons(List<CellAddress> released) {
        if (IntStream.of(persons).allMatch(count -> count >= minimum.persons())) {
            return Optional.empty();
        }
        List<CellAddress> cells = independent(released);
        List<BigInteger[]> rows = cells.stream().map(this::row).toList();
        if (BasePacking.proves(rows, atomOf, persons, minimum.persons())) {
            return Optional.empty();
        }
        return named(RowSpaceAudit.find(rows, atomOf, persons.length, this::personsOf, minimum.persons()), cells);
    }

    /** As {@link #aboutTooFewPersons}, for accounts: the atoms must know theirs. */
    public Optional<List<CellAddress>> aboutTooFewAccounts(List<CellAddress> released) {
        int least = minimum.accounts();
        int[] large =
                atoms.stream().mapToInt(atom -> accounts(atom) >= least ? 1 : 0).toArray();
        if (least <= 1 || IntStream.of(large).allMatch(one -> one == 1)) {
            return Optional.empty();
        }
        List<CellAddress> cells = independent(released);
        List<BigInteger[]> rows = cells.stream().map(this::row).toList();
        if (BasePacking.proves(rows, atomOf, large, 1)) {
            return Optional.empty();
        }
        return named(RowSpaceAudit.find(rows, atomOf, persons.length, this::accountsOf, least), cells);
    }

    /**
     * Which of the cells must be withheld so that nothing follows about too few: of each offending combination the segment with
     * the fewest persons, ties by name; those that turn out not to matter are given back.
     *
     * @param shown every cell to be released, the total included if it is
     * @param name of a segment
     * @param accountsToo whether too few accounts offend as well
     */
    public Set<CellAddress> withhold(List<CellAddress> shown, Function<CellAddress, String> name, boolean accountsToo) {
        List<CellAddress> left = new ArrayList<>(shown);
        Comparator<CellAddress> smallest =
                Comparator.comparingInt(this::personsIn).thenComparing(name).thenComparing(CellAddress::variable);
        Optional<CellAddress> next = next(left, smallest, accountsToo);
        while (next.isPresent()) {
            left.remove(next.get());
            next = next(left, smallest, accountsToo);
        }
        Set<CellAddress> withheld = new HashSet<>(shown);
        left.forEach(withheld::remove);
        giveBack(withheld, left, smallest.reversed(), accountsToo);
        return withheld;
    }

    /** What went early may be harmless without what went later. */
    private void giveBack(
            Set<CellAddress> withheld, List<CellAddress> left, Comparator<CellAddress> largest, boolean accountsToo) {
        for (CellAddress cell : withheld.stream().sorted(largest).toList()) {
            left.add(cell);
            if (offending(left, accountsToo).isEmpty()) {
                withheld.remove(cell);
            } else {
                left.remove(cell);
            }
        }
    }

    private Optional<CellAddress> next(List<CellAddress> left, Comparator<CellAddress> smallest, boolean accountsToo) {
        return offending(left, accountsToo)
                .flatMap(cells -> cells.stream().filter(cell -> !cell.isTotal()).min(smallest));
    }

    private Optional<List<CellAddress>> offending(List<CellAddress> cells, boolean accountsToo) {
        Optional<List<CellAddress>> offending = aboutTooFewPersons(cells);
        return offending.isEmpty() && accountsToo ? aboutTooFewAccounts(cells) : offending;
    }

    /** Persons with a number in a cell. */
    public int personsIn(CellAddress cell) {
        return atoms.stream()
                .filter(atom -> atom.standings().stream().anyMatch(standing -> stands(standing, cell)))
                .mapToInt(Atom::persons)
                .sum();
    }

    /** Those who have no value of a variable. */
    public Group without(int variable) {
        List<Atom> without = atoms.stream()
                .filter(atom -> atom.standings().stream().allMatch(standing -> standing[variable] == 0))
                .toList();
        BitSet accounts = new BitSet();
        without.forEach(atom -> accounts.or(atom.accounts()));
        return new Group(
                without.stream().mapToInt(Atom::persons).sum(),
                accounts.cardinality(),
                without.stream().mapToInt(Atom::silent).sum());
    }

    private boolean stands(int[] standing, CellAddress cell) {
        if (cell.isTotal()) {
            return true;
        }
        int value = standing[cell.variable()];
        return value == cell.value() || everywhere && value == 0;
    }

    /** What each standing weighs in a cell's sum: one, or a share where a person stands in it more than once. */
    private BigInteger[] row(CellAddress cell) {
        int[] times = new int[persons.length];
        for (int column = 0; column < atomOf.length; column++) {
            times[atomOf[column]] += stands(standings.get(column), cell) ? 1 : 0;
        }
        BigInteger[] row = new BigInteger[atomOf.length];
        for (int column = 0; column < atomOf.length; column++) {
            row[column] =
                    stands(standings.get(column), cell) ? BigInteger.valueOf(scale / times[atomOf[column]]) : NOTHING;
        }
        return row;
    }

    /** Without the largest cell of each partition that adds up to the total: it follows from the others and tells nothing new. */
    private List<CellAddress> independent(List<CellAddress> released) {
        List<CellAddress> cells = new ArrayList<>(new java.util.LinkedHashSet<>(released));
        if (!cells.contains(CellAddress.TOTAL)) {
            return cells;
        }
        BigInteger[] total = row(CellAddress.TOTAL);
        released.stream()
                .filter(cell -> !cell.isTotal())
                .collect(Collectors.groupingBy(CellAddress::variable))
                .values()
                .forEach(partition -> {
                    BigInteger[] sum = total.clone();
                    partition.stream()
                            .distinct()
                            .map(this::row)
                            .forEach(row -> IntStream.range(0, sum.length)
                                    .forEach(column -> sum[column] = sum[column].subtract(row[column])));
                    if (IntStream.range(0, sum.length).allMatch(column -> sum[column].signum() == 0)) {
                        cells.remove(partition.stream()
                                .max(Comparator.comparingInt(this::personsIn))
                                .orElseThrow());
                    }
                });
        return cells;
    }

    private static Optional<List<CellAddress>> named(Optional<BitSet> rows, List<CellAddress> cells) {
        return rows.map(part -> {
            List<CellAddress> offending = new ArrayList<>();
            part.stream().forEach(row -> offending.add(cells.get(row)));
            return List.copyOf(offending);
        });
    }

    private int personsOf(BitSet some) {
        return some.stream().map(atom -> persons[atom]).sum();
    }

    private int accountsOf(BitSet some) {
        BitSet accounts = new BitSet();
        some.stream().forEach(atom -> accounts.or(atoms.get(atom).accounts()));
        return accounts.cardinality();
    }

    private static int accounts(Atom atom) {
        return atom.accounts().cardinality();
    }
}
