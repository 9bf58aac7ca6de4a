package parallax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class TextTableTest {

    private static final String TEXT = "name,city\nJosé Müller,Zürich\nAnn,\"a, \"\"b\"\"\"\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "UTF-8,EFBBBF",
        "UTF-16LE,FFFE",
        "UTF-16BE,FEFF",
        "UTF-16LE,''",
        "UTF-16BE,''",
        "windows-1252,''"
    })
    void everyUsualEncodingIsRead(String charset, String mark) {
        byte[] bytes = concat(java.util.HexFormat.of().parseHex(mark), TEXT.getBytes(Charset.forName(charset)));

        TextTable table = TextTable.read(new ByteArrayInputStream(bytes), 1000);

        assertThat(table.header()).containsExactly("name", "city");
        assertThat(rows(table))
                .containsExactly(
                        new TextTable.Row(2, List.of("José Müller", "Zürich")),
                        new TextTable.Row(3, List.of("Ann", "a, \"b\"")));
    }

    @Test
    void aWindowsLetterFarBehindTheHeaderIsStillRead() {
        String text = "name\n" + "Ann\n".repeat(50_000) + "Zoë €\n";

        List<TextTable.Row> rows =
                rows(TextTable.read(new ByteArrayInputStream(text.getBytes(Charset.forName("windows-1252"))), 1 << 20));

        assertThat(rows).hasSize(50_001).last().isEqualTo(new TextTable.Row(50_002, List.of("Zoë €")));
    }

    @Test
    void aTextThatChangesItsEncodingIsRefusedWithTheRow() {
        byte[] bytes = concat(
                "name\nZoë\nAnn\n".getBytes(StandardCharsets.UTF_8),
                "José\n".getBytes(Charset.forName("windows-1252")));

        RefusedException refused = refusal(bytes);

        assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED);
        assertThat(refused).hasMessageContaining("Row 4").hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "a;b\n1;2\n",
                "a\tb\n1\t2\n",
                "a,b\r\n1,2\r\n",
                "a,b\r1,2\r",
                "a,b\n1,2",
                "a,b\n1,2\n,,,\n\n",
                "\"a\",\"b\"\n\"1\",\"2\"",
                "a,b,,\n1,2,,",
                "\"a,;;;\";b\n1;2"
            })
    void everyUsualSeparatorAndLineEndIsRead(String text) {
        TextTable table = table(text);

        assertThat(table.header()).element(1).isEqualTo("b");
        assertThat(rows(table)).containsExactly(new TextTable.Row(2, List.of("1", "2")));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetNumbersThem() {
        List<TextTable.Row> rows = rows(table("a,b\n\n1,\"two\nlines\"\n\n3,4"));

        assertThat(rows).extracting(TextTable.Row::number).containsExactly(3, 5);
    }

    @Test
    void missingCellsAreEmpty() {
        assertThat(rows(table("a,b,c\n1\n"))).containsExactly(new TextTable.Row(2, List.of("1", "", "")));
    }

    @Test
    void aQuoteInsideATextIsText() {
        assertThat(rows(table("a,b\n5\" pipe,x"))).containsExactly(new TextTable.Row(2, List.of("5\" pipe", "x")));
    }

    @Test
    void aQuoteNeverClosedIsRefusedWithRowAndColumn() {
        RefusedException refused = refusal("a,b\n1,2\n3,\"4\n5,6\n");

        assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED);
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(3);
            assertThat(error.column()).isEqualTo("b");
            assertThat(error.message()).contains("never closed");
        });
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        assertThat(refusal("a,b\n1,\"x\"y\n")).hasMessageContaining("Row 2").hasMessageContaining("closing quote");
    }

    @Test
    void zeroCharactersAreRefusedWithRowAndColumn() {
        assertThat(refusal("a,b\n1,x\0y\n").errors())
                .containsExactly(InputError.cell(
                        2, "b", "x␀y", "This cell holds the character U+0000, which no text has. Remove it."));
    }

    @Test
    void aRowWithTooManyCellsIsRefused() {
        RefusedException refused = refusal("a,b\n1,2\n1,2,3\n");

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused.errors())
                .singleElement()
                .extracting(InputError::row, INTEGER)
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"'a,b,A\n',stands twice", "'a,,b\n',no name", "'\n1,2\n',empty", "'',empty"})
    void aHeaderThatNamesNoColumnsIsRefused(String text, String told) {
        assertThat(refusal(text)).hasMessageContaining(told);
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertThat(refusal("a,".repeat(500) + "b\n")).hasMessageContaining("More than 200 columns");
    }

    @ParameterizedTest
    @ValueSource(ints = {10_001, 200_000, 5_000_000})
    void aCellTooLongIsRefused(int length) {
        assertThat(refusal("a,b\n1," + "x".repeat(length))).hasMessageContaining("Row 2");
        assertThat(refusal("x".repeat(length)).errors())
                .singleElement()
                .extracting(InputError::row, INTEGER)
                .isEqualTo(1);
    }

    @Test
    void whatGoesBeyondTheSizeIsRefusedWithoutBeingKept() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> rows(TextTable.read(endless, 1 << 30)));

        assertThat(refused).hasMessageContaining("Row 1");
        assertThat(refusal(("a\n" + "1\n".repeat(600)).getBytes(StandardCharsets.UTF_8), 1000)
                        .type())
                .isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void filesThatAreNoTextAreToldApart() throws Exception {
        assertThat(refusal(zip("[Content_Types].xml")))
                .hasMessageContaining("Excel")
                .hasMessageContaining("CSV");
        assertThat(refusal(zip("readme.txt"))).hasMessageContaining("zip");
        assertThat(refusal("%PDF-1.7 x")).hasMessageContaining("PDF");
        assertThat(refusal("<!DOCTYPE html><html>")).hasMessageContaining("web page");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .hasMessageContaining("Excel");
        assertThat(refusal(new byte[] {0x1F, (byte) 0x8B, 8, 0}).type()).isEqualTo(ProblemType.UNSUPPORTED_TYPE);
    }

    private static byte[] zip(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static TextTable table(String text) {
        return TextTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 24);
    }

    private static List<TextTable.Row> rows(TextTable table) {
        List<TextTable.Row> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static RefusedException refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedException refusal(byte[] bytes) {
        return refusal(bytes, 1 << 24);
    }

    private static RefusedException refusal(byte[] bytes, long mostBytes) {
        return catchThrowableOfType(
                RefusedException.class, () -> rows(TextTable.read(new ByteArrayInputStream(bytes), mostBytes)));
    }
}
