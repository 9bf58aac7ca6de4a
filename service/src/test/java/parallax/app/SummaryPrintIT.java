package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leadership gets one sheet of paper: finding, chart and table of twelve touchpoints. */
class SummaryPrintIT {

    private static final Path PRINTED = Path.of("target/pictures/summary.pdf");

    private final ParallaxServer server = ParallaxServer.shared();

    @Test
    @Tag("browser")
    void theSummaryOfTheSamplePrintsOnOnePage() throws Exception {
        Files.createDirectories(PRINTED.getParent());
        String wave = server.awaitSampleWave().path("id").asText();
        try (BrowserContext window = TestBrowser.window(1280)) {
            Page page = window.newPage();
            TestBrowser.signIn(page, server);
            page.navigate(server.base() + "/waves/" + wave + "/summary");
            byte[] printed = page.pdf(new Page.PdfOptions().setPath(PRINTED).setPreferCSSPageSize(true));
            long pages = Pattern.compile("/Type\\s*/Page\\b")
                    .matcher(new String(printed, StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
            assertThat(pages).isEqualTo(1);
        }
    }
}
