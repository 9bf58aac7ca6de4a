package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.app.ApiClient.Answer;
import parallax.table.RawWorkbook;

/** The texts of a questionnaire out to a workbook and back, against the running service. */
class TextFileIT {

    private static final int ENGLISH = 2;
    private static final int GERMAN = 3;

    private final ApiClient api = ParallaxServer.shared().api();
    private String engagement;
    private String path;

    @BeforeEach
    void prepare() {
        engagement = api.post(
                        "/api/engagements",
                        "{\"name\": \"Texts\", \"client\": \"Northwind\", \"languages\": [\"en\", \"de\"]}")
                .require(201)
                .path("id")
                .asText();
        path = "/engagements/" + engagement + "/questionnaire";
    }

    @Test
    void theFileHoldsAllTextsWithAFrozenHeaderAndOnlyTexts() {
        changed(download(), book -> {
            XSSFSheet sheet = book.getSheet("Texts");
            assertThat(cells(sheet.getRow(0))).containsExactly("place", "what it is", "en", "de");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(cells(row(book, "demo/label")))
                    .containsExactly(
                            "demo/label", "Label; at most 60 characters", "Product demonstration", "Produktvorführung");
            assertThat(cells(row(book, "*/intro.customers")).get(1)).endsWith("keep {client}");
            assertThat(cells(row(book, "demo/reworded.sales.experience"))).doesNotContain("");
            sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType())
                    .as(cell.getAddress().toString())
                    .isIn(CellType.STRING, CellType.BLANK)));
            assertThat(sheet.getRow(1).getCell(ENGLISH).getCellStyle().getWrapText())
                    .isTrue();
        });
    }

    @Test
    void textsChangedInTheFileAreTakenAndCanBeUndone() {
        JsonNode before = model();
        Answer sent = send(changed(download(), book -> {
            put(book, "demo/label", GERMAN, "Live-Vorführung");
            put(book, "demo/hint", ENGLISH, "=HYPERLINK(\"http://x.example\")");
            put(book, "*/intro.customers", ENGLISH, "{client} would like to know.");
            put(book, "demo/reworded.sales.experience", ENGLISH, "How do customers find our demonstration?");
        }));
        JsonNode after = model();
        JsonNode demo = touchpoint(after);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(demo.at("/labels/de").asText()).isEqualTo("Live-Vorführung");
        assertThat(demo.at("/labels/en").asText()).isEqualTo("Product demonstration");
        assertThat(demo.toString()).contains("How do customers find our demonstration?");
        assertThat(after.path("texts").toString())
                .isEqualTo("{\"intro.customers\":{\"en\":\"{client} would like to know.\"}}");
        changed(download(), book -> {
            Cell formula = row(book, "demo/hint").getCell(ENGLISH);
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
        });
        String page = api.get(path).body();
        assertThat(page).contains("Texts from a file");
        String number = page.replaceAll("(?s).*name=\"number\" value=\"(\\d+)\".*", "$1");
        assertThat(api.post(path + "/undo", "application/x-www-form-urlencoded", "number=" + number)
                        .status())
                .isEqualTo(303);
        assertThat(model()).isEqualTo(before);
    }

    @Test
    void anUnchangedFileChangesNothingAndEmptyingGivesTheStandardTextBack() {
        JsonNode before = model();
        assertThat(send(download()).status()).isEqualTo(303);
        assertThat(model()).isEqualTo(before);
        assertThat(api.get(path).body()).doesNotContain("Texts from a file");

        send(changed(download(), book -> put(book, "*/intro.privacy", GERMAN, "Zum Datenschutz")));
        assertThat(model().at("/texts/intro.privacy/de").asText()).isEqualTo("Zum Datenschutz");
        Answer emptied = send(changed(download(), book -> put(book, "*/intro.privacy", GERMAN, "")));

        assertThat(emptied.status()).as(emptied.body()).isEqualTo(303);
        assertThat(model()).isEqualTo(before);
    }

    @Test
    void whatCannotBeTakenIsListedByRowAndNothingIsWritten() {
        JsonNode before = model();
        Answer refused = send(changed(download(), book -> {
            put(book, "demo/hint", ENGLISH, "Fine");
            put(book, "demo/label", GERMAN, "x".repeat(61));
            put(book, "website/label", ENGLISH, "");
            put(book, "*/intro.customers", GERMAN, "Guten Tag");
            put(book, "demo/phrase", 0, "demo/colour");
            put(book, "demo/subject", 0, "website/subject");
        }));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("5 problems in the file. Nothing was written.")
                .contains("Shorten this to 60 characters; it has 61.")
                .contains("Enter a text: this one cannot be empty.")
                .contains("Put {client} in:")
                .contains("demo/colour", "This questionnaire has no such place.")
                .contains("is of this place too. Keep one.");
        assertThat(model()).isEqualTo(before);
    }

    @Test
    void aColumnOfAnotherLanguageIsRefused() {
        Answer refused = send(changed(
                download(),
                book -> book.getSheet("Texts").getRow(0).getCell(GERMAN).setCellValue("fr")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The engagement is not in this language. Use: en, de.");
    }

    @Test
    void aFileOfTextsThatWereChangedMeanwhileIsRefused() {
        byte[] old = download();
        send(changed(old, book -> put(book, "demo/label", GERMAN, "Live-Vorführung")));
        Answer late = send(changed(old, book -> put(book, "website/label", GERMAN, "Netzauftritt")));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("was changed since this file was downloaded", "Download the texts again");
        assertThat(model().toString()).contains("Live-Vorführung").doesNotContain("Netzauftritt");
    }

    @Test
    void otherFilesAreRefusedWithAReason() {
        byte[] bare = RawWorkbook.of(RawWorkbook.row(1, List.of("place", "en"))).bytes();
        byte[] bomb = RawWorkbook.of(RawWorkbook.row(1, List.of("x".repeat(20_000_000))))
                .bytes();

        assertThat(send(bare).body()).contains("The workbook has no sheet “About”");
        assertThat(send(bare).status()).isEqualTo(422);
        assertThat(send(bomb).status()).isIn(413, 422);
        assertThat(send("place,en\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(api.upload(path + "/texts-file", "", new byte[0]).body())
                .contains("Choose the workbook with the texts");
    }

    private byte[] download() {
        return api.download(path + "/texts.xlsx");
    }

    private Answer send(byte[] file) {
        return api.upload(path + "/texts-file", "texts.xlsx", file);
    }

    private JsonNode model() {
        return api.get("/api/engagements/" + engagement + "/questionnaire").require(200);
    }

    private static JsonNode touchpoint(JsonNode model) {
        for (JsonNode touchpoint : model.path("touchpoints")) {
            if (touchpoint.path("key").asText().equals("demo")) {
                return touchpoint;
            }
        }
        throw new AssertionError("no demo");
    }

    private static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(XSSFWorkbook book, String place, int column, String text) {
        row(book, place).getCell(column).setCellValue(text);
    }

    private static Row row(XSSFWorkbook book, String place) {
        for (Row row : book.getSheet("Texts")) {
            if (row.getCell(0).getStringCellValue().equals(place)) {
                return row;
            }
        }
        throw new AssertionError("no row " + place);
    }

    private static List<String> cells(Row row) {
        return java.util.stream.IntStream.range(0, row.getLastCellNum())
                .mapToObj(i -> row.getCell(i).getStringCellValue())
                .toList();
    }
}
