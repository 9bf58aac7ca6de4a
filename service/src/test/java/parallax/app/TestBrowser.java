package parallax.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One Chromium for all tests of a JVM; each test has a context, and so cookies, of its own. */
final class TestBrowser {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static @Nullable Browser shared;

    private TestBrowser() {}

    static synchronized Browser shared() {
        Browser browser = shared;
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setHeadless(true)
                            .setArgs(QUIET));
            shared = browser;
        }
        return browser;
    }

    /** A window without JavaScript, as wide as said: every page must work in it. */
    static BrowserContext window(int width) {
        return shared().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 640 : 800)
                .setLocale("en-GB")
                .setJavaScriptEnabled(false));
    }

    /** As {@link #window}, with scripts, which the accessibility checker needs. */
    static BrowserContext windowForChecks(int width) {
        return shared().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 640 : 800)
                .setLocale("en-GB")
                .setBypassCSP(true));
    }

    static void signIn(Page page, ParallaxServer server) {
        page.navigate(server.base() + "/sign-in");
        page.getByLabel("Mail address").fill(ParallaxServer.EMAIL);
        page.getByLabel("Password").fill(ParallaxServer.PASSWORD);
        page.waitForNavigation(() -> page.getByLabel("Password").press("Enter"));
    }

    /** What the accessibility checker finds, one line a finding. */
    static List<String> violations(Page page) {
        // the other mode opens one page more for each look, for frames, and no page of ours has any
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .limit(3)
                                        .collect(Collectors.joining(", ")))
                        .toList();
    }

    /** Whether the page can be scrolled sideways. */
    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
