package parallax.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * The least a figure may stand on (METHOD.md §9.1).
 *
 * @param answers fewest persons with a number
 * @param accounts fewest accounts they come from; 1 where accounts do not matter
 */
public record Minimum(int answers, int accounts) {

    /** The least that any group may hold: nobody is always too few. */
    public int persons() {
        return Math.max(answers, 1);
    }

    /** Why a group on its own may not be shown; null if it may. */
    public @Nullable Suppression check(Group group) {
        if (group.answers() < persons()) {
            return Suppression.FEWER_THAN_MINIMUM;
        }
        return group.accounts() < accounts ? Suppression.TOO_FEW_ACCOUNTS : null;
    }

    /**
     * How large a group is.
     *
     * @param answers persons with a number
     * @param accounts accounts, or persons without one, that they come from
     * @param silent persons there without a number, who are counted and told as well
     */
    public record Group(int answers, int accounts, int silent) {}
}
