package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Photographs the whole form of customers and of Sales, with the bank's own words: five languages, three widths, three
 * looks. Not one of the tests, because people judge it: {@code ./mvnw -q test -Dtest=RespondentPictures} leaves the
 * pictures in {@code target/pictures/form}; a reduced choice lies in {@code docs/pictures/form}.
 */
class RespondentPictures {

    private static final Path PICTURES = Path.of("target/pictures/form");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");
    private static final List<String> AUDIENCES = List.of("customer", "sales");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ApiClient api = ParallaxServer.shared().api();

    @Test
    void theWholeFormIsPhotographed() throws Exception {
        Files.createDirectories(PICTURES);
        for (Map.Entry<String, String> link : links(launched()).entrySet()) {
            try (BrowserContext window = TestBrowser.window(360)) {
                walk(window.newPage(), link.getValue(), link.getKey());
            }
        }
    }

    private void walk(Page page, String link, String name) {
        page.navigate(link);
        int number = 0;
        while (page.locator("form button[name='go']").count() > 0) {
            page.locator("fieldset").all().forEach(group -> {
                if (group.locator("input[type='radio']:visible").count() > 2) {
                    group.locator("input[type='radio']:visible").nth(2).check();
                }
            });
            shoot(page, "%s-%02d".formatted(name, number++));
            String on = Stream.of("anyway", "continue", "submit")
                    .filter(value ->
                            page.locator("main button[value='" + value + "']").count() > 0)
                    .findFirst()
                    .orElseThrow();
            page.waitForNavigation(
                    () -> page.locator("main button[value='" + on + "']").click());
        }
        shoot(page, "%s-%02d".formatted(name, number));
        assertThat(number).isGreaterThan(5);
    }

    private static void shoot(Page page, String name) {
        Map<String, Page.EmulateMediaOptions> looks = Map.of(
                "light", look(ColorScheme.LIGHT, ForcedColors.NONE),
                "dark", look(ColorScheme.DARK, ForcedColors.NONE),
                "forced", look(ColorScheme.LIGHT, ForcedColors.ACTIVE));
        for (int width : List.of(360, 768, 1280)) {
            page.setViewportSize(width, 640);
            looks.forEach((look, media) -> {
                page.emulateMedia(media);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, look)))
                        .setFullPage(true));
            });
        }
    }

    private static Page.EmulateMediaOptions look(ColorScheme scheme, ForcedColors forced) {
        return new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced);
    }

    /** @return where the wave's mails are listed: every audience in every language, with the bank's instruments */
    private String launched() throws Exception {
        String engagement = "/api/engagements/"
                + api.post(
                                "/api/engagements",
                                "{\"name\": \"The whole form\", \"client\": \"Northwind\", \"languages\": %s}"
                                        .formatted(MAPPER.writeValueAsString(LANGUAGES)))
                        .require(201)
                        .path("id")
                        .asText();
        ObjectNode model =
                (ObjectNode) api.get(engagement + "/questionnaire").require(200).deepCopy();
        model.remove("version");
        ArrayNode pages = (ArrayNode) model.withArray("pages");
        int at = 0;
        try (InputStream bank = RespondentPictures.class.getResourceAsStream("/bank/instruments.json")) {
            for (JsonNode instrument : MAPPER.readTree(bank)) {
                if (List.of("material", "outcomes", "seven_signs")
                        .contains(instrument.path("key").asText())) {
                    for (JsonNode page : instrument.path("pages")) {
                        pages.insert(at++, page);
                    }
                }
            }
        }
        api.put(engagement + "/questionnaire", model.toString()).require(200);
        String people = AUDIENCES.stream()
                .flatMap(audience -> LANGUAGES.stream()
                        .map(language -> "%s,%s@%s.example,Account %2$s,%2$s".formatted(audience, language, audience)))
                .collect(Collectors.joining("\n", "audience,email,account,language\n", "\n"));
        api.post(engagement + "/contacts", "text/csv", people).require(200);
        String wave = "/api/waves/"
                + api.post(
                                engagement + "/waves",
                                "{\"name\": \"Baseline\", \"audiences\": %s}"
                                        .formatted(MAPPER.writeValueAsString(AUDIENCES)))
                        .require(201)
                        .path("id")
                        .asText();
        api.post(wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        return wave + "/outbox?limit=100";
    }

    /** Links by language and audience, as soon as every mail has its own. */
    private Map<String, String> links(String outbox) {
        Map<String, String> links = shownLinks(outbox);
        while (links.containsValue("")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            links = shownLinks(outbox);
        }
        assertThat(links).hasSize(LANGUAGES.size() * AUDIENCES.size());
        return links;
    }

    private Map<String, String> shownLinks(String outbox) {
        Map<String, String> links = new TreeMap<>();
        for (JsonNode mail : api.get(outbox).require(200).path("items")) {
            String to = mail.path("to").asText().toLowerCase(Locale.ROOT);
            links.put(
                    to.substring(0, 2) + "-" + to.replaceFirst(".*@", "").replaceFirst("\\.example$", ""),
                    mail.at("/shown/link").asText());
        }
        return links;
    }
}
