package parallax.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx put together from its parts, for files that no spreadsheet program would write. */
public final class RawWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** With one sheet, "Data", that holds these rows. */
    public static RawWorkbook of(String sheetData) {
        return new RawWorkbook()
                .with("[Content_Types].xml", contentTypes("spreadsheetml.sheet.main+xml"))
                .with(
                        "_rels/.rels",
                        HEAD
                                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                .with(
                        "xl/workbook.xml",
                        HEAD + "<workbook " + MAIN
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        HEAD
                                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
                .with("xl/worksheets/sheet1.xml", sheet(sheetData))
                .with("xl/sharedStrings.xml", texts("<si><t>shared</t></si>"));
    }

    static String contentTypes(String main) {
        return HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                + main
                + "\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>";
    }

    static String sheet(String sheetData) {
        return HEAD + "<worksheet " + MAIN + "><sheetData>" + sheetData + "</sheetData></worksheet>";
    }

    static String texts(String items) {
        return HEAD + "<sst " + MAIN + ">" + items + "</sst>";
    }

    /** A row of texts that stand in their cells. */
    public static String row(int number, List<String> texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(escaped(text)).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    RawWorkbook with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    RawWorkbook with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    /** Puts something before the root element of a part. */
    RawWorkbook inject(String part, String text) {
        String content = new String(parts.get(part), StandardCharsets.UTF_8);
        return with(part, content.replace("?>\n", "?>\n" + text));
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
