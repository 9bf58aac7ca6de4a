package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frame and every component in Chromium, without JavaScript of ours; pictures go to target/screenshots. */
@Tag("browser")
class LayoutBrowserIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    // 320 is the narrowest phone, 640 what is left of 1280 at 200 % zoom.
    private static final List<Integer> WIDTHS = List.of(320, 640, 1280);

    private static TestServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = TestServer.start(jersey -> jersey.register(new Probe()));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyComponentFitsEveryWidthAndCanBeReadByEverybody(ColorScheme scheme) {
        try (BrowserContext context = context(new Browser.NewContextOptions().setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 800);
                for (String path : List.of("specimen", "nowhere")) {
                    look(page, path, width + "-" + scheme.name());
                }
                submitNothing(page, width + "-" + scheme.name());
            }
            assertThat(complaints).allMatch(text -> text.contains("status of 404") || text.contains("status of 422"));
        }
    }

    @Test
    void formsCanBeUsedInForcedColours() {
        try (BrowserContext context = context(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE))) {
            Page page = context.newPage();
            page.setViewportSize(1280, 800);
            submitNothing(page, "1280-forced");
            assertThat(page.locator(".button-secondary").first().evaluate("e => getComputedStyle(e).borderTopStyle"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void aPrintedPageHasNoControls() {
        try (BrowserContext context = context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.uri() + "/specimen");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator(".site-header").isVisible()).isFalse();
            assertThat(page.locator(".button").first().isVisible()).isFalse();
            assertThat(page.locator("table").first().isVisible()).isTrue();
        }
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.addCookies(
                List.of(new Cookie("session", "owner").setUrl(server.uri().toString())));
        return context;
    }

    private static void look(Page page, String path, String name) {
        page.navigate(server.uri() + "/" + path);
        picture(page, path + "-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scroll of %s at %s", path, name)
                .isEqualTo(0);
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as("%s at %s", path, name)
                .isEmpty();
    }

    private static void submitNothing(Page page, String name) {
        page.navigate(server.uri() + "/specimen");
        page.getByLabel("Name").fill("");
        page.locator("button:text('Save')").click();
        assertThat(page.title()).isEqualTo("Error: Specimen · Parallax");
        picture(page, "errors-" + name);
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as("errors at %s", name)
                .isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name.toLowerCase(java.util.Locale.ROOT) + ".png"))
                .setFullPage(true));
    }
}
