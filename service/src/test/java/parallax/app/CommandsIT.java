package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./run} as a person uses it: from any folder, after a crash, as any user, and ended by TERM or Ctrl-C. Needs the
 * packaged jar, so it runs after packaging.
 */
@Tag("commands")
class CommandsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<RunningService> started = new ArrayList<>();

    @AfterEach
    void stopAll() throws Exception {
        for (RunningService service : started) {
            service.kill();
        }
    }

    @Test
    void runShowsItsFirstPageFromAnyFolderAndPrintsTheSignInOnce() throws Exception {
        RunningService first = start();
        assertThat(first.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(first.log()).contains("http://localhost:" + first.port()).contains("owner@parallax.example");
        assertThat(first.log()).containsPattern("[Pp]assword: \\S{12,}");
        first.stop("TERM");

        RunningService second = start();
        assertThat(second.log()).doesNotContainPattern("[Pp]assword: ");
        second.stop("TERM");
    }

    @Test
    void termAndCtrlCEndItWithinFiveSecondsWithPostgresShutDownCleanly() throws Exception {
        for (String signal : List.of("TERM", "INT")) {
            RunningService service = start();
            Duration took = service.stop(signal);
            assertThat(took).as("end on " + signal).isLessThan(Duration.ofSeconds(5));
            assertThat(postmasterFiles())
                    .as("PostgreSQL still marked as running")
                    .isEmpty();
        }
    }

    @Test
    void itStartsAgainAfterKillNineWithTheSameSignIn() throws Exception {
        RunningService killed = start("PARALLAX_OWNER_PASSWORD=correct-horse-battery");
        killed.kill();

        RunningService again = start();
        assertThat(again.signIn("owner@parallax.example", "correct-horse-battery"))
                .isEqualTo(201);
        again.stop("TERM");
    }

    @Test
    void withoutItsKeysItRefusesToStartAndSaysWhy() throws Exception {
        start().stop("TERM");
        Path keys = folder.resolve("data-keys");
        Files.move(keys, folder.resolve("keys-elsewhere"));

        RunningService refused = launch(List.of());
        assertThat(refused.exitCode(PATIENCE)).isNotZero();
        assertThat(refused.log()).contains("KEYS_DIR").doesNotContain("\tat ");
        assertThat(keys.toFile().list())
                .as("new keys in place of the lost ones")
                .isNullOrEmpty();
    }

    private RunningService start(String... environment) throws Exception {
        RunningService service = launch(List.of(environment));
        service.awaitPage(PATIENCE);
        return service;
    }

    private RunningService launch(List<String> environment) throws IOException {
        RunningService service = RunningService.launch(folder.resolve("data"), environment);
        started.add(service);
        return service;
    }

    private List<Path> postmasterFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }
}
