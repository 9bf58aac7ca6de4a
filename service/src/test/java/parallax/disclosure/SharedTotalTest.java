package parallax.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five persons from three accounts; two segment variables: region (north, south) and size (large, small). */
class SharedTotalTest {

    private static final Minimum MINIMUM = new Minimum(5, 3);
    private static final CellAddress NORTH = new CellAddress(0, 1);
    private static final CellAddress SOUTH = new CellAddress(0, 2);
    private static final CellAddress LARGE = new CellAddress(1, 1);
    private static final CellAddress SMALL = new CellAddress(1, 2);
    private static final List<CellAddress> ALL = List.of(CellAddress.TOTAL, NORTH, SOUTH, LARGE, SMALL);

    private final List<Atom> atoms = new ArrayList<>();

    @Test
    void twoPartitionsThatCrossEvenlyAreSafe() {
        with(4, 1, 1).with(4, 1, 2).with(4, 2, 1).with(4, 2, 2);

        assertThat(customers().aboutTooFewPersons(ALL)).isEmpty();
    }

    @Test
    void segmentsThatDifferByFourPersonsOffendAndByFiveDoNot() {
        with(10, 1, 1).with(4, 1, 2).with(10, 2, 2);
        // total − south − large: north without the large ones
        assertThat(customers().aboutTooFewPersons(ALL)).contains(List.of(CellAddress.TOTAL, SOUTH, LARGE));

        atoms.clear();
        with(10, 1, 1).with(5, 1, 2).with(10, 2, 2);
        assertThat(customers().aboutTooFewPersons(ALL)).isEmpty();
    }

    @Test
    void segmentsOfTheSamePersonsDoNotOffend() {
        with(10, 1, 1).with(10, 2, 2);

        assertThat(customers().aboutTooFewPersons(ALL)).isEmpty();
    }

    @Test
    void theSmallestSegmentOfAnOffendingCombinationIsWithheld() {
        with(10, 1, 1).with(4, 1, 2).with(10, 2, 2);

        // north − large and small − south are the same four persons; without one partition nothing follows
        assertThat(left(customers(), false)).containsExactly(CellAddress.TOTAL, LARGE, SMALL);
    }

    @Test
    void onlyWhatMattersIsWithheld() {
        with(10, 1, 1).with(4, 1, 2).with(10, 2, 2);
        List<CellAddress> left = left(customers(), false);

        for (CellAddress cell : List.of(NORTH, SOUTH)) {
            List<CellAddress> more = new ArrayList<>(left);
            more.add(cell);
            assertThat(customers().aboutTooFewPersons(more)).isPresent();
        }
    }

    @Test
    void aSecondReleaseWithOtherSegmentsIsHeldAgainstTheFirst() {
        with(10, 1, 1).with(4, 1, 2).with(10, 2, 2);

        assertThat(customers().aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH, SOUTH)))
                .isEmpty();
        assertThat(customers().aboutTooFewPersons(List.of(CellAddress.TOTAL, LARGE, SMALL)))
                .isEmpty();
        assertThat(customers().aboutTooFewPersons(ALL)).isPresent();
    }

    @Test
    void customersWithoutASegmentFollowBySubtraction() {
        with(10, 1, 1).with(4, 0, 1).with(10, 2, 1);

        assertThat(customers().aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH, SOUTH)))
                .isPresent();
    }

    @Test
    void thoseWithoutANumberFollowAsWell() {
        with(10, 1, 1).with(10, 2, 1);
        atoms.add(new Atom(0, 3, List.of(new int[] {3, 1}), new BitSet()));

        assertThat(customers().aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH, SOUTH)))
                .contains(List.of(CellAddress.TOTAL, NORTH, SOUTH));
        assertThat(customers().aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH)))
                .isEmpty();
        assertThat(customers().personsIn(CellAddress.TOTAL)).isEqualTo(20);
        assertThat(customers().without(0)).isEqualTo(new Minimum.Group(0, 0, 0));
    }

    @Test
    void membersWithoutASegmentStandInEveryCell() {
        with(10, 1, 1).with(4, 0, 1).with(10, 2, 1);
        SharedTotal team = new SharedTotal(atoms, new Minimum(5, 1), true);

        assertThat(team.personsIn(NORTH)).isEqualTo(14);
        // north + south − total
        assertThat(team.aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH, SOUTH)))
                .isPresent();
        assertThat(team.aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH))).isEmpty();
    }

    @Test
    void aPersonWithSeveralRowsCountsOnce() {
        List<Atom> twice = List.of(
                new Atom(10, 0, List.of(new int[] {1, 1}), new BitSet()),
                new Atom(4, 0, List.of(new int[] {1, 1}, new int[] {2, 1}), new BitSet()),
                new Atom(10, 0, List.of(new int[] {2, 1}), new BitSet()));
        SharedTotal team = new SharedTotal(twice, new Minimum(5, 1), true);

        assertThat(team.personsIn(NORTH)).isEqualTo(14);
        // north + south − total: half of what each of the four said of north and of south
        assertThat(team.aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH, SOUTH)))
                .isPresent();
        assertThat(team.aboutTooFewPersons(List.of(CellAddress.TOTAL, NORTH))).isEmpty();
    }

    @Test
    void fivePersonsOfTwoAccountsAreTooFewAccounts() {
        with(10, 1, 1, 1, 2, 3).with(5, 1, 2, 4, 5).with(10, 2, 2, 6, 7, 8);

        assertThat(customers().aboutTooFewPersons(ALL)).isEmpty();
        assertThat(customers().aboutTooFewAccounts(ALL)).isPresent();
        assertThat(left(customers(), false)).hasSize(5);
        assertThat(customers().aboutTooFewAccounts(left(customers(), true))).isEmpty();

        atoms.clear();
        with(10, 1, 1, 1, 2, 3).with(5, 1, 2, 4, 5, 6).with(10, 2, 2, 6, 7, 8);
        assertThat(customers().aboutTooFewAccounts(ALL)).isEmpty();
    }

    @Test
    void nobodyGivesNothingAway() {
        assertThat(customers().aboutTooFewPersons(ALL)).isEmpty();
        assertThat(customers().withhold(List.of(), CellAddress::toString, true)).isEmpty();
    }

    private List<CellAddress> left(SharedTotal total, boolean accountsToo) {
        List<CellAddress> left = new ArrayList<>(ALL);
        left.removeAll(total.withhold(ALL, CellAddress::toString, accountsToo));
        return left;
    }

    private SharedTotal customers() {
        return new SharedTotal(atoms, MINIMUM, false);
    }

    private SharedTotalTest with(int persons, int region, int size, int... accounts) {
        BitSet from = new BitSet();
        Arrays.stream(accounts).forEach(from::set);
        atoms.add(new Atom(persons, 0, List.of(new int[] {region, size}), from));
        return this;
    }
}
