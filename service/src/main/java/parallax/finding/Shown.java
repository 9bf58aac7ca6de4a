package parallax.finding;

import java.util.OptionalDouble;

/** One number as a client may read it. */
public sealed interface Shown {

    /** The number to draw or to sort by; empty where there is none. */
    default OptionalDouble number() {
        return OptionalDouble.empty();
    }

    /** Follows from released counts, so it may stand unrounded behind its printed decimal. */
    record Exact(double value) implements Shown {

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }

    /** Rounded from full precision; all a client may have of it. */
    record Rounded(double value) implements Shown {

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }

    /**
     * At an end of the scale, where the number itself would tell what each person answered.
     *
     * @param text such as "≥ 4.5"
     * @param edge the number in the text
     */
    record Bound(String text, double edge) implements Shown {

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(edge);
        }
    }

    /** Not shown, to protect the people who answered. */
    record Withheld() implements Shown {}

    /** Not asked of this audience in this wave. */
    record NotAsked() implements Shown {}
}
