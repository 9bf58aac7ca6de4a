package parallax.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;

/**
 * One row of a dumbbell chart.
 *
 * @param values of the audiences the chart shows
 * @param gap printed at the right end; empty where it is not clear
 */
record DumbbellRow(String key, String label, Map<Audience, Shown> values, Optional<Shown> gap) {

    private static final double WIDEST_NAME = 42;
    private static final double ASIDE = 0.28;

    DumbbellRow {
        values = Map.copyOf(values);
    }

    Shown value(Audience audience) {
        Shown value = values.get(audience);
        return value == null ? new Shown.NotAsked() : value;
    }

    /** The name, cut where it would take more than half of the chart, marked where somebody's mark is missing to protect people. */
    String name() {
        String shortened = TextWidth.shortened(label, WIDEST_NAME);
        return isWithheld() ? shortened + " " + Canvas.WITHHELD : shortened;
    }

    boolean isWithheld() {
        return values.values().stream().anyMatch(Shown.Withheld.class::isInstance);
    }

    /** Rows that a mark stands above the middle (below: negative), so that marks which would cover one another are told apart. */
    double aside(Audience audience, double markRadius) {
        double[] sorted = places().sorted().toArray();
        boolean touch = IntStream.range(1, sorted.length).anyMatch(i -> sorted[i] - sorted[i - 1] < 2.6 * markRadius);
        return switch (audience) {
            case CUSTOMER -> 0;
            case SALES -> touch ? ASIDE : 0;
            case MARKETING -> touch ? -ASIDE : 0;
            case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
        };
    }

    /** Where the line between the outermost marks has its middle; empty without a line. */
    OptionalDouble middle(double markRadius) {
        return half(markRadius).isPresent() ? OptionalDouble.of((lowest() + highest()) / 2) : OptionalDouble.empty();
    }

    /** Half the line's length, up to the edges of the marks; empty where they touch. */
    OptionalDouble half(double markRadius) {
        if (places().count() < 2) {
            return OptionalDouble.empty();
        }
        double half = (highest() - lowest()) / 2 - markRadius;
        return half > 0 ? OptionalDouble.of(half) : OptionalDouble.empty();
    }

    private double lowest() {
        return places().min().orElseThrow();
    }

    private double highest() {
        return places().max().orElseThrow();
    }

    private DoubleStream places() {
        return values.values().stream().flatMapToDouble(value -> value.number().stream());
    }
}
