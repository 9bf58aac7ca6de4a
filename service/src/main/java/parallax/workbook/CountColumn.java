package parallax.workbook;

import java.util.Arrays;
import java.util.List;

/** Columns of the sheet Counts. */
enum CountColumn {
    TOUCHPOINT("Touchpoint", 28),
    AUDIENCE("Who answered", 11),
    ANSWERS("Answers on experience", 12),
    SUM("Sum of ratings", 10),
    TOP_TWO("In the top two", 11),
    NOT_MET("Did not meet it, or can't judge", 12),
    LEFT_OPEN("Left open", 10),
    MEAN("Mean experience", 12),
    TOP_TWO_SHARE("Share in the top two", 12),
    MET_SHARE("Share who met it, or can judge", 11),
    IMPORTANCE_ANSWERS("Answers on importance", 13),
    IMPORTANCE_SUM("Sum of importance", 12),
    IMPORTANCE_TOP_TWO("Importance in the top two", 14),
    IMPORTANCE_LEFT_OPEN("Importance: left open", 13),
    IMPORTANCE_MEAN("Importance: mean", 13),
    IMPORTANCE_TOP_TWO_SHARE("Importance: share in the top two", 13),
    KEY("Key", 20);

    private final String header;
    private final int width;

    CountColumn(String header, int width) {
        this.header = header;
        this.width = width;
    }

    /** The cell of this column in a row counted from 0. */
    String at(int row) {
        return "$" + Canvas.letter(ordinal()) + (row + 1);
    }

    static List<String> headers() {
        return Arrays.stream(values()).map(column -> column.header).toList();
    }

    static List<Integer> widths() {
        return Arrays.stream(values()).map(column -> column.width).toList();
    }
}
