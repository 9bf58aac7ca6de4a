package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server as the product starts it, with its durable settings. */
class EmbeddedPostgresIT {

    @TempDir
    static Path binaries;

    @TempDir
    Path parent;

    private final Deque<EmbeddedPostgres> started = new ArrayDeque<>();

    private void start() {
        started.addLast(EmbeddedPostgres.start(folder(), binaries, List.of()));
    }

    private EmbeddedPostgres server() {
        return started.getLast();
    }

    private Path folder() {
        return parent.resolve("data");
    }

    @AfterEach
    void stop() {
        started.forEach(EmbeddedPostgres::close);
    }

    @Test
    void itIsDurableAndListensToThisMachineOnly() throws Exception {
        start();
        assertThat(settings(
                        "fsync",
                        "synchronous_commit",
                        "full_page_writes",
                        "data_checksums",
                        "listen_addresses",
                        "password_encryption"))
                .containsExactly("on", "on", "on", "on", "127.0.0.1", "scram-sha-256");
        assertThat(Files.readString(folder().resolve("cluster/pg_hba.conf"))
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    private List<String> settings(String... names) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        server().jdbcUrl(),
                        "parallax_owner",
                        server().passwords().owner());
                var statement = connection.createStatement()) {
            for (String name : names) {
                try (var rows = statement.executeQuery("SHOW " + name)) {
                    rows.next();
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }

    @Test
    void theSuperusersPasswordIsThrownAwayAndTheOthersAreForTheOwnerOfTheFileAlone() throws Exception {
        start();
        assertThat(folder().resolve("superuser")).doesNotExist();
        Path passwords = folder().resolve("passwords");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
        for (String guess : List.of("", "postgres", server().passwords().owner())) {
            assertThatThrownBy(() -> DriverManager.getConnection(server().jdbcUrl(), "postgres", guess)
                            .close())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
        }
        assertThat(server().passwords().toString()).isEqualTo("Passwords[hidden]");
    }

    @Test
    void aFirstStartKilledHalfwayIsFinishedByTheNext() throws Exception {
        // killed within initdb
        Files.createDirectories(folder().resolve("cluster.new/base"));
        Files.writeString(folder().resolve("superuser"), "half\n");
        // and then stopped between initdb and the logins
        Path inTheWay = folder().resolve("passwords.new/full");
        Files.createDirectories(inTheWay);
        assertThatThrownBy(this::start).isInstanceOf(DatabaseUnusableException.class);
        assertThat(folder().resolve("cluster/PG_VERSION")).exists();
        assertThat(folder().resolve("superuser")).exists();
        DataFolder.deleteTree(folder().resolve("passwords.new"));

        start();

        assertThat(folder().resolve("superuser")).doesNotExist();
        assertThat(settings("server_encoding")).containsExactly("UTF8");
    }

    @Test
    void aSuperuserFileLeftAfterItsPasswordWasThrownAwayIsRemoved() throws Exception {
        start();
        Passwords first = server().passwords();
        server().close();
        Files.writeString(folder().resolve("superuser"), "thrown away already\n");
        start();
        assertThat(folder().resolve("superuser")).doesNotExist();
        assertThat(server().passwords()).isEqualTo(first);
    }

    @Test
    void theDataAreThereAfterACleanStopWhichLeavesNoRecoveryToDo() throws Exception {
        start();
        Databases databases = Databases.open(server(), new MetricRegistry());
        databases.requireKeyFingerprint(new byte[] {1, 2});
        databases.close();
        assertThat(folder().resolve("cluster/postmaster.pid")).doesNotExist();
        Path log = folder().resolve("postgresql.log");
        Files.writeString(log, "");

        start();
        databases = Databases.open(server(), new MetricRegistry());

        assertThat(databases.keyFingerprint()).hasValue(new byte[] {1, 2});
        assertThat(Files.readString(log)).doesNotContain("not properly shut down");
        databases.close();
    }

    @Test
    void aDatabaseFilledUnderOtherKeysIsRefused() {
        start();
        try (Databases databases = Databases.open(server(), new MetricRegistry())) {
            assertThat(databases.keyFingerprint()).isEmpty();
            databases.requireKeyFingerprint(new byte[] {1});
            databases.requireKeyFingerprint(new byte[] {1});
            assertThatThrownBy(() -> databases.requireKeyFingerprint(new byte[] {2}))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("KEYS_DIR");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndLeavesTheFirstAlone() throws Exception {
        start();
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), binaries, List.of()))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("Another Parallax already runs on");
        assertThat(settings("fsync")).containsExactly("on");
    }

    @Test
    void lostFilesAreNamedAndNothingIsStartedEmpty() throws Exception {
        start();
        server().close();
        Path passwords = folder().resolve("passwords");
        Path elsewhere = folder().resolve("elsewhere");

        Files.move(passwords, elsewhere);
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("passwords");
        Files.move(elsewhere, passwords);

        Files.move(folder().resolve("cluster"), elsewhere);
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("The folder cluster is missing");
        assertThat(folder().resolve("cluster")).doesNotExist();
        Files.move(elsewhere, folder().resolve("cluster"));

        Files.writeString(folder().resolve("cluster/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("made by PostgreSQL 17");
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Files.writeString(folder(), "");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("is a file; set DATA_DIR to a folder");
    }
}
