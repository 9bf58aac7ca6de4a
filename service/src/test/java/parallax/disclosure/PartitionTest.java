package parallax.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.disclosure.Minimum.Group;

/** METHOD.md §9.1 and §9.3 with five answers from three accounts. */
class PartitionTest {

    private static final Minimum MINIMUM = new Minimum(5, 3);
    private static final Group NOBODY = new Group(0, 0, 0);

    @Test
    void cellsThatAllMayBeShownAreShown() {
        assertThat(suppressed(0, 12, 5, 9)).containsExactly(null, null, null);
    }

    @Test
    void aSmallCellTakesTheNextSmallestWithIt() {
        assertThat(suppressed(0, 12, 5, 3))
                .containsExactly(null, Suppression.COMPLEMENTARY, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void twoSmallCellsThatTogetherHoldEnoughHideEachOther() {
        assertThat(suppressed(0, 12, 3, 2))
                .containsExactly(null, Suppression.FEWER_THAN_MINIMUM, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void twoSmallCellsThatTogetherHoldTooFewTakeAThird() {
        assertThat(suppressed(0, 12, 2, 2, 7))
                .containsExactly(
                        null,
                        Suppression.FEWER_THAN_MINIMUM,
                        Suppression.FEWER_THAN_MINIMUM,
                        Suppression.COMPLEMENTARY);
    }

    @Test
    void tooFewAccountsAloneSuppressACellAndItsNeighbour() {
        List<Group> cells = List.of(cell(12, 8), cell(9, 2), cell(10, 5));

        assertThat(Partition.suppress(List.of("a", "b", "c"), cells, NOBODY, MINIMUM))
                .containsExactly(null, Suppression.TOO_FEW_ACCOUNTS, Suppression.COMPLEMENTARY);
    }

    @Test
    void customersWithoutASegmentAreAnUnpublishedCell() {
        assertThat(suppressed(5, 12, 9)).containsExactly(null, null);
        assertThat(suppressed(4, 12, 9)).containsExactly(null, Suppression.COMPLEMENTARY);
        assertThat(suppressed(2, 12, 9, 3)).containsExactly(null, null, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void ofTwoEquallySmallCellsTheFirstByNameIsTaken() {
        List<Group> cells = List.of(cell(9, 9), cell(7, 7), cell(7, 7), cell(2, 2));

        assertThat(Partition.suppress(List.of("west", "south", "north", "east"), cells, NOBODY, MINIMUM))
                .containsExactly(null, null, Suppression.COMPLEMENTARY, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void anEmptyCellHidesNobody() {
        assertThat(suppressed(0, 12, 9, 0)).containsExactly(null, null, Suppression.FEWER_THAN_MINIMUM);
        assertThat(suppressed(0, 12, 9, 0, 4))
                .containsExactly(
                        null,
                        Suppression.COMPLEMENTARY,
                        Suppression.FEWER_THAN_MINIMUM,
                        Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void threeWhoAllDidNotEncounterItNeedCover() {
        List<Group> cells = List.of(cell(12, 12), cell(9, 9), new Group(0, 0, 3));

        assertThat(Partition.suppress(List.of("north", "south", "islands"), cells, NOBODY, MINIMUM))
                .containsExactly(null, Suppression.COMPLEMENTARY, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void soDoThoseWithoutASegment() {
        List<Group> cells = List.of(cell(12, 12), cell(9, 9));

        assertThat(Partition.suppress(List.of("north", "south"), cells, new Group(0, 0, 1), MINIMUM))
                .containsExactly(null, Suppression.COMPLEMENTARY);
        assertThat(Partition.suppress(List.of("north", "south"), cells, new Group(5, 5, 1), MINIMUM))
                .containsExactly(null, null);
    }

    @Test
    void whatIsHiddenForItsOwnSakeIsNotAloneWhereOthersAreSilent() {
        List<Group> cells = List.of(cell(12, 12), cell(9, 2), cell(11, 11), new Group(0, 0, 3));

        assertThat(Partition.suppress(List.of("north", "south", "west", "islands"), cells, NOBODY, MINIMUM))
                .containsExactly(
                        null, Suppression.TOO_FEW_ACCOUNTS, Suppression.COMPLEMENTARY, Suppression.FEWER_THAN_MINIMUM);
    }

    @Test
    void whatIsLeftNeverGivesAwayFewerThanTheMinimum() {
        Random random = new Random(11);
        for (int trial = 0; trial < 2_000; trial++) {
            int[] sizes = random.ints(1 + random.nextInt(6), 0, 14).toArray();
            int outside = random.nextInt(7);
            @Nullable Suppression[] suppressed = suppressed(outside, sizes);
            int hidden = outside
                    + IntStream.range(0, sizes.length)
                            .filter(i -> suppressed[i] != null)
                            .map(i -> sizes[i])
                            .sum();
            boolean anyShown = Arrays.stream(suppressed).anyMatch(reason -> reason == null);
            if (anyShown) {
                assertThat(hidden == 0 || hidden >= 5)
                        .as("%s + %s", Arrays.toString(sizes), outside)
                        .isTrue();
            }
        }
    }

    private static @Nullable Suppression[] suppressed(int outside, int... sizes) {
        List<Group> cells =
                Arrays.stream(sizes).mapToObj(size -> cell(size, size)).toList();
        List<String> names =
                IntStream.range(0, sizes.length).mapToObj(i -> "segment" + i).toList();
        return Partition.suppress(names, cells, cell(outside, outside), MINIMUM);
    }

    private static Group cell(int answers, int accounts) {
        return new Group(answers, accounts, 0);
    }
}
