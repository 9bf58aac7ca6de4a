package parallax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class SheetReaderTest {

    private static final long MEGABYTE = 1 << 20;
    private static final int REFUSED_WITHIN_SECONDS = 5;

    @TempDir
    private Path folder;

    @Test
    void cellsAreTheTextThatAPersonSees() throws IOException {
        byte[] file = workbook(book -> {
            Sheet sheet = book.createSheet("People");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue(" José ");
            row.createCell(2).setCellValue(4915112345678.0);
            row.createCell(3).setCellValue(0.5);
            row.createCell(4).setCellValue(true);
            Cell day = row.createCell(5);
            day.setCellValue(LocalDate.of(2026, 3, 1));
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            day.setCellStyle(style);
            row.createCell(6).setCellErrorValue((byte) 42);
            sheet.createRow(5).createCell(1).setCellValue("+49 151");
            sheet.createRow(7).createCell(1).setCellValue("  ");
        });

        assertThat(read(file, "People"))
                .containsExactly(
                        new TextTable.Row(3, List.of("José", "", "4915112345678", "0.5", "TRUE", "2026-03-01", "#N/A")),
                        new TextTable.Row(6, List.of("", "+49 151")));
    }

    @Test
    void sheetsAreFoundByNameWhateverItsCase() throws IOException {
        byte[] file = workbook(book -> {
            book.createSheet("Survey").createRow(0).createCell(0).setCellValue("a");
            book.createSheet("choices ").createRow(0).createCell(0).setCellValue("b");
        });

        with(file, sheets -> {
            assertThat(sheets.sheets()).containsExactly("Survey", "choices ");
            assertThat(sheets.find("survey")).contains("Survey");
            assertThat(sheets.find("choices")).contains("choices ");
            assertThat(sheets.find("settings")).isEmpty();
            return 0;
        });
    }

    @Test
    void formulasAreNeverComputed() throws IOException {
        // the saved result is not what the formula would give: a reader that computes shows 2
        String row =
                "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>5</v></c><c r=\"B1\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f></c>"
                        + "<c r=\"C1\" t=\"str\"><f>HYPERLINK(\"http://a\")</f><v>=cmd|' /C calc'!A0</v></c></row>";

        with(RawWorkbook.of(row).bytes(), sheets -> {
            assertThat(rows(sheets, "Data"))
                    .containsExactly(new TextTable.Row(1, List.of("5", "", "=cmd|' /C calc'!A0")));
            assertThat(sheets.formulas()).isEqualTo(3);
            return 0;
        });
    }

    @Test
    void cellsWithoutReferencesFollowEachOther() throws IOException {
        assertThat(read(
                        RawWorkbook.of(RawWorkbook.row(1, List.of("a", "b & <c>")))
                                .bytes(),
                        "Data"))
                .containsExactly(new TextTable.Row(1, List.of("a", "b & <c>")));
    }

    @Test
    void aZipBombIsRefusedAtOnce() throws IOException {
        byte[] zeros = new byte[200 << 20];
        byte[] file = RawWorkbook.of("").with("xl/worksheets/sheet1.xml", zeros).bytes();
        assertThat(file.length).isLessThan(300_000);

        Stopwatch<RefusedException> refused = Stopwatch.of(() -> refusal(file));

        assertThat(refused.result().type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(refused.result()).hasMessageContaining("100 times").hasMessageContaining("new workbook");
        assertThat(refused.processor()).isLessThan(1);
    }

    @Test
    void cellsThatAreAllAlikeByTheHundredThousandAreAZipBombToo() throws IOException {
        String data = "<row>" + "<c><v>7</v></c>".repeat(100) + "</row>";
        byte[] file = RawWorkbook.of("")
                .with("xl/worksheets/sheet1.xml", padded(data.repeat(1_000)))
                .bytes();

        assertThat(refusal(file).type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void theLibraryStillRefusesZipBombsToo() {
        assertThat(ZipSecureFile.getMinInflateRatio()).isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void aMillionCellsAreStoppedByTheBudgetWithoutFillingMemory() throws IOException {
        // digits by chance: cells that are all alike are told as a zip bomb
        java.util.Random random = new java.util.Random(7);
        StringBuilder data = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            data.append("<row r=\"").append(i).append("\">");
            for (int column = 0; column < 100; column++) {
                data.append("<c><v>").append(random.nextInt(10)).append("</v></c>");
            }
            data.append("</row>");
        }
        byte[] file = RawWorkbook.of(data.toString()).bytes();
        assertThat(file.length).isLessThan((int) (1.5 * MEGABYTE));
        int[] seen = {0};
        long[] used = {usedMemory(), 0};

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> with(file, sheets -> {
                    sheets.forEach("Data", row -> {
                        seen[0]++;
                        used[1] = seen[0] == 4_900 ? usedMemory() - used[0] : used[1];
                    });
                    return 0;
                }));

        assertThat(refused).hasMessageContaining("500,000 cells");
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(seen[0]).isEqualTo(5_000);
        assertThat(used[1]).isLessThan(64 * MEGABYTE);
    }

    @Test
    void aLongTextSharedByManyCellsIsRefused() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 1; i <= 12_000; i++) {
            data.append("<row r=\"").append(i).append("\"><c t=\"s\"><v>0</v></c></row>");
        }
        byte[] file = RawWorkbook.of(data.toString())
                .with("xl/sharedStrings.xml", RawWorkbook.texts("<si><t>" + noise(1 << 20) + "</t></si>"))
                .bytes();

        assertThat(refusal(file)).hasMessageContaining("10,000 characters");
    }

    @Test
    void aFairlyLongTextSharedByManyCellsIsRefusedByItsSum() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 1; i <= 12_000; i++) {
            data.append("<row r=\"").append(i).append("\"><c t=\"s\"><v>0</v></c></row>");
        }
        byte[] file = RawWorkbook.of(data.toString())
                .with("xl/sharedStrings.xml", RawWorkbook.texts("<si><t>" + "x".repeat(9_000) + "</t></si>"))
                .bytes();

        assertThat(refusal(file)).hasMessageContaining("20,000,000 characters");
    }

    @Test
    void aCountThatLiesReservesNothing() throws IOException {
        byte[] file = RawWorkbook.of("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        RawWorkbook.texts("<si><t>a</t></si>")
                                .replace("<sst ", "<sst count=\"2147483647\" uniqueCount=\"2147483647\" "))
                .bytes();

        assertThat(read(file, "Data")).containsExactly(new TextTable.Row(1, List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
                "xl/workbook.xml",
                "docProps/core.xml"
            })
    void aDocumentTypeIsRefusedAndNothingIsFetched(String part) throws IOException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(100);
            String entity =
                    "<!DOCTYPE x SYSTEM \"http://127.0.0.1:%d/x.dtd\" [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
                            .formatted(outside.getLocalPort());
            RawWorkbook book = RawWorkbook.of("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")
                    .with("docProps/core.xml", "<?xml version=\"1.0\"?>\n<x/>")
                    .inject(part, entity);

            assertThat(refusal(book.bytes()).type()).isEqualTo(ProblemType.MALFORMED);

            assertThat(catchThrowableOfType(SocketTimeoutException.class, outside::accept))
                    .as("somebody called")
                    .isNotNull();
        }
    }

    @Test
    void aDocumentTypeInAnotherEncodingIsRefusedToo() throws IOException {
        byte[] sheet = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE worksheet [<!ENTITY a \"b\">]>"
                        + RawWorkbook.sheet("").split("\n")[1])
                .getBytes(StandardCharsets.UTF_16);

        assertThat(refusal(RawWorkbook.of("")
                                .with("xl/worksheets/sheet1.xml", sheet)
                                .bytes())
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001, 1_048_576, 99_999_999, 2_147_483_647})
    void rowsOutOfRangeAreRefused(int number) throws IOException {
        RefusedException refused =
                refusal(RawWorkbook.of(RawWorkbook.row(number, List.of("a"))).bytes());

        assertThat(refused.type()).isIn(ProblemType.INVALID, ProblemType.MALFORMED);
        assertThat(refused).hasMessageContaining("Data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFD1", "GS1", "ZZZZZZZZ1", "1", "A-1", "$"})
    void columnsOutOfRangeAreRefused(String reference) throws IOException {
        byte[] file = RawWorkbook.of("<row r=\"1\"><c r=\"" + reference + "\"><v>1</v></c></row>")
                .bytes();

        assertThat(refusal(file).type()).isIn(ProblemType.INVALID, ProblemType.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "/etc/x", "xl\\..\\x", "xl/./x", "C:x"})
    void partsThatLeadOutOfTheFileAreRefused(String name) throws IOException {
        assertThat(refusal(RawWorkbook.of("").with(name, "x").bytes())).hasMessageContaining("leads out");
    }

    @Test
    void aPartThatStandsTwiceIsRefused() throws IOException {
        byte[] file = RawWorkbook.of("").with("xl/Workbook.xml", "<x/>").bytes();

        assertThat(refusal(file)).hasMessageContaining("twice");
    }

    @Test
    void aPartOfTheVerySameNameIsRefusedToo() throws IOException {
        byte[] file = RawWorkbook.of("").with("xl/workbook.xmm", "<x/>").bytes();
        String bytes = new String(file, StandardCharsets.ISO_8859_1).replace("workbook.xmm", "workbook.xml");

        assertThat(refusal(bytes.getBytes(StandardCharsets.ISO_8859_1))).hasMessageContaining("twice");
    }

    @Test
    void manyPartsAreRefused() throws IOException {
        RawWorkbook book = RawWorkbook.of("");
        for (int i = 0; i < 100_000; i++) {
            book.with("x/" + i, "");
        }

        // larger than what is read, or of too many parts: both are true of it
        assertThat(refusal(book.bytes()).type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void aDirectoryThatSaysSomethingElseIsRefused() throws IOException {
        byte[] file = RawWorkbook.of("").bytes();
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        int last = bytes.lastIndexOf("xl/workbook.xml");
        String changed = bytes.substring(0, last) + "xl/warkbook.xml" + bytes.substring(last + 15);

        assertThat(refusal(changed.getBytes(StandardCharsets.ISO_8859_1)).type())
                .isEqualTo(ProblemType.MALFORMED);
    }

    @Test
    void anythingCutOffIsRefused() throws IOException {
        byte[] file = RawWorkbook.of(RawWorkbook.row(1, List.of("a"))).bytes();
        for (int length = 0; length < file.length; length += 97) {
            byte[] part = java.util.Arrays.copyOf(file, length);

            assertThat(refusal(part).type())
                    .as("first %d bytes", length)
                    .isIn(ProblemType.MALFORMED, ProblemType.UNSUPPORTED_TYPE);
        }
    }

    @Test
    void whatSpoilsThePartsIsRefusedWithoutFailing() throws IOException {
        for (String part : List.of(
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml")) {
            for (String content : List.of("", "<", "no markup", "<a></b>", "<a/>", "\0\0\0\0", "[".repeat(5_000))) {
                RawWorkbook book = RawWorkbook.of("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>");
                byte[] file = book.with(part, content).bytes();

                try {
                    with(file, sheets -> {
                        sheets.sheets().forEach(sheet -> rows(sheets, sheet));
                        return 0;
                    });
                } catch (RefusedException refused) {
                    assertThat(refused.type().status()).isBetween(400, 422);
                }
            }
        }
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        assertThat(refusal("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("PDF");
        assertThat(refusal("<html><table>".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("web page");
        assertThat(refusal("a,b\n1,2".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("no Excel workbook");
        assertThat(refusal(new byte[0])).hasMessageContaining("no Excel workbook");
        assertThat(refusal(RawWorkbook.of("")
                        .with(
                                "[Content_Types].xml",
                                RawWorkbook.contentTypes("spreadsheetml.sheet.main+xml")
                                        .replace(
                                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                                                "vnd.ms-excel.sheet.macroEnabled.main"))
                        .bytes()))
                .hasMessageContaining(".xlsm");
        assertThat(refusal(RawWorkbook.of("").with("xl/vbaProject.bin", "x").bytes()))
                .hasMessageContaining(".xlsm");
        assertThat(refusal(RawWorkbook.of("").with("xl/workbook.bin", "x").bytes()))
                .hasMessageContaining(".xlsb");
        assertThat(refusal(RawWorkbook.of("")
                        .with("[Content_Types].xml", RawWorkbook.contentTypes("wordprocessingml.document.main+xml"))
                        .bytes()))
                .hasMessageContaining("another kind");
    }

    @Test
    void olderAndLockedWorkbooksAreNamed() throws Exception {
        try (POIFSFileSystem old = new POIFSFileSystem();
                POIFSFileSystem locked = new POIFSFileSystem()) {
            old.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "Workbook");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(locked)) {
                out.write(RawWorkbook.of("").bytes());
            }

            assertThat(refusal(bytes(old))).hasMessageContaining(".xls)");
            assertThat(refusal(bytes(locked))).hasMessageContaining("password");
        }
    }

    @Test
    void aKindThatIsOnlyDeclaredIsNoPart() throws IOException {
        // as some programs write it
        String declared =
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>";
        byte[] file = RawWorkbook.of(RawWorkbook.row(1, List.of("a")))
                .with(
                        "[Content_Types].xml",
                        RawWorkbook.contentTypes("spreadsheetml.sheet.main+xml")
                                .replace("<Override PartName=\"/xl/work", declared + "<Override PartName=\"/xl/work"))
                .bytes();

        assertThat(read(file, "Data")).hasSize(1);
    }

    @Test
    void emptyRowsFarBelowAreNoHarm() throws IOException {
        String data = RawWorkbook.row(1, List.of("a")) + "<row r=\"1048576\" ht=\"20\"><c r=\"A1048576\"/></row>";

        assertThat(read(RawWorkbook.of(data).bytes(), "Data")).hasSize(1);
    }

    @Test
    void linksToOtherFilesAreRefused() throws IOException {
        RefusedException refused = refusal(RawWorkbook.of("")
                .with("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                .bytes());

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused).hasMessageContaining("Break link");
    }

    @Test
    void aPartThatIsReadAsATreeMustBeSmall() throws IOException {
        // random digits, so that it is no zip bomb
        byte[] large = padded("<row r=\"1\"/>");
        for (String type : List.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
                "application/vnd.openxmlformats-package.core-properties+xml")) {
            byte[] file = RawWorkbook.of("")
                    .with(
                            "[Content_Types].xml",
                            RawWorkbook.contentTypes("spreadsheetml.sheet.main+xml")
                                    .replace(
                                            "</Types>",
                                            "<Override PartName=\"/xl/big.xml\" ContentType=\"" + type
                                                    + "\"/></Types>"))
                    .with("xl/big.xml", large)
                    .bytes();

            assertThat(refusal(file).type()).as(type).isIn(ProblemType.TOO_LARGE, ProblemType.MALFORMED);
        }
    }

    @Test
    void aFailureOfWhoeverReadsIsTheirs() throws IOException {
        byte[] file = RawWorkbook.of(RawWorkbook.row(1, List.of("a"))).bytes();

        IllegalStateException failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> with(file, sheets -> {
                    sheets.forEach("Data", row -> {
                        throw new IllegalStateException("mine");
                    });
                    return 0;
                }));

        assertThat(failure).hasMessage("mine");
    }

    /** A sheet that deflates no better than twentyfold, 10 MB at most. */
    private static byte[] padded(String data) {
        return (RawWorkbook.sheet(data) + "<!--" + noise(5 << 20) + "-->").getBytes(StandardCharsets.UTF_8);
    }

    private static String noise(int length) {
        java.util.Random random = new java.util.Random(7);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < length) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private RefusedException refusal(byte[] file) {
        Supplier<RefusedException> reading = () -> catchThrowableOfType(
                RefusedException.class,
                () -> with(file, sheets -> {
                    sheets.sheets().forEach(sheet -> rows(sheets, sheet));
                    return 0;
                }));
        Stopwatch<RefusedException> refused = Stopwatch.of(reading);
        assertThat(refused.result()).as("refused").isNotNull();
        assertThat(refused.processor()).isLessThan(REFUSED_WITHIN_SECONDS);
        return refused.result();
    }

    private List<TextTable.Row> read(byte[] file, String sheet) throws IOException {
        return with(file, sheets -> rows(sheets, sheet));
    }

    private static List<TextTable.Row> rows(SheetReader sheets, String sheet) {
        List<TextTable.Row> rows = new ArrayList<>();
        sheets.forEach(sheet, rows::add);
        return rows;
    }

    private <T> T with(byte[] file, java.util.function.Function<SheetReader, T> reading) throws IOException {
        Path path = Files.write(Files.createTempFile(folder, "book", ".received"), file);
        try (SheetReader sheets = SheetReader.open(path)) {
            return reading.apply(sheets);
        } finally {
            Files.delete(path);
        }
    }

    private static byte[] workbook(java.util.function.Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            content.accept(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] bytes(POIFSFileSystem files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeFilesystem(out);
        return out.toByteArray();
    }
}
