package parallax.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once. */
final class Styles {

    static final String FONT = "Arial";
    static final short SIZE = 10;

    private static final String POINTS_FORMAT = "0.0;−0.0;0.0";
    private static final String GAP_FORMAT = "+0.0;−0.0;0.0";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints(SIZE);
        for (Look look : Look.values()) {
            styles.put(look, make(look));
        }
    }

    XSSFCellStyle of(Look look) {
        XSSFCellStyle style = styles.get(look);
        if (style == null) {
            throw new IllegalStateException("no style for " + look);
        }
        return style;
    }

    private XSSFCellStyle make(Look look) {
        return switch (look) {
            case TITLE -> words(16, true, Ink.INK);
            case DRAFT -> words(SIZE, true, Ink.NOTICE);
            case NOTE -> words(SIZE, false, Ink.SECOND);
            case LINK -> link();
            case HEADER -> header();
            case HEADER_NUMBER -> aligned(header(), HorizontalAlignment.RIGHT);
            case HEADER_AFTER_NUMBER -> indented(header());
            case TEXT_AFTER_NUMBER -> indented(inTable(words(SIZE, false, Ink.INK)));
            case TEXT -> inTable(words(SIZE, false, Ink.INK));
            case BOLD -> inTable(words(SIZE, true, Ink.INK));
            case TYPED -> typed();
            case COUNT -> number("#,##0", Ink.INK, false);
            case POINTS -> number(POINTS_FORMAT, Ink.INK, false);
            case GAP -> number(GAP_FORMAT, Ink.INK, false);
            case CLEAR_GAP -> number(GAP_FORMAT, Ink.INK, true);
            case OPEN_GAP -> number(GAP_FORMAT, Ink.CONNECTOR, false);
            case VERDICT -> indented(inTable(words(SIZE, false, Ink.INK)));
            case CLEAR_VERDICT -> indented(inTable(words(SIZE, true, Ink.INK)));
            case OPEN_VERDICT -> indented(inTable(words(SIZE, false, Ink.CONNECTOR)));
            case SHARE -> number("0 %", Ink.INK, false);
            case SETTING -> number("General", Ink.INK, true);
            case RULE -> aligned(inTable(words(8, false, Ink.SECOND)), HorizontalAlignment.CENTER);
            case KEY -> onOneLine(indented(inTable(words(8, false, Ink.SECOND))));
            case WITHHELD -> hatched();
            case NOT_ASKED -> aligned(inTable(words(SIZE, false, Ink.CONNECTOR)), HorizontalAlignment.RIGHT);
            case BOUND -> aligned(inTable(words(SIZE, false, Ink.INK)), HorizontalAlignment.RIGHT);
        };
    }

    private XSSFCellStyle words(int size, boolean bold, Ink ink) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(size, bold, ink));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        // a name in Arabic must not turn its whole cell, and the sentence around it, to the right
        style.setReadingOrder(ReadingOrder.LEFT_TO_RIGHT);
        style.setWrapText(true);
        return aligned(style, HorizontalAlignment.LEFT);
    }

    private XSSFFont font(int size, boolean bold, Ink ink) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(ink.color());
        return font;
    }

    private XSSFCellStyle link() {
        XSSFCellStyle style = words(SIZE, false, Ink.ACTION);
        XSSFFont font = font(SIZE, false, Ink.ACTION);
        font.setUnderline(XSSFFont.U_SINGLE);
        style.setFont(font);
        return style;
    }

    private XSSFCellStyle header() {
        XSSFCellStyle style = words(SIZE, true, Ink.INK);
        style.setFillForegroundColor(Ink.HEADER.color());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Ink.CONNECTOR.color());
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        return style;
    }

    private XSSFCellStyle typed() {
        XSSFCellStyle style = inTable(words(SIZE, false, Ink.INK));
        style.setQuotePrefixed(true);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private XSSFCellStyle number(String format, Ink ink, boolean bold) {
        XSSFCellStyle style = inTable(words(SIZE, bold, ink));
        style.setWrapText(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return aligned(style, HorizontalAlignment.RIGHT);
    }

    private XSSFCellStyle hatched() {
        XSSFCellStyle style = aligned(inTable(words(SIZE, false, Ink.SECOND)), HorizontalAlignment.CENTER);
        style.setFillPattern(FillPatternType.THIN_FORWARD_DIAG);
        style.setFillForegroundColor(Ink.HATCH.color());
        style.setFillBackgroundColor(Ink.WHITE.color());
        return style;
    }

    private static XSSFCellStyle inTable(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Ink.HAIRLINE.color());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static XSSFCellStyle indented(XSSFCellStyle style) {
        style.setIndention((short) 1);
        return aligned(style, HorizontalAlignment.LEFT);
    }

    private static XSSFCellStyle onOneLine(XSSFCellStyle style) {
        style.setWrapText(false);
        return style;
    }

    private static XSSFCellStyle aligned(XSSFCellStyle style, HorizontalAlignment alignment) {
        style.setAlignment(alignment);
        return style;
    }
}
