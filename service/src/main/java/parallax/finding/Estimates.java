package parallax.finding;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.statistics.Interval;

/** Builds an estimate of those numbers that its kind has; one that is not finite does not exist and is left out. */
final class Estimates {

    private final Map<Field, Object> fields = Field.map();
    private @Nullable Verdict verdict;
    private Set<Flag> flags = Set.of();

    private Estimates() {}

    /** Of a figure that has no value. */
    static Estimates none() {
        return new Estimates();
    }

    static Estimates of(int n, double value) {
        return none().with(Field.N, n).with(Field.VALUE, value);
    }

    Estimates with(Field field, double number) {
        if (Double.isFinite(number)) {
            fields.put(field, number);
        }
        return this;
    }

    Estimates with(Field field, int number) {
        fields.put(field, number);
        return this;
    }

    Estimates with(Field field, boolean isSo) {
        fields.put(field, isSo);
        return this;
    }

    Estimates with(Field field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            fields.put(field, text);
        }
        return this;
    }

    /** Fields of parts, by the name of the part. */
    Estimates with(Field field, Map<String, Map<String, Object>> parts) {
        fields.put(field, parts);
        return this;
    }

    Estimates with(Map<Field, Object> more) {
        fields.putAll(more);
        return this;
    }

    Estimates sides(@Nullable Integer customers, int accounts) {
        if (customers != null) {
            with(Field.CUSTOMERS, customers);
        }
        return with(Field.ACCOUNTS, accounts);
    }

    /** A difference known exactly has no degrees of freedom. */
    Estimates spread(double se, double df) {
        return with(Field.SE, se).with(Field.DF, df);
    }

    Estimates interval95(double low, double high) {
        return with(Field.LOW, low).with(Field.HIGH, high);
    }

    Estimates intervals(Interval interval95, @Nullable Interval interval90) {
        interval95(interval95.low(), interval95.high());
        return interval90 == null ? this : with(Field.LOW90, interval90.low()).with(Field.HIGH90, interval90.high());
    }

    Estimates tests(double p, double tostP) {
        return with(Field.P, p).with(Field.TOST_P, tostP);
    }

    Estimates adjusted(double q, double holm) {
        return with(Field.Q, q).with(Field.HOLM, holm);
    }

    Estimates verdict(@Nullable Verdict verdict) {
        this.verdict = verdict;
        return this;
    }

    Estimates flags(Set<Flag> flags) {
        this.flags = flags;
        return this;
    }

    Map<Field, Object> fields() {
        return fields;
    }

    Figure.Estimate build() {
        return new Figure.Estimate(fields, verdict, Flag.codes(flags));
    }
}
