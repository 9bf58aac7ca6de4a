package parallax.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an uploaded file besides its rows.
 *
 * @param encoding of a text; null for a workbook
 * @param separator "comma", "semicolon" or "tab"; null for a workbook
 * @param sheets of a workbook, in its order; empty for a text
 * @param sheet the one that was read; null for a text
 * @param header names of the columns as typed
 * @param samples a column's first values
 * @param formulas cells whose saved results were read
 * @param mapping null until somebody or the header said what the columns say
 * @param repeats values that are wrong in more than one row, the most frequent first
 */
record About(
        @Nullable String encoding,
        @Nullable String separator,
        List<String> sheets,
        @Nullable String sheet,
        List<String> header,
        List<List<String>> samples,
        int rows,
        int formulas,
        @Nullable ColumnMapping mapping,
        List<Repeat> repeats) {

    /** Values shown of a column. */
    static final int SAMPLES = 3;

    About {
        sheets = List.copyOf(sheets);
        header = List.copyOf(header);
        samples = List.copyOf(samples);
        repeats = List.copyOf(repeats);
    }

    /** A value that is wrong in several rows. */
    record Repeat(int column, String value, int rows) {

        @Override
        public String toString() {
            return "Repeat of column " + column;
        }
    }

    boolean isWorkbook() {
        return sheet != null;
    }

    About with(ColumnMapping said) {
        return new About(encoding, separator, sheets, sheet, header, samples, rows, formulas, said, repeats);
    }

    About withRepeats(List<Repeat> found) {
        return new About(encoding, separator, sheets, sheet, header, samples, rows, formulas, mapping, found);
    }

    @Override
    public String toString() {
        return "About";
    }
}
