package parallax.summary;

import parallax.finding.Verdict;

/** What rows of the chart have in common: how sure one can be. */
enum GapGroup {
    CLEAR("Clear differences"),
    LEANING("Probably different, not settled"),
    ALIKE("Seen alike"),
    OPEN("Can't tell yet"),
    CUSTOMERS_ONLY("What customers say"),
    HIDDEN("Too few answers to compare");

    private final String title;

    GapGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static GapGroup of(Verdict verdict) {
        return switch (verdict) {
            case CLEAR_ABOVE, CLEAR_BELOW -> CLEAR;
            case LEANING_ABOVE, LEANING_BELOW -> LEANING;
            case ALIGNED -> ALIKE;
            case TOO_WIDE, NO_EVIDENCE, NOT_COMPARABLE -> OPEN;
            case SUPPRESSED -> HIDDEN;
        };
    }
}
