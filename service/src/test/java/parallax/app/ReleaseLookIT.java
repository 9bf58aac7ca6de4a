package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A release on a phone and on a desk, made and withdrawn by hand. Leaves pictures in {@code target/pictures}. */
@Tag("browser")
class ReleaseLookIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final String[] REGIONS = {"North", "South", "West"};

    private final ParallaxServer server = ParallaxServer.shared();
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void aReleaseIsMadeLookedAtAndWithdrawn() throws Exception {
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
        String engagement = id(api.post(
                "/api/engagements", "{\"name\": \"Release %d\", \"client\": \"Acme %d\"}".formatted(width, width)));
        String wave = "/waves/"
                + id(api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\", \"sales\", \"marketing\"]}"));
        api.post("/api" + wave + "/responses", "text/csv", answers()).require(201);
        page.navigate(server.base() + wave);
        page.locator("summary:has-text('Make release')").click();
        press(page, "button:has-text('Make release')");
        assertThat(page.url()).contains("/releases/");
        String release = page.url();
        look(page, width, "release", "Made, not published");
        page.locator("details.kind:not([open]) > summary").first().click();
        look(page, width, "release-open", "kept back");
        page.navigate(server.base() + wave);
        look(page, width, "wave-released", "Withdraw release 1");
        page.locator("summary:has-text('Withdraw release 1')").click();
        press(page, "button:has-text('Withdraw release 1')");
        assertThat(page.url()).isEqualTo(release);
        look(page, width, "release-withdrawn", "Nobody at the client may read it any more");
    }

    private static String id(ApiClient.Answer answer) {
        JsonNode made = answer.require(201);
        return made.path("id").asText();
    }

    private static void press(Page page, String selector) {
        page.waitForNavigation(() -> page.locator(selector).click());
    }

    private void look(Page page, int width, String name, String says) {
        String place = name + " at " + width;
        softly.assertThat(page.locator("main").textContent()).as(place).contains(says);
        softly.assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as(place + " scrolls sideways")
                .isLessThanOrEqualTo(width);
        softly.assertThat(TestBrowser.violations(page)).as(place).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("%s-%d.png".formatted(name, width)))
                .setFullPage(true));
    }

    /** West has three customers: it is kept back, and another with it. */
    private static String answers() {
        Random random = new Random(20261122);
        StringBuilder csv =
                new StringBuilder("audience,account,respondent,segment.region,touchpoint,importance,experience\n");
        for (int i = 0; i < 60; i++) {
            String region = i < 3 ? REGIONS[2] : REGIONS[i % 2];
            for (String touchpoint : new String[] {"website", "demo", "proposal"}) {
                csv.append("customer,A%d,c%d,%s,%s,%d,%d\n"
                        .formatted(i % 20, i, region, touchpoint, 2 + random.nextInt(4), 1 + random.nextInt(4)));
            }
        }
        for (int i = 0; i < 12; i++) {
            for (String touchpoint : new String[] {"website", "demo", "proposal"}) {
                csv.append("%s,,t%d,,%s,%d,%d\n"
                        .formatted(
                                i < 8 ? "sales" : "marketing",
                                i,
                                touchpoint,
                                3 + random.nextInt(3),
                                3 + random.nextInt(3)));
            }
        }
        return csv.toString();
    }
}
