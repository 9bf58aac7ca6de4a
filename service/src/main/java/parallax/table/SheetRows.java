package parallax.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** The rows of one sheet as they come by. */
final class SheetRows implements SheetContentsHandler {

    private static final String ERROR = "ERROR:";

    private final String sheet;
    private final SheetBudget budget;
    private final Consumer<TextTable.Row> consumer;
    private final List<String> cells = new ArrayList<>();
    private int row;
    private int column;
    private int formulas;
    private boolean handingOver;

    SheetRows(String sheet, SheetBudget budget, Consumer<TextTable.Row> consumer) {
        this.sheet = sheet;
        this.budget = budget;
        this.consumer = consumer;
    }

    ContentHandler handler(@Nullable StylesTable styles, SharedStrings texts) {
        Watch watch = new Watch();
        watch.setContentHandler(new XSSFSheetXMLHandler(styles, texts, this, new Formats(), false));
        return watch;
    }

    /** Number of the row read last. */
    int current() {
        return row;
    }

    int formulas() {
        return formulas;
    }

    /** Whether the row is with its reader, so that a failure is the reader's. */
    boolean isHandingOver() {
        return handingOver;
    }

    @Override
    public void startRow(int index) {
        // an index beyond all numbers is none either
        row = index < 0 || index == Integer.MAX_VALUE ? Integer.MAX_VALUE : index + 1;
        budget.row(sheet, row);
        cells.clear();
        column = -1;
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        budget.column(sheet, row, column < 0 ? Integer.MAX_VALUE : column);
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return;
        }
        text = text.startsWith(ERROR) ? text.substring(ERROR.length()) : text;
        budget.usedRow(sheet, row);
        budget.text(sheet, row, text.length());
        budget.characters(text);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    @Override
    public void endRow(int index) {
        if (!cells.isEmpty()) {
            handingOver = true;
            consumer.accept(new TextTable.Row(row, List.copyOf(cells)));
            handingOver = false;
        }
    }

    /** Counts before anything is gathered. */
    private final class Watch extends XMLFilterImpl {

        private int gathered;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            gathered = 0;
            if (localName.equals("c")) {
                budget.cell();
            } else if (localName.equals("f")) {
                formulas++;
            }
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void characters(char[] source, int start, int length) throws SAXException {
            gathered += length;
            budget.text(sheet, row, gathered);
            super.characters(source, start, length);
        }
    }

    /** Numbers as they are seen, with the same marks in every country. */
    private static final class Formats extends DataFormatter {

        private static final int LONGEST_FORMAT = 255;
        private static final double MOST_EXACT = 1e15;
        private static final String GENERAL = "General";

        Formats() {
            super(Locale.US);
        }

        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format, boolean since1904) {
            boolean plain = format == null || format.length() > LONGEST_FORMAT || format.equalsIgnoreCase(GENERAL);
            if (plain && value == Math.rint(value) && Math.abs(value) < MOST_EXACT) {
                return String.valueOf((long) value);
            }
            return plain
                    ? super.formatRawCellContents(value, 0, GENERAL, since1904)
                    : super.formatRawCellContents(value, index, format, since1904);
        }
    }
}
