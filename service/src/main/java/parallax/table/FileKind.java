package parallax.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Tells files that are no text from their first bytes, so that the refusal can say what to do. */
final class FileKind {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private FileKind() {}

    static void refuseUnlessText(byte[] head) {
        if (startsWith(head, ZIP)) {
            throw isSpreadsheet(head)
                    ? excel()
                    : unsupported("This is a zip archive. Unpack it and send the CSV file in it.");
        }
        if (startsWith(head, OLD_OFFICE)) {
            throw excel();
        }
        if (startsWith(head, PDF)) {
            throw unsupported("This is a PDF file. Send the table it was made from, saved as CSV.");
        }
        if (startsWith(head, GZIP)) {
            throw unsupported("This is a gzip file. Unpack it and send the CSV file in it.");
        }
        if (isWebPage(head)) {
            throw unsupported("This is a web page, not a table. Save the table as CSV and send that file.");
        }
    }

    static boolean isZip(byte[] head) {
        return startsWith(head, ZIP);
    }

    private static boolean isSpreadsheet(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("[Content_Types].xml")
                || text.contains("xl/")
                || text.contains("opendocument.spreadsheet");
    }

    private static boolean isWebPage(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html");
    }

    private static RefusedException excel() {
        return unsupported("This is an Excel file. In Excel choose Save as, CSV UTF-8, and send that file.");
    }

    private static RefusedException unsupported(String detail) {
        return new RefusedException(ProblemType.UNSUPPORTED_TYPE, detail);
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        return head.length >= start.length && java.util.Arrays.equals(head, 0, start.length, start, 0, start.length);
    }
}
