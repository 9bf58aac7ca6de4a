package parallax.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** XLSForms put together from lines of cells parted by bars. */
public final class XlsFormText {

    private XlsFormText() {}

    public static byte[] of(String survey, String choices) {
        return of(survey, choices, "");
    }

    static byte[] of(String survey, String choices, String settings) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill(book.createSheet("survey"), survey);
            fill(book.createSheet("choices"), choices);
            fill(book.createSheet("settings"), settings);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Sheet sheet, String lines) {
        int number = 0;
        for (String line : lines.lines().toList()) {
            Row row = sheet.createRow(number++);
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                row.createCell(i).setCellValue(cells[i].strip());
            }
        }
    }
}
