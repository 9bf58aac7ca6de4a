package parallax.table;

import java.util.List;
import java.util.regex.Pattern;

/** Rows written as CSV (RFC 4180, comma) that a spreadsheet opens without taking a text for a formula. */
public final class CsvText {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private final StringBuilder text = new StringBuilder();

    /** Adds a row; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public CsvText row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(guarded(cells.get(i))));
        }
        text.append("\r\n");
        return this;
    }

    private static String guarded(String cell) {
        String start = cell.stripLeading();
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
                || !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** Takes the apostrophe off again that {@link #row} put before a text. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && guarded(cell.substring(1)).equals(cell) ? cell.substring(1) : cell;
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t')
                        && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
