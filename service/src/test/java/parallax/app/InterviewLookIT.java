package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole call in a browser: by keyboard without scripts, and with a look at each page. Leaves pictures in {@code target/pictures}. */
@Tag("browser")
class InterviewLookIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final String PEOPLE = """
            audience,email,phone,name,salutation,language,account,time_zone
            customer,ann@acme.example,+49 30 1234567,Ann Okafor,Ms,en,Acme,Europe/Berlin
            customer,,+971 4 555 0100,منى,,ar,Gulf Trading,Asia/Dubai
            customer,bob@acme.example,+1 212 555 0100,Bob,,en,Acme,America/New_York
            customer,eve@x.example,+44 20 7946 0000,Eve,,en,X,
            """;

    private final ParallaxServer server = ParallaxServer.shared();
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void aWholeCallIsHeldByKeyboardWithoutScripts() {
        String wave = launchedWave("Keys");
        try (BrowserContext window = TestBrowser.window(1280)) {
            Page page = window.newPage();
            TestBrowser.signIn(page, server);
            page.navigate(server.base() + wave);
            enter(page, page.locator("a:has-text('Call list')"));
            enter(page, page.locator("a:has-text('Ann Okafor')"));
            assertThat(page.locator("main").textContent())
                    .contains("In a phone interview, your interviewer knows your answers.")
                    .contains("Europe/Berlin");
            enter(page, page.locator("button:has-text('begin the interview')"));
            int parts = 0;
            while (page.locator("button:has-text('Save and continue')").count() > 0) {
                for (Locator group : page.locator("fieldset:has([type=radio])").all()) {
                    group.locator("input").first().focus();
                    page.keyboard().press("ArrowDown");
                    page.keyboard().press("ArrowDown");
                }
                for (Locator said : page.locator(".heard > textarea, .heard > [type=text]:not([name$=_other])")
                        .all()) {
                    said.focus();
                    page.keyboard().type("fair");
                }
                // Enter in an answer goes on
                Locator answer = page.locator("[type=radio]:checked, .heard > [type=text]");
                enter(page, answer.count() > 0 ? answer : page.locator("button[value=continue]"));
                parts++;
            }
            assertThat(parts).isGreaterThan(2);
            assertThat(page.locator(".task-note").allTextContents())
                    .hasSize(parts)
                    .containsOnly("complete");
            enter(page, page.locator("button:has-text('Send the interview')"));
            assertThat(page.locator("main").textContent())
                    .contains("The interview is received.")
                    .doesNotContain("Ann Okafor");
        }
        assertThat(server.api()
                        .get("/api" + wave + "/field")
                        .require(200)
                        .path("items")
                        .path(0)
                        .path("completed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void everyPageOfACallFitsAndIsAccessible() throws Exception {
        Files.createDirectories(PICTURES);
        String wave = launchedWave("Look");
        nameAColleague(wave);
        for (int width : new int[] {360, 1280}) {
            try (BrowserContext window = TestBrowser.windowForChecks(width)) {
                Page page = window.newPage();
                TestBrowser.signIn(page, server);
                page.navigate(server.base() + wave);
                look(page, width, "wave-with-calls", "Interviews by phone");
                page.navigate(server.base() + wave + "/calls");
                look(page, width, "calls", "the next one to call first");
                String calls = page.url();
                enter(page, page.locator("a:has-text('Bob')"));
                look(page, width, "call", "Say this first");
                page.locator("input[name=day]").fill("2020-01-01");
                enter(page, page.locator("button:has-text('Keep the appointment')"));
                look(page, width, "call-error", "Enter their time of day");
                enter(page, page.locator("button:has-text('No answer')"));
                look(page, width, "calls-after-one", "Kept: no answer.");
                page.navigate(calls + "?outcome=refused");
                look(page, width, "calls-none", "Nobody on the call list fits");
                page.navigate(calls);
                enter(page, page.locator("a:has-text('منى')"));
                look(page, width, "call-arabic", "أتصل بكم");
                enter(
                        page,
                        page.locator("form[action$='/interview/start'] button").first());
                look(page, width, "interview-arabic", "Part 1 of");
                page.navigate(calls);
                enter(page, page.locator("a:has-text('Eve')"));
                enter(
                        page,
                        page.locator("form[action$='/interview/start'] button").first());
                page.locator("input[type=radio]").nth(3).check();
                look(page, width, "interview", "Save and continue");
                enter(page, page.locator("button:has-text('Save and continue')"));
                page.navigate(page.url().replaceAll("page=.*", "page=review"));
                look(page, width, "interview-review", "Send the interview");
                page.navigate(server.base() + wave + "/referrals");
                look(page, width, "referrals", "Nobody writes to them before you confirm");
            }
        }
        softly.assertAll();
    }

    private String launchedWave(String name) {
        ApiClient api = server.api();
        String engagement = api.post(
                        "/api/engagements",
                        "{\"name\": \"Calls %s\", \"client\": \"Northwind\", \"languages\": [\"en\", \"ar\"]}"
                                .formatted(name))
                .require(201)
                .path("id")
                .asText();
        api.post("/api/engagements/" + engagement + "/contacts", "text/csv", PEOPLE)
                .require(200);
        String id = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + id + "/launch", "{\"hold_minutes\": 0}").require(202);
        return "/waves/" + id;
    }

    private void nameAColleague(String wave) {
        String link = server.api()
                .get("/api" + wave + "/outbox")
                .require(200)
                .path("items")
                .path(0)
                .path("shown")
                .path("link")
                .asText();
        try (BrowserContext window = TestBrowser.window(360)) {
            Page page = window.newPage();
            page.navigate(server.base() + link.substring(link.indexOf("/s/")) + "?colleague=1");
            page.locator("input[name=name]").fill("Dr. Maximiliane Featherstonehaugh-Okonkwo");
            page.locator("input[name=mail]").fill("maximiliane.featherstonehaugh-okonkwo@purchasing.acme.example");
            enter(page, page.locator("main button.button"));
        }
    }

    private static void enter(Page page, Locator control) {
        page.waitForNavigation(() -> control.first().press("Enter"));
    }

    private void look(Page page, int width, String name, String says) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        softly.assertThat(page.locator("body").textContent()).as(name).contains(says);
        softly.assertThat(page.locator(
                                "a.button:not(.button-secondary, .button-danger):visible, button.button:not(.button-secondary, .button-danger):visible")
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
