package parallax.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;

/** A spreadsheet program that knows nothing of the service comes to the same figures from the formulas alone. */
@Tag("office")
class WorkbookIT {

    private static final double TOLERANCE = 1e-9;
    private static final int PATIENCE_SECONDS = 240;

    private static final Map<String, Written> WORKBOOKS = new LinkedHashMap<>();

    @TempDir
    static Path directory;

    /** What the service wrote, and what the spreadsheet program made of it. */
    private record Written(Reread file, Reread recalculated, String printed) {}

    /** All at once: starting the program takes longer than converting. */
    @BeforeAll
    static void convertAll() throws Exception {
        Map<String, Reread> written = new LinkedHashMap<>();
        written.put("sales", Reread.of(FindingsFixture.lighting(), Audience.SALES));
        written.put("marketing", Reread.of(FindingsFixture.lighting(), Audience.MARKETING));
        written.put("customers-only", Reread.of(FindingsFixture.customersOnly(), Audience.SALES));
        written.put("hostile", Reread.of(hostile(), Audience.SALES));
        written.put("halves", Reread.of(halves(), Audience.SALES));
        List<Path> bare = new ArrayList<>();
        List<Path> whole = new ArrayList<>();
        Path bareFiles = Files.createDirectories(directory.resolve("bare"));
        for (Map.Entry<String, Reread> entry : written.entrySet()) {
            String name = entry.getKey() + ".xlsx";
            bare.add(Files.write(bareFiles.resolve(name), withoutCachedValues(entry.getValue())));
            whole.add(Files.write(directory.resolve(name), entry.getValue().content()));
        }
        Path recalculated = Files.createDirectories(directory.resolve("recalculated"));
        convert(bare, "xlsx", recalculated);
        convert(whole, "pdf", directory);
        for (Map.Entry<String, Reread> entry : written.entrySet()) {
            String name = entry.getKey();
            Reread again = Reread.of(Files.readAllBytes(recalculated.resolve(name + ".xlsx")));
            WORKBOOKS.put(name, new Written(entry.getValue(), again, printed(name)));
        }
    }

    @AfterAll
    static void closeAll() throws IOException {
        for (Written written : WORKBOOKS.values()) {
            written.file().close();
            written.recalculated().close();
        }
        WORKBOOKS.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "marketing", "customers-only", "hostile", "halves"})
    void recalculatingEveryFormulaGivesTheServicesFigures(String name) {
        Written workbook = workbook(name);
        assertThat(workbook.file().formulas()).hasSizeGreaterThan(50);
        for (Cell expected : workbook.file().formulas()) {
            Cell actual = workbook.recalculated()
                    .sheet(expected.getSheet().getSheetName())
                    .getRow(expected.getRowIndex())
                    .getCell(expected.getColumnIndex());
            assertThat(actual.getCellType()).as(Reread.where(expected)).isEqualTo(CellType.FORMULA);
            assertSame(expected, actual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "marketing", "customers-only", "hostile", "halves"})
    void nothingPrintsClippedOrAsAnError(String name) {
        String printed = workbook(name).printed();
        assertThat(printed).contains(Canvas.DRAFT).contains("confidential");
        assertThat(printed).doesNotContain("###", "#N/A", "#NAME", "#VALUE", "#REF", "Err:", "−0.0", "-0.0");
    }

    @Test
    void halvesPrintAsTheyDoEverywhereElse() {
        Written workbook = workbook("halves");
        List<String> lines = workbook.printed()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("T\\d+\\s+Use.*"))
                .toList();
        assertThat(lines).hasSize(20);
        for (String line : lines) {
            String[] cells = line.split("\\s+");
            int row = workbook.file().gapRow(cells[0].toLowerCase(Locale.ROOT));
            assertThat(cells[GapColumn.EXPERIENCE.ordinal()])
                    .isEqualTo(Rounding.pointsText(number(workbook.file(), row, GapColumn.EXPERIENCE)));
            assertThat(cells[GapColumn.GAP.ordinal()])
                    .isEqualTo(Rounding.gapText(number(workbook.file(), row, GapColumn.GAP)));
        }
    }

    private static FindingsFixture halves() {
        FindingsFixture study = FindingsFixture.aStudy();
        for (int i = 0; i < 20; i++) {
            study.row("t" + i, "T" + i, Owner.SALES, Phase.USE)
                    .customers(20 + i, 3.0 + 0.05 * i, 4.0, 0)
                    .sales(12 + i, 4.5 - 0.05 * i, 4.0, Verdict.NO_EVIDENCE)
                    .end(Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE);
        }
        return study;
    }

    private static Written workbook(String name) {
        Written workbook = WORKBOOKS.get(name);
        assertThat(workbook).as(name).isNotNull();
        return workbook;
    }

    private static String printed(String name) throws Exception {
        Path text = directory.resolve(name + ".txt");
        run(List.of("pdftotext", "-layout", directory.resolve(name + ".pdf").toString(), text.toString()));
        return Files.readString(text);
    }

    private static double number(Reread file, int row, GapColumn column) {
        return file.sheet(SheetNames.GAP_TABLE)
                .getRow(row)
                .getCell(column.ordinal())
                .getNumericCellValue();
    }

    private static byte[] withoutCachedValues(Reread written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int removed = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : written.parts().entrySet()) {
                String content = part.getValue();
                if (part.getKey().startsWith("xl/worksheets/sheet")) {
                    String bare = content.replaceAll("(</f>)<v>[^<]*</v>", "$1");
                    removed += (content.length() - bare.length()) > 0 ? 1 : 0;
                    content = bare;
                    assertThat(content).doesNotContain("</f><v>");
                }
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        assertThat(removed).as("sheets with formulas").isGreaterThanOrEqualTo(5);
        return out.toByteArray();
    }

    private static void assertSame(Cell expected, Cell actual) {
        assertThat(actual.getCachedFormulaResultType())
                .as(Reread.where(expected) + " " + expected.getCellFormula())
                .isEqualTo(expected.getCachedFormulaResultType());
        if (expected.getCachedFormulaResultType() == CellType.NUMERIC) {
            assertThat(actual.getNumericCellValue())
                    .as(Reread.where(expected) + " " + expected.getCellFormula())
                    .isCloseTo(expected.getNumericCellValue(), within(TOLERANCE));
        } else {
            assertThat(Reread.text(actual))
                    .as(Reread.where(expected) + " " + expected.getCellFormula())
                    .isEqualTo(Reread.text(expected));
        }
    }

    private static void convert(List<Path> files, String format, Path target) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                target.toString()));
        files.forEach(file -> command.add(file.toString()));
        run(command);
    }

    private static void run(List<String> command) throws Exception {
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", command, Files.readString(log))
                .isTrue();
    }

    private static FindingsFixture hostile() {
        FindingsFixture study = FindingsFixture.aStudy().client("A & B").scalePoints(7);
        List<String> names =
                List.of("=HYPERLINK(\"x\")", "<script>alert(1)</script>", "+1", "-2", "@x", "\"quoted\"", "Σ*?~");
        for (int i = 0; i < names.size(); i++) {
            study.row("t" + i, names.get(i), Owner.SHARED, Phase.DECIDE)
                    .customers(20 + i, 3.0 + 0.31 * i, 5.0, i)
                    .sales(12, 4.07, 4.0, i % 2 == 0 ? Verdict.CLEAR_ABOVE : Verdict.CLEAR_BELOW)
                    .marketing(5 + i, 3.13, 4.0, Verdict.NO_EVIDENCE)
                    .end(Verdict.NO_EVIDENCE, Verdict.CLEAR_ABOVE);
        }
        return study;
    }
}
