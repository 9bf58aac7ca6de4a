package parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * A workbook (.xlsx) that somebody sent, streamed row by row. Cells are the text a person sees; whole numbers without a
 * format of their own are written out ("4915112345678", not "4.91511E+12"). Formulas are never computed: a cell has the
 * result that was saved with it, or is empty. Nothing outside the file is opened.
 */
public final class SheetReader implements AutoCloseable {

    /** Largest file, in bytes. */
    public static final long MOST_BYTES = 10L << 20;

    /** Highest number of a row with text, and most rows of a workbook. */
    public static final int MOST_ROWS = 100_000;

    /** Most columns of a sheet. */
    public static final int MOST_COLUMNS = TextTable.MOST_COLUMNS;

    /** Most cells read of a workbook. */
    public static final int MOST_CELLS = 500_000;

    /** Most characters read of a workbook. */
    public static final int MOST_CHARACTERS = 20_000_000;

    /** Longest cell, in characters. */
    public static final int LONGEST_CELL = TextTable.LONGEST_CELL;

    private static final int MOST_SHEETS = 100;
    private static final long MOST_TREE_BYTES = 4 << 20;

    private final OPCPackage workbook;
    private final XSSFReader reader;
    private final SheetBudget budget = new SheetBudget();
    private final List<String> sheets = new ArrayList<>();
    private final @Nullable StylesTable styles;
    private final SharedTexts texts = new SharedTexts(budget);
    private int formulas;

    private SheetReader(OPCPackage workbook, SpreadsheetZip zip)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        this.workbook = workbook;
        refuseLargeTrees(zip);
        reader = new XSSFReader(workbook);
        // a workbook of plain texts need not have either
        styles = workbook.getPartsByContentType(XSSFRelation.STYLES.getContentType())
                        .isEmpty()
                ? null
                : reader.getStylesTable();
        InputStream shared = reader.getSharedStringsData();
        if (shared != null) {
            try (shared) {
                parse(shared, texts);
            }
        }
        XSSFReader.SheetIterator iterator = reader.getSheetIterator();
        while (iterator.hasNext() && sheets.size() <= MOST_SHEETS) {
            iterator.next().close();
            sheets.add(iterator.getSheetName());
        }
        if (sheets.size() > MOST_SHEETS) {
            throw new RefusedException(
                    ProblemType.INVALID, "The workbook has more than %d sheets. Send fewer.".formatted(MOST_SHEETS));
        }
    }

    /**
     * Opens a workbook.
     *
     * @throws RefusedException UNSUPPORTED_TYPE for other kinds of file, macros, a password; TOO_LARGE; MALFORMED; INVALID
     *     for more sheets or texts than are read and for links to other files. Each says what to do.
     */
    public static SheetReader open(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new RefusedException(
                        ProblemType.TOO_LARGE,
                        "The workbook is larger than %d MB. Send it in parts.".formatted(MOST_BYTES >> 20));
            }
            SpreadsheetKind.refuseUnlessZip(file);
            SpreadsheetZip zip = SpreadsheetZip.check(file);
            SpreadsheetKind.refuseUnlessPlainWorkbook(zip);
            return open(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetReader open(Path file, SpreadsheetZip zip) {
        OPCPackage workbook = null;
        SheetReader opened = null;
        try {
            workbook = OPCPackage.open(file.toFile(), PackageAccess.READ);
            opened = new SheetReader(workbook, zip);
            return opened;
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // whatever the library stumbles over, the file was not as spreadsheet programs write it
            throw isBomb(e) ? SpreadsheetZip.bomb() : unreadable();
        } finally {
            if (opened == null && workbook != null) {
                workbook.revert();
            }
        }
    }

    /** What is not streamed must be small. */
    private void refuseLargeTrees(SpreadsheetZip zip) throws OpenXML4JException {
        List<PackagePart> trees = new ArrayList<>(workbook.getPartsByContentType(XSSFRelation.STYLES.getContentType()));
        trees.addAll(workbook.getPartsByContentType(XSSFRelation.THEME.getContentType()));
        for (var relation : workbook.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)) {
            trees.add(workbook.getPart(relation));
        }
        for (PackagePart part : trees) {
            long size = zip.sizeOf(part.getPartName().getName());
            if (size < 0 || size > MOST_TREE_BYTES) {
                throw new RefusedException(
                        ProblemType.TOO_LARGE,
                        "The formats of this workbook are larger than %d MB. Copy its values into a new workbook and send that file."
                                .formatted(MOST_TREE_BYTES >> 20));
            }
        }
    }

    /** Names of the sheets, hidden ones among them, in their order. */
    public List<String> sheets() {
        return List.copyOf(sheets);
    }

    /** The name of a sheet as it is written, found whatever its case and the blanks around it. */
    public Optional<String> find(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.strip().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Cells with formulas among those read so far; what is in them was computed elsewhere. */
    public int formulas() {
        return formulas;
    }

    /**
     * Calls once a row that has text; row numbers as in the file, the first being 1. Cells are stripped, from the first
     * column to the last that has text.
     *
     * @throws RefusedException MALFORMED, or INVALID for more rows, columns, cells or characters than are read; the message
     *     names sheet and row
     * @throws IllegalArgumentException when there is no such sheet
     */
    public void forEach(String sheet, Consumer<TextTable.Row> consumer) {
        SheetRows rows = new SheetRows(sheet, budget, consumer);
        try {
            XSSFReader.SheetIterator iterator = reader.getSheetIterator();
            while (iterator.hasNext()) {
                try (InputStream in = iterator.next()) {
                    if (iterator.getSheetName().equals(sheet)) {
                        parse(in, rows.handler(styles, texts));
                        formulas += rows.formulas();
                        return;
                    }
                }
            }
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            if (rows.isHandingOver() && e instanceof RuntimeException failure) {
                throw failure;
            }
            throw isBomb(e) ? SpreadsheetZip.bomb() : unreadable(sheet, rows.current());
        }
        throw new IllegalArgumentException("there is no sheet '%s'".formatted(sheet));
    }

    private static void parse(InputStream in, ContentHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(in));
    }

    /** The library watches while it inflates, and sees what evens out over the whole part. */
    private static boolean isBomb(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }

    private static RefusedException unreadable() {
        return new RefusedException(
                ProblemType.MALFORMED,
                "This spreadsheet cannot be read. Open it in a spreadsheet program, save it as Excel workbook (.xlsx, not “Strict”) and send that file.");
    }

    private static RefusedException unreadable(String sheet, int row) {
        return new RefusedException(
                ProblemType.MALFORMED,
                "Sheet “%s” cannot be read after row %d. Open the file in a spreadsheet program, save it as .xlsx and send that file."
                        .formatted(sheet, row));
    }

    @Override
    public void close() {
        workbook.revert();
    }
}
