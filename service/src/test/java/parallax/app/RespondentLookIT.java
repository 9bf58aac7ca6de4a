package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The respondents' pages with every kind of question, in English and from right to left: how they look and whether the
 * accessibility checker finds anything, a whole walk by keyboard without scripts, and saving while one answers.
 * Leaves pictures in {@code target/pictures}.
 */
@Tag("browser")
class RespondentLookIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final int MOST_STOPS = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String LOW =
            "Array.from(document.querySelectorAll('label.o,main .q input:not([type=radio],[type=checkbox]),"
                    + "main textarea,main .button')).filter(e => e.offsetParent && e.getBoundingClientRect().height < 48).length";
    private static final String FOCUSED =
            "['name', 'value', 'type', 'inputmode'].map(one => document.activeElement.getAttribute(one) ?? '')";
    /** The spacing that WCAG 2.2, 1.4.12, asks pages to bear. */
    private static final String SPACED = "(() => { const style = document.createElement('style'); style.id = 'spaced';"
            + " style.textContent = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
            + "p{margin-block-end:2em!important}'; document.head.append(style); })()";

    private static final String CLIPPED =
            "Array.from(document.querySelectorAll('main *')).filter(e => !e.closest('.hidden') && e.tagName !== 'TEXTAREA'"
                    + " && e.tagName !== 'INPUT' && getComputedStyle(e).overflow !== 'visible'"
                    + " && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)).map(e => e.outerHTML.slice(0, 80))";

    private static final ParallaxServer SERVER = ParallaxServer.shared();
    private static final AtomicInteger ENGAGEMENTS = new AtomicInteger();

    private final SoftAssertions softly = new SoftAssertions();

    /** Each page is loaded once a language; what it looks like elsewhere is asked of the same page. */
    @Test
    void everyPageFitsEveryWidthInLightAndDarkAndFromRightToLeft() throws Exception {
        Files.createDirectories(PICTURES);
        for (String link : links(1)) {
            try (BrowserContext window = TestBrowser.windowForChecks(360)) {
                look(window.newPage(), link.substring(3), link.substring(0, 2));
            }
        }
        softly.assertAll();
    }

    private void look(Page page, String link, String name) {
        page.navigate(link);
        // who asks and the first question, without scrolling
        softly.assertThat(page.locator("legend").first().boundingBox().y)
                .as(name)
                .isLessThan(640);
        shoot(page, name + "-start");
        press(page, "continue");
        shoot(page, name + "-check");
        press(page, "anyway");
        page.locator("#q0-4").check();
        page.locator("#q1-10").check();
        page.locator("#q2-a").check();
        press(page, "continue");
        assertThat(page.locator("#q3").count())
                .as("the question that an answer led to")
                .isOne();
        page.locator("#q3").fill("x".repeat(950));
        shoot(page, name + "-choices");
        changeElsewhere(page);
        shoot(page, name + "-changed");
        press(page, "continue");
        page.locator("#q4-other").check();
        page.locator("#q4_other").fill("A fair in Łódź");
        page.locator("#q5").fill("900");
        press(page, "continue");
        shoot(page, name + "-error");
        page.locator("#q5").fill("9");
        press(page, "continue");
        press(page, "anyway");
        shoot(page, name + "-words");
        press(page, "continue");
        shoot(page, name + "-last");
        press(page, "continue");
        shoot(page, name + "-review");
        page.navigate(link);
        assertThat(page.locator(".banner").count()).as("welcomed back").isOne();
        shoot(page, name + "-resume");
        page.navigate(link + "?colleague=1");
        shoot(page, name + "-colleague");
        page.waitForNavigation(() -> page.locator("main button").click());
        shoot(page, name + "-nobody");
        page.locator("#name").fill("Ann Lee");
        page.locator("#mail").fill("ann@look.example");
        page.waitForNavigation(() -> page.locator("main button").click());
        shoot(page, name + "-named");
        page.navigate(link.replaceFirst("/s/.*", "/s/unknown"));
        shoot(page, name + "-unknown");
        page.navigate(link);
        press(page, "submit", "?page=6");
        shoot(page, name + "-thanks");
        page.navigate(link);
        shoot(page, name + "-used");
    }

    /** As another window would: the page at hand is older than what is kept. */
    private static void changeElsewhere(Page page) {
        page.waitForResponse(
                response -> Objects.requireNonNullElse(response.request().postData(), "")
                        .contains("kept"),
                () -> page.locator("#q3").fill("kept"));
        page.evaluate("document.querySelector('[name=version]').value = '0'");
        page.locator("#q3").fill("typed in this one");
        press(page, "continue");
        assertThat(page.locator("[aria-labelledby=wrong-title]").count())
                .as("told of the other window")
                .isOne();
    }

    private static void press(Page page, String button, String at) {
        if (page.locator("main button[value='" + button + "']").count() == 0) {
            page.navigate(page.url().replaceFirst("\\?.*", "") + at);
        }
        press(page, button);
    }

    private static void press(Page page, String button) {
        page.waitForNavigation(
                () -> page.locator("main button[value='" + button + "']").click());
    }

    private void shoot(Page page, String name) {
        for (View view : View.ALL) {
            view.applyTo(page);
            String seen = name + "-" + view.name();
            softly.assertThat(TestBrowser.scrollsSideways(page))
                    .as(seen + " scrolls sideways")
                    .isFalse();
            softly.assertThat(page.evaluate(LOW))
                    .as(seen + ": targets lower than 48 pixels")
                    .isEqualTo(0);
            if (view.isChecked(name)) {
                softly.assertThat(TestBrowser.violations(page)).as(seen).isEmpty();
            }
            if (view.isPictured(name)) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("respondent-" + seen + ".png"))
                        .setFullPage(true));
            }
        }
        View.ALL.get(0).applyTo(page);
        page.evaluate(SPACED);
        softly.assertThat(TestBrowser.scrollsSideways(page))
                .as(name + " scrolls sideways with wider text")
                .isFalse();
        softly.assertThat(page.evaluate(CLIPPED))
                .as(name + ": clipped with wider text")
                .isEqualTo(List.of());
        page.evaluate("document.getElementById('spaced').remove()");
    }

    @Test
    void aWholeFormIsAnsweredByKeyboardWithoutScriptsInBothDirections() {
        List<String> links = links(1);
        for (String link : links) {
            try (BrowserContext window = TestBrowser.window(360)) {
                Page page = window.newPage();
                page.navigate(link.substring(3));
                List<String> met = new ArrayList<>();
                String before = "";
                for (int pages = 0; pages < 12 && page.locator("form").count() > 0; pages++) {
                    before = page.locator("main").textContent();
                    walk(page, met);
                }
                // what was typed and chosen has arrived, of every kind
                assertThat(before)
                        .contains(
                                link.startsWith("ar") ? "تمت الإجابة عن جميع الأسئلة." : "All questions are answered.");
                assertThat(page.locator("h1").textContent())
                        .isEqualTo(
                                link.startsWith("ar")
                                        ? "شكرًا لك. وصلت إجاباتك."
                                        : "Thank you. Your answers are received.");
                assertThat(met)
                        .contains(
                                "x0",
                                "i2",
                                "q0",
                                "q1",
                                "q2",
                                "q3",
                                "q4",
                                "q4_other",
                                "q5",
                                "q6",
                                "q7_1",
                                "q7_3",
                                "q8",
                                "q9")
                        .contains("results", "contact", "comment");
            }
        }
    }

    /** From the top of a page to its last button, by Tab, Space, typing and Enter only. */
    private static void walk(Page page, List<String> met) {
        List<String> done = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            List<?> focused = (List<?>) page.evaluate(FOCUSED);
            String name = (String) focused.get(0);
            String value = (String) focused.get(1);
            String type = (String) focused.get(2);
            met.add(name);
            if (name.equals("go") && (value.equals("continue") || value.equals("submit"))) {
                page.waitForNavigation(() -> page.keyboard().press("Enter"));
                return;
            }
            if (done.contains(name + value)) {
                continue;
            }
            done.add(name + value);
            if (type.equals("radio") || type.equals("checkbox")) {
                page.keyboard().press("Space");
            } else if (type.equals("date")) {
                page.keyboard().type("31032026");
            } else if (!name.equals("go") && !name.isEmpty()) {
                page.keyboard().type(focused.get(3).equals("numeric") ? "42" : "word" + name);
            }
        }
        throw new AssertionError("no way on by keyboard from " + page.title());
    }

    @Test
    void aPageIsSavedAsItIsFilledInAndAgainOnceTheLineIsBack() {
        String link = links(1).get(0).substring(3);
        try (BrowserContext window = TestBrowser.windowForChecks(360)) {
            Page page = window.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(link);
            assertThat(asked).as("requests of the first view").hasSizeLessThanOrEqualTo(2);
            Response saved = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator("#x0-4").check());
            assertThat(saved.status()).isEqualTo(204);
            assertThat(saved.request().postData().length()).isLessThan(1024);
            page.waitForCondition(
                    () -> page.locator("#status").textContent().equals("Your answers are saved as you go."));
            window.setOffline(true);
            page.locator("#i0-5").check();
            page.waitForCondition(() -> page.locator("#status").textContent().startsWith("Not saved yet."));
            window.setOffline(false);
            page.waitForCondition(() -> page.locator("#status").textContent().equals("Saved again."));
            page.navigate(link + "?page=1");
            assertThat(page.locator("#x0-4").isChecked()).isTrue();
            assertThat(page.locator("#i0-5").isChecked()).isTrue();
            page.locator("#x1-2").check();
            press(page, "continue");
            assertThat(page.locator("h1").textContent())
                    .as("no conflict with one's own saves")
                    .startsWith("Part 1");
            assertThat(page.locator("#open").count()).isOne();
            assertThat(page.locator("#x1-2").isChecked()).isTrue();
        }
    }

    @Test
    void aScannerThatRunsScriptsAndWaitsSendsNothing() {
        String link = links(1).get(0).substring(3);
        try (BrowserContext window = TestBrowser.windowForChecks(360)) {
            Page page = window.newPage();
            List<String> methods = new ArrayList<>();
            page.onRequest(request -> methods.add(request.method()));
            page.clock().install();
            page.navigate(link);
            page.mouse().move(100, 300);
            page.clock().runFor(30_000);
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            page.navigate(link);
            assertThat(methods).isNotEmpty().containsOnly("GET");
            assertThat(page.locator("main").textContent()).doesNotContain("Welcome back");
        }
    }

    @Test
    void theLargestThingIsThereWithinThreeSecondsOnASlowLine() {
        String link = links(1).get(0).substring(3);
        try (BrowserContext window = TestBrowser.windowForChecks(360)) {
            Page page = window.newPage();
            page.navigate(SERVER.base() + "/s/unknown");
            com.microsoft.playwright.CDPSession line = window.newCDPSession(page);
            com.google.gson.JsonObject slow = new com.google.gson.JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", 2000);
            slow.addProperty("downloadThroughput", 400_000 / 8);
            slow.addProperty("uploadThroughput", 400_000 / 8);
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slow);
            page.navigate(link);
            Object painted = page.evaluate(
                    "() => new Promise(done => new PerformanceObserver(list =>"
                            + " done(list.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))");
            System.out.printf("largest contentful paint at 400 kbit/s and 2 s: %s ms%n", painted);
            assertThat(((Number) painted).doubleValue()).isLessThan(3000);
        }
    }

    /** Links of people, each behind its language and a blank. */
    private static List<String> links(int each) {
        ApiClient api = SERVER.api();
        int number = ENGAGEMENTS.incrementAndGet();
        String engagement = api.post(
                        "/api/engagements",
                        "{\"name\": \"Every kind %d\", \"client\": \"Northwind\", \"languages\": [\"en\", \"ar\"]}"
                                .formatted(number))
                .require(201)
                .path("id")
                .asText();
        api.put("/api/engagements/" + engagement + "/questionnaire", MODEL).require(200);
        String people = Stream.of("en", "ar")
                .flatMap(language -> java.util.stream.IntStream.range(0, each)
                        .mapToObj(i -> "customer,%s%d.%d@look.example,Account %d,%s"
                                .formatted(language, i, number, i, language)))
                .collect(Collectors.joining("\n", "audience,email,account,language\n", "\n"));
        api.post("/api/engagements/" + engagement + "/contacts", "text/csv", people)
                .require(200);
        String wave = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        List<String> links = new ArrayList<>();
        for (JsonNode mail :
                api.get("/api/waves/" + wave + "/outbox?limit=100").require(200).path("items")) {
            links.add(mail.path("to").asText().substring(0, 2) + " "
                    + mail.at("/shown/link").asText());
        }
        links.sort(java.util.Comparator.reverseOrder());
        assertThat(links).hasSize(2 * each);
        return links.stream()
                .sorted(java.util.Comparator.comparing(link -> link.startsWith("ar")))
                .toList();
    }

    private record View(String name, int width, ColorScheme scheme, ForcedColors forced) {

        static final List<View> ALL = List.of(
                new View("light", 360, ColorScheme.LIGHT, ForcedColors.NONE),
                new View("dark", 360, ColorScheme.DARK, ForcedColors.NONE),
                new View("forced", 360, ColorScheme.LIGHT, ForcedColors.ACTIVE),
                new View("narrow", 320, ColorScheme.LIGHT, ForcedColors.NONE),
                new View("tablet", 768, ColorScheme.LIGHT, ForcedColors.NONE),
                // 1280 pixels at 200 %
                new View("zoomed", 640, ColorScheme.DARK, ForcedColors.NONE),
                new View("desk", 1280, ColorScheme.LIGHT, ForcedColors.NONE));

        void applyTo(Page page) {
            page.setViewportSize(width, width < 600 ? 640 : 800);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        }

        /** In all colours from one side, in dark from the other; narrow and enlarged where the page may differ. */
        boolean isChecked(String page) {
            if (page.startsWith("ar")) {
                return name.equals("dark");
            }
            return List.of("light", "dark", "forced").contains(name)
                    || width != 360
                            && List.of("en-start", "en-error", "en-resume", "en-review")
                                    .contains(page);
        }

        boolean isPictured(String page) {
            return (page.startsWith("ar") ? List.of("dark") : List.of("light", "desk")).contains(name);
        }
    }

    private static final String MODEL = model();

    private static String model() {
        try {
            return MAPPER.writeValueAsString(Map.of(
                    "languages",
                    List.of("en", "ar"),
                    "scale_points",
                    5,
                    "touchpoints",
                    List.of(
                            touchpoint("website", "Website", "الموقع الإلكتروني", "marketing"),
                            touchpoint("demo", "Demo", "العرض التوضيحي", "sales"),
                            touchpoint("price", "Price", "السعر", "other")),
                    "pages",
                    List.of(
                            page(
                                    "views",
                                    "Your views",
                                    "آراؤك",
                                    item("agree", "agreement", Map.of()),
                                    item(
                                            "likely",
                                            "zero_to_ten",
                                            Map.of(
                                                    "low", both("Not at all likely", "غير محتمل إطلاقًا"),
                                                    "high", both("Extremely likely", "محتمل جدًا"))),
                                    item("reason", "single", Map.of("choices", choices(), "other", true)),
                                    item(
                                            "why",
                                            "long_text",
                                            Map.of("show_if", Map.of("item", "reason", "one_of", List.of("a"))))),
                            page(
                                    "facts",
                                    "Some facts",
                                    "بعض الحقائق",
                                    item("seen", "multiple", Map.of("choices", choices(), "other", true)),
                                    item("people", "number", Map.of("minimum", 0, "maximum", 500)),
                                    item("since", "date", Map.of())),
                            page(
                                    "words",
                                    "Sales in three words",
                                    "ثلاث كلمات عن المبيعات",
                                    item("sales_words", "words", Map.of("show_if", Map.of("met", "sales"))),
                                    item("sentence", "short_text", Map.of("show_if", Map.of("met", "sales")))),
                            page("last", "One last question", "سؤال أخير", item("missing", "long_text", Map.of())))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> touchpoint(String key, String english, String arabic, String owner) {
        return Map.of("key", key, "labels", both(english, arabic), "owner", owner, "phase", "decide");
    }

    @SafeVarargs
    private static Map<String, Object> page(String key, String english, String arabic, Map<String, Object>... items) {
        return Map.of("key", key, "titles", both(english, arabic), "items", List.of(items));
    }

    private static Map<String, Object> item(String key, String kind, Map<String, Object> more) {
        Map<String, Object> item = new java.util.LinkedHashMap<>();
        item.put("key", key);
        item.put("kind", kind);
        item.put(
                "wordings",
                Map.of(
                        "customer",
                        Map.of(
                                "en",
                                        Map.of(
                                                "question",
                                                "What about the %s at {client}?".formatted(key.replace('_', ' ')),
                                                "hint",
                                                "Please do not name people."),
                                "ar",
                                        Map.of(
                                                "question",
                                                "ما رأيك في هذا الأمر لدى {client}؟",
                                                "hint",
                                                "يُرجى عدم ذكر أسماء أشخاص."))));
        item.putAll(more);
        return item;
    }

    private static List<Map<String, Object>> choices() {
        return List.of(
                Map.of("key", "a", "labels", both("The quality of the advice", "جودة المشورة")),
                Map.of("key", "b", "labels", both("The price", "السعر")));
    }

    private static Map<String, String> both(String english, String arabic) {
        return Map.of("en", english, "ar", arabic);
    }
}
