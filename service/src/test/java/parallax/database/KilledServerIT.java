package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a kill -9 of the node, and of its PostgreSQL; the next start needs no help. */
class KilledServerIT {

    private static final int ROWS = 200;

    @TempDir
    Path parent;

    private final List<String> acknowledged = new ArrayList<>();
    private final List<ProcessHandle> servers = new ArrayList<>();

    /** A failure leaves no server behind. */
    @AfterEach
    void stopServers() {
        servers.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void nothingAcknowledgedIsLostWhenNodeAndServerAreKilled() throws Exception {
        Path folder = parent.resolve("data");

        ProcessHandle orphan = killNode(folder, 0);
        assertThat(orphan.onExit().get(60, TimeUnit.SECONDS).isAlive())
                .as("the server ends with its node")
                .isFalse();
        Path log = folder.resolve("postgresql.log");
        assertThat(Files.readString(log)).contains("database system is shut down");

        Process node = writeSome(folder, 1_000_000);
        ProcessHandle server = server(folder);
        server.destroyForcibly();
        node.destroyForcibly().waitFor();
        assertThat(server.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        Files.writeString(log, "");

        try (Databases databases = Databases.open(DatabaseSettings.embedded(folder))) {
            List<String> found = databases
                    .field()
                    .withHandle(handle -> handle.createQuery("SELECT name FROM identity.account")
                            .mapTo(String.class)
                            .list());
            assertThat(found).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * ROWS);
            assertThat(Files.readString(log)).contains("not properly shut down");
        }
    }

    private ProcessHandle killNode(Path folder, int begin) throws Exception {
        Process node = writeSome(folder, begin);
        ProcessHandle server = server(folder);
        node.destroyForcibly().waitFor();
        return server;
    }

    private Process writeSome(Path folder, int begin) throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNode.class.getName(),
                        folder.toString(),
                        Integer.toString(begin))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
        int seen = 0;
        for (String line = output.readLine(); line != null && seen < ROWS; line = output.readLine()) {
            if (line.matches("\\d+")) {
                acknowledged.add(line);
                seen++;
            }
        }
        return node;
    }

    private ProcessHandle server(Path folder) throws IOException {
        String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        servers.add(server);
        return server;
    }
}
