package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page of the workspace on a phone and on a desk: nothing scrolls sideways, the accessibility checker finds nothing.
 * Leaves pictures in {@code target/pictures} to be looked at.
 */
@Tag("browser")
class PagesLookIT {

    private static final Path PICTURES = Path.of("target/pictures");

    private final ParallaxServer server = ParallaxServer.shared();

    @Test
    void everyPageFitsAPhoneAndADeskAndIsAccessible() throws Exception {
        Files.createDirectories(PICTURES);
        SoftAssertions softly = new SoftAssertions();
        for (int width : new int[] {360, 1280}) {
            try (BrowserContext window = TestBrowser.windowForChecks(width)) {
                Page page = window.newPage();
                page.navigate(server.base() + "/sign-in");
                look(page, width, "sign-in", softly);
                TestBrowser.signIn(page, server);
                for (Map.Entry<String, String> entry : pages().entrySet()) {
                    assertThat(page.navigate(server.base() + entry.getValue()).status())
                            .as(entry.getValue())
                            .isIn(200, 404);
                    look(page, width, entry.getKey(), softly);
                }
                String engagement = newEngagement();
                page.navigate(server.base() + engagement + "/instrument");
                page.locator("input[type=file]")
                        .setInputFiles(new FilePayload(
                                "survey.lss", "application/xml", InstrumentIT.SURVEY.getBytes(StandardCharsets.UTF_8)));
                page.locator("main button.button").click();
                assertThat(page.locator("h1").textContent()).isEqualTo("What the file holds");
                look(page, width, "instrument-check", softly);
                server.api()
                        .put("/api" + engagement + "/questionnaire", questionnaire(engagement))
                        .require(200);
                page.locator("main button.button").click();
                assertThat(page.locator("[role=alert]").textContent()).contains("Nothing was written");
                look(page, width, "instrument-changed", softly);
            }
        }
        softly.assertAll();
    }

    private String newEngagement() {
        return "/engagements/"
                + server.api()
                        .post("/api/engagements", "{\"name\": \"From a file\", \"client\": \"Northwind\"}")
                        .require(201)
                        .path("id")
                        .asText();
    }

    private String questionnaire(String engagement) {
        ObjectNode model = server.api()
                .get("/api" + engagement + "/questionnaire")
                .require(200)
                .deepCopy();
        model.remove("version");
        return model.toString();
    }

    private Map<String, String> pages() {
        JsonNode sample = server.awaitSampleWave();
        String engagement = "/engagements/" + sample.path("engagement").asText();
        String wave = "/waves/" + sample.path("id").asText();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("engagements", "/");
        pages.put("new-engagement", "/engagements/new");
        pages.put("engagement", engagement);
        pages.put("touchpoints", engagement + "/touchpoints");
        pages.put("questionnaire", engagement + "/questionnaire");
        pages.put("new-item", engagement + "/questionnaire/items/new");
        pages.put("texts", engagement + "/questionnaire/texts");
        pages.put("standard-texts", engagement + "/questionnaire/texts?part=standard");
        pages.put("contacts", engagement + "/contacts");
        pages.put("contacts-import", engagement + "/contacts/import");
        String invitation = "kind=invitation&audience=customer&language=en";
        pages.put("messages", engagement + "/messages");
        pages.put("message", engagement + "/messages/edit?" + invitation);
        pages.put("message-preview", engagement + "/messages/preview?" + invitation);
        pages.put("heads-up-preview", engagement + "/messages/preview?kind=heads_up&audience=team&language=en");
        pages.put("wave-messages", wave + "/messages");
        pages.put("wave-launch", wave + "/launch");
        pages.put("settings", engagement + "/settings");
        pages.put("instrument", engagement + "/instrument");
        pages.put("form-customer", engagement + "/forms/customer");
        pages.put("new-wave", engagement + "/waves/new");
        pages.put("delete-engagement", engagement + "/delete");
        pages.put("wave", wave);
        pages.put("nomination", wave + "/nomination");
        pages.put("field", wave + "/field");
        pages.put("results", wave + "/results");
        pages.put("results-shortfall", wave + "/results?question=shortfall&sort=difference&order=descending");
        pages.put("results-agreement", wave + "/results?question=agreement");
        pages.put("figure", "/figures/" + figureId(wave, "perception_gap"));
        pages.put("figure-index", "/figures/" + figureId(wave, "alignment_index"));
        pages.put("summary", wave + "/summary");
        pages.put("outbox", wave + "/outbox");
        pages.put("api", "/api/docs");
        pages.put("not-found", "/nowhere");
        return pages;
    }

    private String figureId(String wave, String kind) {
        return server.api()
                .get("/api" + wave + "/figures?kind=" + kind)
                .require(200)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static void look(Page page, int width, String name, SoftAssertions softly) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        softly.assertThat(TestBrowser.scrollsSideways(page))
                .as(name + " scrolls sideways at " + width)
                .isFalse();
        softly.assertThat(TestBrowser.violations(page))
                .as(name + " at " + width)
                .isEmpty();
    }
}
