package parallax.finding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;

/**
 * One figure of a wave: either suppressed, and then without any number, or with its estimate.
 *
 * @param id stable name, {@code f_} and 32 letters, digits, - or _, the same for the same wave and key
 */
public record Figure(
        String id,
        FigureKey key,
        @Nullable Suppression suppressed,
        @Nullable Estimate estimate) {

    public Figure {
        if ((suppressed == null) == (estimate == null)) {
            throw new IllegalArgumentException("a figure is either suppressed or has an estimate");
        }
    }

    /** The verdict; {@code SUPPRESSED} for suppressed gaps, null for kinds that carry none. */
    public @Nullable Verdict verdict() {
        return suppressed != null ? Verdict.SUPPRESSED : estimate == null ? null : estimate.verdict();
    }

    /**
     * The numbers of a figure that is shown.
     *
     * @throws IllegalStateException if it is suppressed
     */
    public Estimate requireEstimate() {
        if (estimate == null) {
            throw new IllegalStateException("figure %s is suppressed".formatted(id));
        }
        return estimate;
    }

    /** The same figure with one more flag. */
    Figure with(Flag flag) {
        Estimate known = requireEstimate();
        Set<String> flags = new HashSet<>(known.flags());
        flags.add(flag.code());
        return new Figure(id, key, null, new Estimate(known.fields(), known.verdict(), flags));
    }

    /**
     * What a figure that is shown tells; a field its kind does not have is absent.
     *
     * @param fields finite numbers, truth values, texts, and for {@link Field#PAIRS} these by part
     * @param verdict null for kinds without one
     * @param flags such as {@code floored}, {@code dominated}, {@code low_reach}, {@code census}
     */
    public record Estimate(
            Map<Field, Object> fields, @Nullable Verdict verdict, Set<String> flags) {

        public Estimate {
            fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(fields));
            flags = Set.copyOf(flags);
        }

        /** The value of a kind that has one: all but grids and trends that cannot be compared. */
        public double value() {
            return require(Field.VALUE);
        }

        /** The answers of a kind that tells them: means, shares and gaps. */
        public int n() {
            return (int) require(Field.N);
        }

        public @Nullable Integer customers() {
            return (Integer) fields.get(Field.CUSTOMERS);
        }

        public @Nullable Integer accounts() {
            return (Integer) fields.get(Field.ACCOUNTS);
        }

        public @Nullable Double se() {
            return number(Field.SE);
        }

        public @Nullable Double df() {
            return number(Field.DF);
        }

        public @Nullable Double low() {
            return number(Field.LOW);
        }

        public @Nullable Double high() {
            return number(Field.HIGH);
        }

        public @Nullable Double p() {
            return number(Field.P);
        }

        public @Nullable Double q() {
            return number(Field.Q);
        }

        /** A number; null if the figure does not have it. */
        public @Nullable Double number(Field field) {
            return fields.get(field) instanceof Number number ? number.doubleValue() : null;
        }

        /** A text; null if the figure does not have it. */
        public @Nullable String text(Field field) {
            return fields.get(field) instanceof String text ? text : null;
        }

        /** Whether the figure has a truth value and it is true. */
        public boolean is(Field field) {
            return Boolean.TRUE.equals(fields.get(field));
        }

        private double require(Field field) {
            Double number = number(field);
            if (number == null) {
                throw new IllegalStateException("the figure has no " + field.column());
            }
            return number;
        }
    }
}
