package parallax.finding;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.statistics.Interval;

/** Builds an estimate of those numbers that its kind has. */
final class Estimates {

    private final int n;
    private final double value;
    private @Nullable Integer customers;
    private @Nullable Integer accounts;
    private @Nullable Double se;
    private @Nullable Double df;
    private @Nullable Interval interval95;
    private @Nullable Interval interval90;
    private @Nullable Double p;
    private @Nullable Double tostP;
    private @Nullable Double q;
    private @Nullable Double holm;
    private @Nullable Verdict verdict;
    private Set<Flag> flags = Set.of();

    private Estimates(int n, double value) {
        this.n = n;
        this.value = value;
    }

    static Estimates of(int n, double value) {
        return new Estimates(n, value);
    }

    Estimates sides(@Nullable Integer customers, int accounts) {
        this.customers = customers;
        this.accounts = accounts;
        return this;
    }

    /** A difference known exactly has no degrees of freedom. */
    Estimates spread(double se, double df) {
        this.se = se;
        this.df = Double.isNaN(df) ? null : df;
        return this;
    }

    Estimates intervals(Interval interval95, @Nullable Interval interval90) {
        this.interval95 = interval95;
        this.interval90 = interval90;
        return this;
    }

    Estimates tests(double p, double tostP) {
        this.p = p;
        this.tostP = tostP;
        return this;
    }

    Estimates adjusted(double q, double holm) {
        this.q = q;
        this.holm = holm;
        return this;
    }

    Estimates verdict(Verdict verdict) {
        this.verdict = verdict;
        return this;
    }

    Estimates flags(Set<Flag> flags) {
        this.flags = flags;
        return this;
    }

    Figure.Estimate build() {
        return new Figure.Estimate(
                n,
                customers,
                accounts,
                value,
                se,
                df,
                interval95 == null ? null : interval95.low(),
                interval95 == null ? null : interval95.high(),
                interval90 == null ? null : interval90.low(),
                interval90 == null ? null : interval90.high(),
                p,
                tostP,
                q,
                holm,
                verdict,
                Flag.codes(flags));
    }
}
