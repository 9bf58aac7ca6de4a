package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinitePopulationTest {

    static List<ReferenceData> data() {
        return ReferenceData.all();
    }

    /** R: columns gap, se, df, p, fpc_ci_lo and fpc_ci_hi of gaps.csv. */
    @ParameterizedTest
    @MethodSource("data")
    void everyGapMeetsItsReferenceWithAndWithoutTheCorrection(ReferenceData data) {
        Map<String, Integer> population = new HashMap<>();
        for (NamedCsvRecord row : ReferenceData.rows(data.file("in/frame.csv"))) {
            population.put(row.getField("wave") + row.getField("audience"), Integer.parseInt(row.getField("N")));
        }
        for (NamedCsvRecord row : data.expected("gaps")) {
            MeanEstimate a = mean(data, row, "group_a");
            MeanEstimate b = mean(data, row, "group_b");
            Difference gap = Difference.between(a, b);
            Difference ofThesePeople =
                    Difference.between(finite(a, row, "group_a", population), finite(b, row, "group_b", population));

            assertThat(gap.value()).isCloseTo(number(row, "gap"), within(TOLERANCE));
            assertThat(gap.standardError()).isCloseTo(number(row, "se"), within(TOLERANCE));
            assertThat(gap.df()).isCloseTo(number(row, "df"), within(TOLERANCE));
            assertThat(gap.p()).isCloseTo(number(row, "p"), within(TOLERANCE));
            assertThat(gap.interval(0.95).low()).isCloseTo(number(row, "ci95_lo"), within(TOLERANCE));
            assertThat(gap.interval(0.90).high()).isCloseTo(number(row, "ci90_hi"), within(TOLERANCE));
            assertThat(ofThesePeople.interval(0.95).low()).isCloseTo(number(row, "fpc_ci_lo"), within(TOLERANCE));
            assertThat(ofThesePeople.interval(0.95).high()).isCloseTo(number(row, "fpc_ci_hi"), within(TOLERANCE));
        }
    }

    private static MeanEstimate finite(
            MeanEstimate mean, NamedCsvRecord row, String group, Map<String, Integer> population) {
        Integer people = population.get(row.getField("wave") + row.getField(group));
        return people == null ? mean : mean.ofPopulation(people);
    }

    private static MeanEstimate mean(ReferenceData data, NamedCsvRecord row, String group) {
        return ClusteredMean.of(ReferenceData.clusters(
                data.select(
                        row.getField("wave"), row.getField(group), row.getField("segment"), row.getField("touchpoint")),
                row.getField("measure"),
                rating -> rating));
    }

    @Test
    void theVarianceShrinksByTheShareSeen() {
        MeanEstimate nine = new MeanEstimate(9, 9, 4, 0.08, 8, true);
        assertThat(nine.ofPopulation(12)).isEqualTo(new MeanEstimate(9, 9, 4, 0.02, 8, true));
        assertThat(nine.ofPopulation(9)).isEqualTo(new MeanEstimate(9, 9, 4, 0, 8, false));
    }

    @Test
    void onePersonOfOneIsKnown() {
        MeanEstimate one = new MeanEstimate(1, 1, 4, Double.NaN, Double.NaN, false);
        assertThat(one.ofPopulation(1).variance()).isZero();
        assertThat(one.ofPopulation(2).hasVariance()).isFalse();
    }

    @Test
    void moreAnswersThanPeopleAreRefused() {
        MeanEstimate nine = new MeanEstimate(9, 9, 4, 0.08, 8, true);
        assertThatThrownBy(() -> nine.ofPopulation(8)).hasMessage("8 people cannot have given 9 answers");
    }
}
