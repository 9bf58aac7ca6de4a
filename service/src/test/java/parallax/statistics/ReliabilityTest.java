package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReliabilityTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns items, n_complete and alpha_raw of reliability.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyAlphaMeetsItsReference(ReferenceData data) {
        for (NamedCsvRecord row : data.expected("reliability")) {
            List<String> touchpoints = data.touchpoints();
            Map<String, int[]> persons = new TreeMap<>();
            for (String touchpoint : touchpoints) {
                for (ReferenceData.Answer answer : data.select(row.getField("wave"), "customer", "ALL", touchpoint)) {
                    double rating = answer.measure(row.getField("measure"));
                    persons.computeIfAbsent(answer.person(), key -> new int[touchpoints.size()])[
                                    touchpoints.indexOf(touchpoint)] =
                            Double.isNaN(rating) ? 0 : (int) rating;
                }
            }
            Reliability reliability = new Reliability(touchpoints.size());
            persons.values().stream()
                    .filter(ratings -> Arrays.stream(ratings).allMatch(rating -> rating > 0))
                    .forEach(reliability::add);

            assertThat(touchpoints).hasSize((int) number(row, "items"));
            assertThat(reliability.persons()).isEqualTo((int) number(row, "n_complete"));
            assertThat(reliability.alpha()).hasValueCloseTo(number(row, "alpha_raw"), within(TOLERANCE));
            assertThat(reliability.isPrintable()).isEqualTo(reliability.persons() >= 30);
        }
    }

    /** By hand: items 1 2 3 and 2 2 5, totals 3 4 8: 2·(1 − (1 + 3)/7) = 6/7. */
    @Test
    void twoItemsMeetTheDefinition() {
        assertThat(of(new int[][] {{1, 2}, {2, 2}, {3, 5}}).alpha()).hasValueCloseTo(6 / 7.0, within(1e-15));
    }

    @Test
    void equalItemsAreWhollyReliable() {
        assertThat(of(new int[][] {{1, 1, 1}, {4, 4, 4}}).alpha()).hasValueCloseTo(1.0, within(1e-15));
    }

    @Test
    void withoutDifferencesBetweenPersonsThereIsNoAlpha() {
        assertThat(new Reliability(3).alpha()).isEmpty();
        assertThat(of(new int[][] {{1, 2, 3}}).alpha()).isEmpty();
        assertThat(of(new int[][] {{1, 4, 3}, {4, 1, 3}}).alpha()).isEmpty();
    }

    @Test
    void itIsPrintedFromThreeItemsAndThirtyPersonsOn() {
        assertThat(many(3, 30).isPrintable()).isTrue();
        assertThat(many(3, 29).isPrintable()).isFalse();
        assertThat(many(2, 30).isPrintable()).isFalse();
        Reliability alike = new Reliability(3);
        for (int person = 0; person < 40; person++) {
            alike.add(new int[] {4, 4, 4});
        }
        assertThat(alike.isPrintable()).isFalse();
    }

    @Test
    void personsAreComplete() {
        assertThatThrownBy(() -> new Reliability(3).add(new int[] {1, 2}))
                .hasMessage("a complete person has 3 ratings, had 2");
        assertThatThrownBy(() -> new Reliability(1)).hasMessageContaining("at least 2 items, was 1");
    }

    private static Reliability many(int items, int persons) {
        Reliability reliability = new Reliability(items);
        for (int person = 0; person < persons; person++) {
            int[] ratings = new int[items];
            ratings[0] = 1 + person % 5;
            reliability.add(ratings);
        }
        return reliability;
    }

    private static Reliability of(int[][] persons) {
        Reliability reliability = new Reliability(persons[0].length);
        for (int[] ratings : persons) {
            reliability.add(ratings);
        }
        return reliability;
    }
}
