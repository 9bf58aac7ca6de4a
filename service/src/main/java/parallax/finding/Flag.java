package parallax.finding;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader of a figure must know besides its numbers. */
public enum Flag {
    /** The variance was raised to its floor (METHOD.md §2). */
    FLOORED,
    /** A trend whose accounts or persons all changed alike: its interval has no width, and is no certainty (METHOD.md §3). */
    NO_SPREAD,
    /** One account gave more than half of the customers' answers (METHOD.md §9.6). */
    DOMINATED,
    /** Fewer than half of the customers who said so met the touchpoint (METHOD.md §1). */
    LOW_REACH,
    /** The team is known and all of it answered (METHOD.md §4). */
    CENSUS,
    /** Speaks of exactly the people on the team today: no sampling error on the team's side (METHOD.md §4). */
    THESE_PEOPLE,
    /** A clear verdict that ranks do not bear out: it rests on few extreme answers (METHOD.md §3). */
    ORDINAL_DISAGREES,
    /** The verdict is another one without those who rated everything alike (METHOD.md §1). */
    CHANGES_WITHOUT_FLAGGED,
    /** Customers were weighted to known margins (METHOD.md §2). */
    WEIGHTED,
    /** The item changed between the waves (METHOD.md §3). */
    NOT_COMPARABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Flag> with(Set<Flag> flags, Flag more) {
        Set<Flag> all = EnumSet.of(more);
        all.addAll(flags);
        return all;
    }

    static Set<String> codes(Set<Flag> flags) {
        return flags.stream().map(Flag::code).collect(Collectors.toUnmodifiableSet());
    }
}
