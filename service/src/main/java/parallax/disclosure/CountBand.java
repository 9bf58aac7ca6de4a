package parallax.disclosure;

/** How many persons stand behind a segment, as a client may know it (METHOD.md §9; exact numbers are for totals). */
public final class CountBand {

    private static final int[] STARTS = {5, 10, 20, 50};

    private CountBand() {}

    /** "fewer than 5", "5–9", "10–19", "20–49" or "50 and more". */
    public static String of(int persons) {
        if (persons < STARTS[0]) {
            return "fewer than " + STARTS[0];
        }
        for (int i = 1; i < STARTS.length; i++) {
            if (persons < STARTS[i]) {
                return STARTS[i - 1] + "–" + (STARTS[i] - 1);
            }
        }
        return STARTS[STARTS.length - 1] + " and more";
    }
}
