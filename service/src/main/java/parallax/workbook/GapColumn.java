package parallax.workbook;

import java.util.Arrays;
import java.util.List;

/** Columns of the sheet Gap table; {@code %s} in a header stands for the team. */
enum GapColumn {
    TOUCHPOINT("Touchpoint", 28),
    PHASE("Phase", 9),
    OWNER("Owner", 10),
    CUSTOMERS("Customers who rated it", 13),
    IMPORTANCE("Importance to customers", 14),
    EXPERIENCE("Customers give it", 12),
    PEOPLE("%s people who judged it", 10),
    BELIEF("%s believes customers give it", 11),
    OWN_IMPORTANCE("Importance in %s's own view", 12),
    GAP("Gap: %s minus customers", 12),
    LOW("Likely range: from", 10),
    HIGH("Likely range: to", 10),
    VERDICT("Verdict", 27),
    NOT_MET("Customers who did not meet it", 11),
    NOTE("Note", 18),
    TOO_FEW("Rule 1: too few answers", 9),
    CLEAR("Rule 2: clear", 9),
    ALIKE("Rule 3: alike", 9),
    LEANING("Rule 4: leaning", 9),
    TOO_WIDE("Rule 5: too wide", 9),
    HIGHER("%s is higher", 10),
    KEY("Touchpoint key", 14),
    FIGURE("Figure id of the gap", 24);

    static final GapColumn LAST_PRINTED = NOTE;

    private final String header;
    private final int width;

    GapColumn(String header, int width) {
        this.header = header;
        this.width = width;
    }

    /** The cell of this column in a row counted from 0. */
    String at(int row) {
        return "$" + Canvas.letter(ordinal()) + (row + 1);
    }

    static boolean isNumeric(int column) {
        return (column >= CUSTOMERS.ordinal() && column <= HIGH.ordinal()) || column == NOT_MET.ordinal();
    }

    static List<String> headers(String team) {
        return Arrays.stream(values())
                .map(column -> column.header.formatted(team))
                .toList();
    }

    static List<Integer> widths() {
        return Arrays.stream(values()).map(column -> column.width).toList();
    }
}
