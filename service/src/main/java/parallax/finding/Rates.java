package parallax.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import parallax.questionnaire.Audience;
import parallax.statistics.Disposition;
import parallax.statistics.ResponseRates;

/** Response rates by AAPOR's names, for audiences whose dispositions are known (METHOD.md §8). */
final class Rates {

    /** The one to name when only one is named. */
    static final String HEADLINE = "RR2";

    private Rates() {}

    /** By audience; a rate without a denominator is absent. */
    static List<Figure> of(FieldedWave wave, FigureIds ids) {
        List<Figure> figures = new ArrayList<>();
        for (Audience audience : Audience.raters()) {
            Map<Disposition, Integer> counts = counts(wave.frame(audience).dispositions());
            if (isConsistent(counts)) {
                ResponseRates rates = ResponseRates.of(counts);
                byName(rates)
                        .forEach((name, rate) -> rate.ifPresent(
                                value -> figures.add(figure(audience, name, value, counts, rates, ids))));
            }
        }
        return figures;
    }

    /** The rate to name of an audience; NaN if it is not known. */
    static double headline(FieldedWave wave, Audience audience) {
        Map<Disposition, Integer> counts = counts(wave.frame(audience).dispositions());
        return isConsistent(counts) ? ResponseRates.of(counts).rr2().orElse(Double.NaN) : Double.NaN;
    }

    private static Figure figure(
            Audience audience,
            String name,
            double rate,
            Map<Disposition, Integer> counts,
            ResponseRates rates,
            FigureIds ids) {
        FigureKey key = FigureKey.responseRate(audience, name);
        Estimates estimate = Estimates.none()
                .with(Field.VALUE, rate)
                .with(Field.COMPLETE, count(counts, Disposition.COMPLETE))
                .with(Field.PARTIAL, count(counts, Disposition.PARTIAL))
                .with(Field.REFUSED, count(counts, Disposition.REFUSED))
                .with(Field.NO_REACTION, count(counts, Disposition.NO_REACTION))
                .with(Field.OTHER, count(counts, Disposition.OTHER))
                .with(
                        Field.UNKNOWN,
                        count(counts, Disposition.UNKNOWN_PERSON) + count(counts, Disposition.UNKNOWN_OTHER))
                .with(Field.NOT_ELIGIBLE, count(counts, Disposition.NOT_ELIGIBLE))
                .with(Field.ELIGIBLE, rates.e().orElse(Double.NaN));
        return new Figure(ids.of(key), key, null, estimate.build());
    }

    private static Map<String, OptionalDouble> byName(ResponseRates rates) {
        Map<String, OptionalDouble> byName = new LinkedHashMap<>();
        byName.put("RR1", rates.rr1());
        byName.put(HEADLINE, rates.rr2());
        byName.put("RR3", rates.rr3());
        byName.put("RR4", rates.rr4());
        byName.put("RR5", rates.rr5());
        byName.put("RR6", rates.rr6());
        byName.put("COOP1", rates.coop1());
        byName.put("CON1", rates.con1());
        byName.put("REF1", rates.ref1());
        byName.put("completion", rates.completion());
        return byName;
    }

    private static Map<Disposition, Integer> counts(Map<String, Integer> codes) {
        Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
        codes.forEach((code, count) -> counts.merge(
                switch (code) {
                    case "I" -> Disposition.COMPLETE;
                    case "P" -> Disposition.PARTIAL;
                    case "R" -> Disposition.REFUSED;
                    case "BREAKOFF" -> Disposition.BROKE_OFF;
                    case "NC" -> Disposition.NO_REACTION;
                    case "O" -> Disposition.OTHER;
                    case "U", "UH" -> Disposition.UNKNOWN_PERSON;
                    case "UO" -> Disposition.UNKNOWN_OTHER;
                    case "NE" -> Disposition.NOT_ELIGIBLE;
                    default -> throw new IllegalArgumentException("there is no disposition " + code);
                },
                count,
                Integer::sum));
        return counts;
    }

    /** A frame told from elsewhere may count more break-offs than refusals, which break-offs are part of: no rate follows. */
    private static boolean isConsistent(Map<Disposition, Integer> counts) {
        return count(counts, Disposition.BROKE_OFF) <= count(counts, Disposition.REFUSED);
    }

    private static int count(Map<Disposition, Integer> counts, Disposition disposition) {
        return counts.getOrDefault(disposition, 0);
    }
}
