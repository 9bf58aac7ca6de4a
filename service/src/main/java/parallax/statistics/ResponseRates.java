package parallax.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Response, cooperation, contact, refusal and completion rates of invited persons, by AAPOR's names (METHOD.md §8). Each
 * is in [0, 1], and empty where its denominator is 0. For open links there are none: nobody was invited.
 *
 * @see <a href="https://aapor.org/standards-and-ethics/standard-definitions/">AAPOR, Standard Definitions, internet
 *     surveys of specifically named persons</a>
 */
public final class ResponseRates {

    private final long complete;
    private final long partial;
    private final long refused;
    private final long brokeOff;
    private final long noReaction;
    private final long other;
    private final long unknown;
    private final long notEligible;
    private final OptionalDouble eligibleShareOfUnknown;

    private ResponseRates(Map<Disposition, Integer> counts, OptionalDouble stated) {
        complete = count(counts, Disposition.COMPLETE);
        partial = count(counts, Disposition.PARTIAL);
        refused = count(counts, Disposition.REFUSED);
        brokeOff = count(counts, Disposition.BROKE_OFF);
        noReaction = count(counts, Disposition.NO_REACTION);
        other = count(counts, Disposition.OTHER);
        unknown = count(counts, Disposition.UNKNOWN_PERSON) + count(counts, Disposition.UNKNOWN_OTHER);
        notEligible = count(counts, Disposition.NOT_ELIGIBLE);
        if (brokeOff > refused) {
            throw new IllegalArgumentException(
                    "those who broke off are among the %d refused, were %d".formatted(refused, brokeOff));
        }
        eligibleShareOfUnknown = stated.isPresent() ? stated : rate(known(), known() + notEligible);
    }

    /**
     * The rates of these persons.
     *
     * @param counts persons by disposition; a missing one counts 0
     * @throws IllegalArgumentException if a count is below 0 or more broke off than refused
     */
    public static ResponseRates of(Map<Disposition, Integer> counts) {
        return new ResponseRates(counts, OptionalDouble.empty());
    }

    /**
     * The rates of these persons, with a stated e.
     *
     * @param eligibleShareOfUnknown e in [0, 1], known from elsewhere
     * @throws IllegalArgumentException if e is outside, a count is below 0 or more broke off than refused
     */
    public static ResponseRates of(Map<Disposition, Integer> counts, double eligibleShareOfUnknown) {
        if (!(eligibleShareOfUnknown >= 0 && eligibleShareOfUnknown <= 1)) {
            throw new IllegalArgumentException("e must lie in [0, 1], was " + eligibleShareOfUnknown);
        }
        return new ResponseRates(counts, OptionalDouble.of(eligibleShareOfUnknown));
    }

    /** e, the share of unknown persons taken as eligible: as stated, else {@code (I+P+R+NC+O) / (that + NE)}. */
    public OptionalDouble e() {
        return eligibleShareOfUnknown;
    }

    /** {@code I / (I+P+R+NC+O+U)}. */
    public OptionalDouble rr1() {
        return rate(complete, known() + unknown);
    }

    /** {@code (I+P) / (I+P+R+NC+O+U)}: the headline rate, to be named with its number. */
    public OptionalDouble rr2() {
        return rate(complete + partial, known() + unknown);
    }

    /** RR1 with {@code e·U} in place of U. */
    public OptionalDouble rr3() {
        return rate(complete, known() + eligibleUnknown());
    }

    /** RR2 with {@code e·U} in place of U. */
    public OptionalDouble rr4() {
        return rate(complete + partial, known() + eligibleUnknown());
    }

    /** RR1 without U. */
    public OptionalDouble rr5() {
        return rate(complete, known());
    }

    /** RR2 without U. */
    public OptionalDouble rr6() {
        return rate(complete + partial, known());
    }

    /** COOP1, {@code I / (I+P+R+O)}. */
    public OptionalDouble coop1() {
        return rate(complete, reached());
    }

    /** REF1, {@code R / (I+P+R+NC+O+U)}. */
    public OptionalDouble ref1() {
        return rate(refused, known() + unknown);
    }

    /** CON1, {@code (I+P+R+O) / (I+P+R+NC+O+U)}. */
    public OptionalDouble con1() {
        return rate(reached(), known() + unknown);
    }

    /** {@code I / (I+P+broke off)}. */
    public OptionalDouble completion() {
        return rate(complete, complete + partial + brokeOff);
    }

    private long reached() {
        return complete + partial + refused + other;
    }

    private long known() {
        return reached() + noReaction;
    }

    /** Without anybody known and without a stated e, no unknown person is taken as eligible and no rate exists. */
    private double eligibleUnknown() {
        return eligibleShareOfUnknown.orElse(0) * unknown;
    }

    private static OptionalDouble rate(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    private static long count(Map<Disposition, Integer> counts, Disposition disposition) {
        int count = counts.getOrDefault(disposition, 0);
        if (count < 0) {
            throw new IllegalArgumentException("%s must be at least 0, was %d".formatted(disposition, count));
        }
        return count;
    }
}
