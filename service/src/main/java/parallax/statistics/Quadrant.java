package parallax.statistics;

/**
 * A field of the importance–performance grid.
 *
 * @see <a href="https://doi.org/10.1177/002224297704100112">Martilla and James (1977), Importance–performance
 *     analysis</a>
 */
public enum Quadrant {
    /** Important and badly experienced. */
    CONCENTRATE_HERE,
    /** Important and well experienced. */
    KEEP_UP,
    /** Unimportant and badly experienced. */
    LOW_PRIORITY,
    /** Unimportant and well experienced. */
    POSSIBLE_OVERKILL;

    /** The field of a high or low importance and a high or low experience. */
    public static Quadrant of(boolean important, boolean wellExperienced) {
        if (important) {
            return wellExperienced ? KEEP_UP : CONCENTRATE_HERE;
        }
        return wellExperienced ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }
}
