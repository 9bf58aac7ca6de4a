package parallax.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (.xlsx) of one sheet of plain texts, written row by row: nothing of it is held in memory or in a file. Texts
 * stay texts, also those that begin like a formula; the header is frozen.
 */
public final class SheetWriter implements AutoCloseable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int WIDTH = 24;
    private static final int TEXT = 1;
    private static final int QUOTED = 2;
    private static final int BOLD = 3;
    private static final String STARTS_FORMULA = "=+-@\t";

    private final ZipOutputStream zip;
    private final StringBuilder row = new StringBuilder();
    private int rows;

    private SheetWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * Begins a workbook.
     *
     * @param sheet at most 31 characters, none of {@code []:*?/\}
     */
    public static SheetWriter open(OutputStream out, String sheet, List<String> header) {
        try {
            SheetWriter writer = new SheetWriter(new ZipOutputStream(out, StandardCharsets.UTF_8));
            writer.frame(sheet);
            writer.begin(header.size());
            writer.add(header, BOLD);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void frame(String sheet) throws IOException {
        part("[Content_Types].xml", """
                <Types xmlns="%1$s/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>
                </Types>""".formatted(PACKAGE, TYPE));
        part("_rels/.rels", """
                <Relationships xmlns="%s/relationships">
                <Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/>
                </Relationships>""".formatted(PACKAGE, RELATIONS));
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="%1$s/relationships">
                <Relationship Id="r1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2" Type="%2$s/styles" Target="styles.xml"/>
                </Relationships>""".formatted(PACKAGE, RELATIONS));
        part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(MAIN, RELATIONS, escaped(sheet)));
        // 1: text, 2: text that begins like a formula, 3: header; format 49 is "text", so that what is typed stays as
        // typed
        part("xl/styles.xml", """
                <styleSheet xmlns="%s">
                <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
                <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
                <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
                <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
                <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
                <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
                <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
                </styleSheet>""".formatted(MAIN));
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(int columns) throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"" + Math.max(1, columns) + "\" width=\"" + WIDTH
                + "\" style=\"1\" customWidth=\"1\"/></cols><sheetData>");
    }

    /** Adds a row; an empty text leaves its cell empty. */
    public SheetWriter add(List<String> cells) {
        try {
            add(cells, TEXT);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> cells, int style) throws IOException {
        rows++;
        row.setLength(0);
        row.append("<row r=\"").append(rows).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (!text.isEmpty()) {
                boolean quoted = style == TEXT && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
                row.append("<c r=\"")
                        .append(name(i))
                        .append(rows)
                        .append("\" s=\"")
                        .append(quoted ? QUOTED : style)
                        .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(escaped(text))
                        .append("</t></is></c>");
            }
        }
        write(row.append("</row>").toString());
    }

    /** Name of a column: A … Z, AA … */
    private static String name(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : name(column / 26 - 1) + last;
    }

    /** Without what XML cannot carry. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints()
                .filter(point -> point >= ' ' && point < Character.MIN_SURROGATE
                        || point == '\t'
                        || point == '\n'
                        || point > Character.MAX_SURROGATE && point != 0xFFFE && point != 0xFFFF)
                .forEach(point -> {
                    switch (point) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(point);
                    }
                });
        return escaped.toString();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the workbook; the stream below stays open. */
    @Override
    public void close() {
        try {
            write("</sheetData></worksheet>");
            zip.closeEntry();
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
