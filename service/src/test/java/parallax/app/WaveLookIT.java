package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pages on the way of a wave, from a file of people to a used link, on a phone and on a desk: nothing scrolls sideways,
 * the accessibility checker finds nothing, and each says what is true then. Leaves pictures in {@code target/pictures}.
 */
@Tag("browser")
class WaveLookIT {

    private static final Path PICTURES = Path.of("target/pictures");
    // row 4 repeats row 2 and says something else, row 5 has too many cells, row 6 holds U+0000
    private static final String PEOPLE = "Audience;E-Mail;Company;Name;Shoe size\n"
            + "customer;ann@acme.example;Acme;Ann;42\ncustomer;bob@acme.example;Acme;Bob;43\n"
            + "customer;ann@acme.example;Acme;Ann Lee;42\ncustomer;eve@x.example;X;Eve;1;2;3\n"
            + "customer;joe@x.example;X\0;Joe;1\n";

    private final ParallaxServer server = ParallaxServer.shared();
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void everyPageOnTheWayFitsAndSaysWhatIsTrue() throws Exception {
        Files.createDirectories(PICTURES);
        for (int width : new int[] {360, 1280}) {
            try (BrowserContext window = TestBrowser.windowForChecks(width)) {
                Page page = window.newPage();
                TestBrowser.signIn(page, server);
                follow(page, width);
            }
        }
        softly.assertAll();
    }

    private void follow(Page page, int width) {
        ApiClient api = server.api();
        String engagement = api.post(
                        "/api/engagements", "{\"name\": \"Look %d\", \"client\": \"Acme %d\"}".formatted(width, width))
                .require(201)
                .path("id")
                .asText();
        importPeople(page, width, "/engagements/" + engagement + "/contacts");
        String id = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        String wave = "/waves/" + id;
        api.post("/api" + wave + "/launch", "{\"hold_minutes\": 60}").require(202);
        go(page, wave);
        look(page, width, "wave-launching", "Launching: mails leave at");
        api.post("/api" + wave + "/launch/cancel", "{}").require(204);
        api.post("/api" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        go(page, wave);
        look(page, width, "wave-open", "Remind those still open");
        go(page, wave + "/field");
        look(page, width, "field-open", "A line appears here for each group from 5 answers on.");
        go(page, wave + "/reminders");
        look(page, width, "reminder", "Send the reminders");
        go(page, wave + "/outbox");
        String link = page.locator("a[href*='/s/']").last().getAttribute("href");
        page.locator("a:has-text('Read the mail')").first().click();
        look(page, width, "mail", "Maria Alder, Alder & Finch");
        stop(page, width, page.locator("pre.mail").textContent());
        new Respondent().answerAll(link, 4);
        page.navigate(link);
        look(page, width, "link-used", "Your answers are received");
        api.post("/api" + wave + "/close", "{}").require(200);
        page.navigate(link);
        look(page, width, "link-closed", "If you sent your answers before");
        go(page, "/s/unknown");
        look(page, width, "link-unknown", "This link does not lead to a study");
        go(page, wave);
        look(page, width, "wave-closed", "As they stood when the wave was closed");
    }

    private void importPeople(Page page, int width, String contacts) {
        go(page, contacts + "/import");
        look(page, width, "import-upload", "Nothing is written before you have seen what the file holds");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", PEOPLE.getBytes(StandardCharsets.UTF_8)));
        press(page, page.locator("button:has-text('Upload the file')"));
        look(page, width, "import-columns", "What do the columns say?");
        press(page, page.locator("button:has-text('Check the rows')"));
        page.locator("button:has-text('Import 2 contacts')").waitFor();
        look(page, width, "import-check", "Nothing has been written yet");
        press(page, page.locator("button:has-text('Import 2 contacts')"));
        page.locator("h1:has-text('imported')").waitFor();
        assertThat(page.url()).contains("/contacts/imports/");
        look(page, width, "import-report", "2 contacts imported");
        page.reload();
        assertThat(page.locator("main").textContent())
                .contains(
                        "7 cells, the first row names 5 columns. A separator inside a text needs quotes around the text.")
                .contains("Undo this import");
        go(page, contacts + "/import");
        look(page, width, "contacts-with-imports", "Report and undo");
        go(page, contacts);
        page.locator("a:has-text('Remove')").first().click();
        look(page, width, "contact-remove", "Remove for good");
    }

    private void stop(Page page, int width, String mail) {
        String stop = mail.substring(mail.indexOf("/u/")).strip();
        go(page, stop);
        look(page, width, "stop", "Independent study by Alder & Finch");
        press(page, page.locator("main button"));
        go(page, stop);
        look(page, width, "stopped", "You will get no more e-mails");
    }

    @Test
    void theAdminPortServesMetricsAsPrometheusText() throws Exception {
        HttpResponse<String> metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.admin() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.body())
                .contains("# TYPE org_eclipse_jetty_util_thread_QueuedThreadPool_dw_size gauge")
                .doesNotContain("@")
                .doesNotContain("/s/");
    }

    private void go(Page page, String path) {
        page.navigate(server.base() + path);
    }

    private static void press(Page page, Locator button) {
        page.waitForNavigation(() -> button.first().press("Enter"));
    }

    private void look(Page page, int width, String name, String says) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        softly.assertThat(page.locator("body").textContent()).as(name).contains(says);
        softly.assertThat(page.locator(
                                "a.button:not(.button-secondary):visible, button.button:not(.button-secondary):visible")
                        .count())
                .as("primary buttons of " + name)
                .isLessThanOrEqualTo(1);
        softly.assertThat(TestBrowser.scrollsSideways(page))
                .as(name + " scrolls sideways at " + width)
                .isFalse();
        softly.assertThat(TestBrowser.violations(page))
                .as(name + " at " + width)
                .isEmpty();
    }
}
