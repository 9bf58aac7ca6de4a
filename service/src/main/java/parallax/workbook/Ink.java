package parallax.workbook;

import org.apache.poi.xssf.usermodel.XSSFColor;
import parallax.questionnaire.Audience;

/** The colours of the house as RRGGBB; the three audiences differ in lightness too, so that a grey print tells them apart. */
enum Ink {
    INK("1A1C20"),
    SECOND("4A4F57"),
    CONNECTOR("6F7680"),
    HAIRLINE("D5D9DF"),
    HATCH("B4BAC3"),
    HEADER("E7E9EC"),
    ACTION("1F4FA3"),
    NOTICE("8A4B00"),
    WHITE("FFFFFF"),
    CUSTOMERS("2B2F36"),
    SALES("1260A8"),
    MARKETING("CF5F08");

    private final String hex;

    Ink(String hex) {
        this.hex = hex;
    }

    static Ink of(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> CUSTOMERS;
            case SALES -> SALES;
            case MARKETING -> MARKETING;
            case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
        };
    }

    byte[] rgb() {
        int value = Integer.parseInt(hex, 16);
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    XSSFColor color() {
        return new XSSFColor(rgb(), null);
    }
}
