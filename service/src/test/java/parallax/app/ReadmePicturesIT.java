package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the two pictures of README.md from the sample, in {@code target/pictures}; copy them to {@code docs/pictures} when
 * the look changes.
 */
class ReadmePicturesIT {

    private static final Path PICTURES = Path.of("target/pictures");

    private final ParallaxServer server = ParallaxServer.shared();

    @TempDir
    Path folder;

    @Test
    @Tag("browser")
    void theSummaryOfTheSampleMakesAPicture() throws Exception {
        Files.createDirectories(PICTURES);
        String wave = server.awaitSampleWave().path("id").asText();
        try (BrowserContext window = TestBrowser.window(1280)) {
            Page page = window.newPage();
            TestBrowser.signIn(page, server);
            page.navigate(server.base() + "/waves/" + wave + "/summary");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("summary.png"))
                    .setClip(0, 0, 1280, 1130)
                    .setFullPage(true));
        }
        assertThat(PICTURES.resolve("summary.png")).isNotEmptyFile();
    }

    @Test
    @Tag("office")
    void theSalesWorkbookOfTheSampleMakesAPicture() throws Exception {
        Files.createDirectories(PICTURES);
        String wave = server.awaitSampleWave().path("id").asText();
        Files.write(
                folder.resolve("sales.xlsx"), server.api().download("/api/waves/" + wave + "/workbooks/sales.xlsx"));
        run(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                "pdf",
                "sales.xlsx");
        run("pdftoppm", "-png", "-r", "80", "-f", "2", "-l", "2", "-singlefile", "sales.pdf", "workbook");
        Files.copy(
                folder.resolve("workbook.png"),
                PICTURES.resolve("workbook.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(PICTURES.resolve("workbook.png")).isNotEmptyFile();
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
