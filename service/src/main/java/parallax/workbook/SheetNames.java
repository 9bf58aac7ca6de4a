package parallax.workbook;

import java.util.List;

/** Names of the sheets, in their order. */
final class SheetNames {

    static final String SUMMARY = "Summary";
    static final String GAP_TABLE = "Gap table";
    static final String GAP_CHART = "Gap chart";
    static final String SIDE_BY_SIDE = "Side by side";
    static final String COUNTS = "Counts";
    static final String METHOD = "Method";

    static final List<String> IN_ORDER = List.of(SUMMARY, GAP_TABLE, GAP_CHART, SIDE_BY_SIDE, COUNTS, METHOD);

    private SheetNames() {}
}
