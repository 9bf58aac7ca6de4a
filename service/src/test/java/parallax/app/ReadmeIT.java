package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md promises that its API example runs as it stands there. */
class ReadmeIT {

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: begin -->\\s*```bash\\n(.*?)```\\s*<!-- example: end -->", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theApiExampleShowsWhyItCouldNotSignIn() throws Exception {
        Process process = start(ParallaxServer.EMAIL + ":not the password");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isNotZero();
        assertThat(output).contains("/problems/not-signed-in");
    }

    @Test
    void theApiExampleRunsAsPrinted() throws Exception {
        Process process = start(ParallaxServer.EMAIL + ":" + ParallaxServer.PASSWORD);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        // customers 2 and 3 in turn, sellers 4 and 5: a gap of 2
        assertThat(output).contains("\"respondents\":18").containsPattern("perception_gap.*,2\\.0,");
        assertThat(Files.size(folder.resolve("sales.xlsx"))).isGreaterThan(5_000);
    }

    private Process start(String owner) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", example.group(1))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("BASE", ParallaxServer.shared().base().toString());
        bash.environment().put("OWNER", owner);
        return bash.start();
    }
}
