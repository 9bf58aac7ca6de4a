package parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parallax.statistics.ReferenceData.TOLERANCE;
import static parallax.statistics.ReferenceData.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseRatesTest {

    private static final Map<String, Disposition> CODES = Map.of(
            "I", Disposition.COMPLETE,
            "P", Disposition.PARTIAL,
            "R", Disposition.REFUSED,
            "BREAKOFF", Disposition.BROKE_OFF,
            "NC", Disposition.NO_REACTION,
            "O", Disposition.OTHER,
            "UH", Disposition.UNKNOWN_PERSON,
            "UO", Disposition.UNKNOWN_OTHER,
            "NE", Disposition.NOT_ELIGIBLE);

    /** R: response.csv. */
    @Test
    void everyRateMeetsItsReference() {
        ReferenceData data = ReferenceData.ordinary();
        List<NamedCsvRecord> rows = data.expected("response");
        assertThat(rows).hasSize(6);
        for (NamedCsvRecord row : rows) {
            Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
            data.dispositions(row.getField("wave"), row.getField("audience"))
                    .forEach((code, count) -> counts.put(CODES.get(code), count));
            ResponseRates rates = ResponseRates.of(counts);

            assertRate(rates.e(), row, "e");
            assertRate(rates.rr1(), row, "RR1");
            assertRate(rates.rr2(), row, "RR2");
            assertRate(rates.rr3(), row, "RR3");
            assertRate(rates.rr4(), row, "RR4");
            assertRate(rates.rr5(), row, "RR5");
            assertRate(rates.rr6(), row, "RR6");
            assertRate(rates.coop1(), row, "COOP1");
            assertRate(rates.ref1(), row, "REF1");
            assertRate(rates.con1(), row, "CON1");
            assertRate(rates.completion(), row, "completion");
        }
    }

    private static void assertRate(OptionalDouble rate, NamedCsvRecord row, String column) {
        assertThat(rate).hasValueCloseTo(number(row, column), within(TOLERANCE));
    }

    /** By hand from METHOD.md §8; every count is another power of two, so no two mistakes cancel. */
    @Test
    void everyCountStandsWhereTheDefinitionPutsIt() {
        ResponseRates rates = ResponseRates.of(everyone());

        double known = 1 + 2 + 4 + 16 + 32;
        double unknown = 64 + 128;
        double e = known / (known + 256);
        assertThat(rates.e()).hasValue(e);
        assertThat(rates.rr1()).hasValue(1 / (known + unknown));
        assertThat(rates.rr2()).hasValue(3 / (known + unknown));
        assertThat(rates.rr3()).hasValue(1 / (known + e * unknown));
        assertThat(rates.rr4()).hasValue(3 / (known + e * unknown));
        assertThat(rates.rr5()).hasValue(1 / known);
        assertThat(rates.rr6()).hasValue(3 / known);
        assertThat(rates.coop1()).hasValue(1 / 39.0);
        assertThat(rates.ref1()).hasValue(4 / (known + unknown));
        assertThat(rates.con1()).hasValue(39 / (known + unknown));
        assertThat(rates.completion()).hasValue(1 / 6.0);
    }

    @Test
    void aStatedShareOfEligiblePersonsReplacesTheComputedOne() {
        assertThat(ResponseRates.of(everyone(), 0.5).rr3()).hasValue(1 / (55 + 0.5 * 192));
        assertThat(ResponseRates.of(everyone(), 0).rr3())
                .isEqualTo(ResponseRates.of(everyone()).rr5());
        assertThat(ResponseRates.of(everyone(), 1).rr4())
                .isEqualTo(ResponseRates.of(everyone()).rr2());
    }

    @Test
    void nobodyInvitedGivesNoFigure() {
        ResponseRates rates = ResponseRates.of(Map.of());

        assertThat(List.of(
                        rates.e(),
                        rates.rr1(),
                        rates.rr2(),
                        rates.rr3(),
                        rates.rr4(),
                        rates.rr5(),
                        rates.rr6(),
                        rates.coop1(),
                        rates.ref1(),
                        rates.con1(),
                        rates.completion()))
                .containsOnly(OptionalDouble.empty());
    }

    @Test
    void whenAllMailBouncedOnlyRatesWithUnknownPersonsExist() {
        ResponseRates rates = ResponseRates.of(Map.of(Disposition.UNKNOWN_PERSON, 9));

        assertThat(rates.rr1()).hasValue(0);
        assertThat(rates.con1()).hasValue(0);
        assertThat(rates.e()).isEmpty();
        assertThat(rates.rr3()).isEmpty();
        assertThat(rates.rr5()).isEmpty();
        assertThat(rates.coop1()).isEmpty();
    }

    @Test
    void countsAreChecked() {
        assertThatThrownBy(() -> ResponseRates.of(Map.of(Disposition.OTHER, -1)))
                .hasMessage("OTHER must be at least 0, was -1");
        assertThatThrownBy(() -> ResponseRates.of(Map.of(Disposition.REFUSED, 2, Disposition.BROKE_OFF, 3)))
                .hasMessage("those who broke off are among the 2 refused, were 3");
        assertThat(ResponseRates.of(Map.of(Disposition.REFUSED, 2, Disposition.BROKE_OFF, 2))
                        .completion())
                .hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN})
    void aStatedShareIsAShare(double e) {
        assertThatThrownBy(() -> ResponseRates.of(Map.of(), e)).hasMessage("e must lie in [0, 1], was " + e);
    }

    private static Map<Disposition, Integer> everyone() {
        Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
        counts.put(Disposition.COMPLETE, 1);
        counts.put(Disposition.PARTIAL, 2);
        counts.put(Disposition.REFUSED, 4);
        counts.put(Disposition.BROKE_OFF, 3);
        counts.put(Disposition.NO_REACTION, 16);
        counts.put(Disposition.OTHER, 32);
        counts.put(Disposition.UNKNOWN_PERSON, 64);
        counts.put(Disposition.UNKNOWN_OTHER, 128);
        counts.put(Disposition.NOT_ELIGIBLE, 256);
        return counts;
    }
}
