package parallax.workbook;

import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;

/** Shows a gap that rounds to nothing as 0.0 and not as −0.0, while the cell keeps its full precision. */
final class ZeroFormat {

    private static final long FORMAT_ID = 200;

    private ZeroFormat() {}

    static void add(XSSFSheet sheet, int firstRow, int lastRow, int column) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                "AND(ISNUMBER(%1$s),ABS(%1$s)<0.05)".formatted(Canvas.letter(column) + (firstRow + 1)));
        int index = formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(firstRow, lastRow, column, column)}, rule);
        // the library offers only fonts, borders and fills
        CTDxf format = CTDxf.Factory.newInstance();
        format.addNewNumFmt().setNumFmtId(FORMAT_ID);
        format.getNumFmt().setFormatCode("0.0;0.0;0.0");
        int count = sheet.getWorkbook().getStylesSource().putDxf(format);
        sheet.getCTWorksheet()
                .getConditionalFormattingArray(index)
                .getCfRuleArray(0)
                .setDxfId(count - 1L);
    }
}
