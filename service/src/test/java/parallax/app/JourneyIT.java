package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job as a new consultant does it, in a browser without JavaScript, from sign-in to both workbooks. */
@Tag("browser")
class JourneyIT {

    private static final int CUSTOMERS = 12;
    private static final int SELLERS = 5;
    private static final int MARKETERS = 5;

    private final ParallaxServer server = ParallaxServer.shared();

    @Test
    void aConsultantGoesFromSignInToBothWorkbooksWithoutJavaScript() throws Exception {
        try (BrowserContext window = TestBrowser.window(1280)) {
            Page page = window.newPage();
            TestBrowser.signIn(page, server);
            String engagement = makeEngagement(page);
            importContacts(page, engagement);
            String wave = makeWave(page, engagement);
            launch(page, wave);
            answerEverybody(page, wave);
            close(page, wave);

            page.navigate(wave + "/summary");
            assertThat(page.locator("h1").textContent()).contains("rate 12 of 12 touchpoints higher");
            for (String team : List.of("Sales", "Marketing")) {
                assertThat(sheetsOf(page, wave, team)).startsWith("Summary", "Gap table");
            }
        }
    }

    private String makeEngagement(Page page) {
        page.navigate(server.base() + "/engagements/new");
        page.getByLabel("Name of the engagement").fill("Northwind 2026");
        page.getByLabel("Client company").fill("Northwind <b>& Sons</b>");
        press(page, page.locator("main form button.button").first());
        assertThat(page.locator("h1").textContent()).contains("Northwind 2026");
        assertThat(page.content()).contains("Northwind &lt;b&gt;&amp; Sons&lt;/b&gt;");
        return page.url();
    }

    private static void importContacts(Page page, String engagement) {
        StringBuilder csv = new StringBuilder("audience,email,account\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("customer,c%d@customers.example,Account %d\n".formatted(i, i / 2));
        }
        for (int i = 0; i < SELLERS; i++) {
            csv.append("sales,s%d@northwind.example,\n".formatted(i));
        }
        for (int i = 0; i < MARKETERS; i++) {
            csv.append("marketing,m%d@northwind.example,\n".formatted(i));
        }
        csv.append("customer,not-an-address,Account 1\n");
        page.navigate(engagement + "/contacts/import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "contacts.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        press(page, "Upload the file");
        page.locator("button:has-text('Import 22 contacts')").waitFor();
        assertThat(page.content()).contains("not-an-address");
        press(page, "Import 22 contacts");
        page.locator("h1:has-text('imported')").waitFor();
        assertThat(page.locator("h1").textContent()).contains("22 contacts imported");
    }

    private static String makeWave(Page page, String engagement) {
        page.navigate(engagement + "/waves/new");
        page.getByLabel("Name of the wave").fill("Baseline");
        assertThat(page.locator("input[type=checkbox]:checked").all())
                .extracting(box -> box.getAttribute("value"))
                .containsExactly("customer", "sales", "marketing");
        press(page, page.locator("main form button.button").first());
        assertThat(page.locator("h1").textContent()).contains("Baseline");
        return page.url();
    }

    private static void launch(Page page, String wave) {
        page.navigate(wave + "/launch");
        page.getByLabel("Type the number of people").fill(Integer.toString(CUSTOMERS + SELLERS + MARKETERS));
        page.getByLabel("Minutes until the first mail leaves").fill("0");
        press(page, "Launch");
    }

    private static void answerEverybody(Page page, String wave) {
        page.navigate(wave + "/outbox");
        List<String> customers = links(page, "@customers.example");
        List<String> teams = links(page, "@northwind.example");
        assertThat(customers).hasSize(CUSTOMERS);
        assertThat(teams).hasSize(SELLERS + MARKETERS);
        answerByClicking(page, customers.remove(0), "Poor");
        answerByClicking(page, teams.remove(0), "Good");
        Respondent respondent = new Respondent();
        for (int i = 0; i < customers.size(); i++) {
            respondent.answerAll(customers.get(i), 2 + i % 2);
        }
        for (int i = 0; i < teams.size(); i++) {
            respondent.answerAll(teams.get(i), 4 + i % 2);
        }
    }

    private static List<String> links(Page page, String domain) {
        return new ArrayList<>(
                page.locator("tbody tr:has(th:has-text('%s')) a[href*='/s/']".formatted(domain)).all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList());
    }

    /** One form by hand, on a phone: every experience gets the same word, importance stays open. */
    private static void answerByClicking(Page desk, String link, String word) {
        try (BrowserContext phone = TestBrowser.window(360)) {
            Page page = phone.newPage();
            page.navigate(link);
            int pages = 0;
            while (page.locator("button.button[value=continue]").count() > 0) {
                for (Locator option : page.getByLabel(word, new Page.GetByLabelOptions().setExact(true))
                        .all()) {
                    option.press("Space");
                }
                press(page, page.locator("button.button[value=continue]"));
                if (page.locator("button[value=anyway]").count() > 0) {
                    press(page, page.locator("button[value=anyway]"));
                }
                assertThat(++pages).as("pages of the form").isLessThan(20);
            }
            assertThat(page.content()).contains("After this nobody, including you, can open your answers again");
            press(page, page.locator("button.button[value=submit]"));
            assertThat(page.locator("h1").textContent()).containsIgnoringCase("thank");
        }
        assertThat(desk.isClosed()).isFalse();
    }

    private static void close(Page page, String wave) {
        page.navigate(wave + "/close");
        press(page, "Close the wave for good");
        page.navigate(wave);
        assertThat(page.locator("main").textContent()).contains("All answers are counted");
    }

    private static List<String> sheetsOf(Page page, String wave, String team) throws Exception {
        page.navigate(wave);
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Excel for " + team))
                        .click());
        List<String> names = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(download.path()))) {
            workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
        }
        return names;
    }

    private static void press(Page page, String name) {
        press(
                page,
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                        .first());
    }

    /** By keyboard, and on to the next page. */
    private static void press(Page page, Locator button) {
        page.waitForNavigation(() -> button.press("Enter"));
    }
}
