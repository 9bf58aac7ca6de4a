package parallax.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoarseningTest {

    @Test
    void nothingIsSaidWhereEveryCombinationIsLargeEnough() {
        Coarsening found =
                Coarsening.of(people(Map.of("region", "north"), 5, Map.of("region", "south"), 7, Map.of(), 6), 5);

        assertThat(found.sparse()).isEmpty();
        assertThat(found.proposal()).isEmpty();
        assertThat(found.sentences()).isEmpty();
    }

    @Test
    void rareValuesAreMergedBeforeASegmentIsGivenUp() {
        Coarsening found = Coarsening.of(
                people(
                        Map.of("region", "north"),
                        20,
                        Map.of("region", "south"),
                        20,
                        Map.of("region", "east"),
                        3,
                        Map.of("region", "west"),
                        4),
                5);

        assertThat(found.sparse())
                .extracting(Coarsening.Combination::told, Coarsening.Combination::people)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("region east", 3),
                        org.assertj.core.api.Assertions.tuple("region west", 4));
        assertThat(found.sentences())
                .containsExactly(
                        "7 of 47 people have a combination of segments that fewer than 5 have; there are 2 such combinations, and their answers would point at them.",
                        "Merge “east” and “west” of “region”: then no combination is too small.");
    }

    @Test
    void aSegmentThatSplitsEverybodyIsLeftOut() {
        List<Map<String, String>> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            people.add(Map.of("region", i % 2 == 0 ? "north" : "south", "desk", "desk " + i));
        }

        Coarsening found = Coarsening.of(people, 5);

        assertThat(found.sparse()).hasSize(24);
        assertThat(found.proposal())
                .last()
                .extracting(Coarsening.Step::told)
                .isEqualTo("Leave “desk” out: then no combination is too small.");
    }

    @Test
    void theProposalAlwaysEndsWithoutSmallCombinations() {
        Random random = new Random(20261123);
        for (int round = 0; round < 50; round++) {
            List<Map<String, String>> people = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                people.add(Map.of(
                        "a", "a" + random.nextInt(4), "b", "b" + random.nextInt(6), "c", "c" + random.nextInt(3)));
            }
            Coarsening found = Coarsening.of(people, 5);
            if (!found.sparse().isEmpty()) {
                assertThat(found.proposal().get(found.proposal().size() - 1).left())
                        .isZero();
            }
        }
    }

    private static List<Map<String, String>> people(Object... valuesAndNumbers) {
        List<Map<String, String>> people = new ArrayList<>();
        IntStream.range(0, valuesAndNumbers.length / 2).forEach(i -> {
            @SuppressWarnings("unchecked")
            Map<String, String> values = (Map<String, String>) valuesAndNumbers[2 * i];
            people.addAll(Collections.nCopies((Integer) valuesAndNumbers[2 * i + 1], values));
        });
        return people;
    }
}
