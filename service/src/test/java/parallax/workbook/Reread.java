package parallax.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parallax.questionnaire.Audience;

/** A written workbook, opened again. */
final class Reread implements AutoCloseable {

    static final Publisher PUBLISHER = new Publisher("Alder & Finch", "study@parallax.example");

    private final byte[] content;
    private final XSSFWorkbook workbook;

    private Reread(byte[] content) throws IOException {
        this.content = content.clone();
        this.workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    static Reread of(FindingsFixture fixture, Audience team) throws IOException {
        return of(fixture, new FieldNotes(List.of(), Optional.empty(), Optional.empty()), team);
    }

    static Reread of(FindingsFixture fixture, FieldNotes field, Audience team) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TeamWorkbook.write(new TeamReport(fixture.build(), field, team, PUBLISHER), out);
        return new Reread(out.toByteArray());
    }

    static Reread of(byte[] content) throws IOException {
        return new Reread(content);
    }

    byte[] content() {
        return content.clone();
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    XSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    /** The row of the gap table that holds a touchpoint. */
    XSSFCell gap(String key, GapColumn column) {
        return sheet(SheetNames.GAP_TABLE).getRow(gapRow(key)).getCell(column.ordinal());
    }

    int gapRow(String key) {
        for (Row row : sheet(SheetNames.GAP_TABLE)) {
            Cell cell = row.getCell(GapColumn.KEY.ordinal());
            if (row.getRowNum() >= Canvas.FIRST_ROW
                    && cell != null
                    && text(cell).equals(key)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no row for " + key);
    }

    String title(String sheet) {
        return text(sheet(sheet).getRow(0).getCell(0));
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }

    List<Cell> formulas() {
        return cells().stream()
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .toList();
    }

    /** What a reader sees of a text cell; numbers in full precision. */
    static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> "#ERROR";
            default -> "";
        };
    }

    static String where(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }

    /** The XML parts of the file by name. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
