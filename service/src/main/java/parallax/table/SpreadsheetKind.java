package parallax.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Tells by its content what a file is that should be an .xlsx, and refuses what is none. */
final class SpreadsheetKind {

    private static final String WORKBOOK = "spreadsheetml.sheet.main+xml";
    private static final String TEMPLATE = "spreadsheetml.template.main+xml";
    private static final long MOST_PROPERTIES_BYTES = 1 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private SpreadsheetKind() {}

    /** What is no zip is refused by its first bytes. */
    static void refuseUnlessZip(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (startsWith(head, ZIP)) {
            return;
        }
        if (startsWith(head, OLD_OFFICE)) {
            // the stream of an encrypted workbook is named in UTF-16, in the directory of its container
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            throw unsupported(
                    content.contains(spaced("EncryptedPackage"))
                            ? "This workbook is locked with a password. Save it without one and send that file."
                            : "This is an older Excel file (.xls). In Excel choose Save as, Excel workbook (.xlsx), and send that file.");
        }
        if (startsWith(head, PDF)) {
            throw unsupported("This is a PDF file. Send the Excel workbook (.xlsx) it was made from.");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw unsupported(
                    "This is a web page with another name. Open it in Excel, save it as Excel workbook (.xlsx) and send that file.");
        }
        throw unsupported("This is no Excel workbook (.xlsx). Choose another file.");
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        return head.length >= start.length && java.util.Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    private static String spaced(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    /** What is a zip of another kind, has macros or links to other files is refused by its parts. */
    static void refuseUnlessPlainWorkbook(SpreadsheetZip zip) {
        ContentTypes types = ContentTypes.of(zip);
        boolean binary = zip.parts().contains("xl/workbook.bin");
        if (types.macros || zip.parts().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw unsupported(
                    "This workbook has macros (.xlsm). In Excel choose Save as, Excel workbook (.xlsx), and send that file.");
        }
        if (binary || types.binary) {
            throw unsupported(
                    "This is a binary workbook (.xlsb). In Excel choose Save as, Excel workbook (.xlsx), and send that file.");
        }
        if (!types.workbook) {
            throw unsupported(
                    zip.parts().contains("content.xml")
                            ? "This is an OpenDocument file. Save it as Excel workbook (.xlsx) and send that file."
                            : "This is a zip archive or an Office file of another kind, not an Excel workbook (.xlsx). Choose another file.");
        }
        if (zip.parts().stream().anyMatch(name -> name.contains("externallinks/"))) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "This workbook takes values from other files, which are not opened here. In Excel choose Data, Edit links, Break link; save it and send that file.");
        }
        if (types.propertiesTooLarge) {
            throw SpreadsheetZip.broken();
        }
    }

    private static RefusedException unsupported(String detail) {
        return new RefusedException(ProblemType.UNSUPPORTED_TYPE, detail);
    }

    /** What the part {@code [Content_Types].xml} tells. */
    private static final class ContentTypes extends DefaultHandler {

        private final SpreadsheetZip zip;
        private boolean workbook;
        private boolean macros;
        private boolean binary;
        // document properties are read as a tree when the package is opened, whatever part they are said to be
        private boolean propertiesTooLarge;

        private ContentTypes(SpreadsheetZip zip) {
            this.zip = zip;
        }

        static ContentTypes of(SpreadsheetZip zip) {
            ContentTypes types = new ContentTypes(zip);
            if (zip.contentTypes().length == 0) {
                return types;
            }
            try {
                XMLReader reader = XMLHelper.newXMLReader();
                reader.setContentHandler(types);
                reader.parse(new InputSource(new ByteArrayInputStream(zip.contentTypes())));
            } catch (SAXException | ParserConfigurationException | IOException e) {
                throw SpreadsheetZip.broken();
            }
            return types;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            String type = String.valueOf(attributes.getValue("ContentType")).toLowerCase(Locale.ROOT);
            workbook |= type.contains(WORKBOOK) || type.contains(TEMPLATE);
            // a default tells what an ending would mean, whether or not there is such a part
            boolean part = attributes.getValue("PartName") != null;
            macros |= part && type.contains("macroenabled");
            binary |= part && type.contains("sheet.binary");
            if (type.contains("core-properties")) {
                propertiesTooLarge |= !part || zip.sizeOf(attributes.getValue("PartName")) > MOST_PROPERTIES_BYTES;
            }
        }
    }
}
