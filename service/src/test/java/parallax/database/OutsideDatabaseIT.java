package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideDatabaseIT {

    private static final Path UNUSED = Path.of("no-such-folder");

    private final Address inside = TestDatabase.shared().address();
    private final String url = inside.jdbcUrl().replace("jdbc:", "");

    @Test
    void anOutsideDatabaseIsOpenedByItsAddressAndPasswords() {
        try (Databases databases = Databases.open(DatabaseSettings.outside(UNUSED, url, inside.passwords()))) {
            String user = databases
                    .report()
                    .withHandle(handle -> handle.createQuery("SELECT current_user")
                            .mapTo(String.class)
                            .one());
            assertThat(user).isEqualTo("parallax_report");
        }
        assertThat(UNUSED).doesNotExist();
    }

    @Test
    void aWrongPasswordIsToldInOneSentenceWithTheScriptThatHelps() {
        Passwords right = inside.passwords();
        Passwords wrong = new Passwords(right.owner(), right.field(), "guessed", right.report());
        assertThatThrownBy(() -> Databases.open(DatabaseSettings.outside(UNUSED, url, wrong)))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessage(
                        "The database does not let parallax_count in with the password set for it; an administrator makes the four logins and sets their passwords with docs/outside-database.sql.");
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        String other = url.replaceFirst("/parallax$", "/elsewhere");
        assertThatThrownBy(() -> Databases.open(DatabaseSettings.outside(UNUSED, other, inside.passwords())))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("docs/outside-database.sql");
        assertThatThrownBy(() -> Databases.open(
                        DatabaseSettings.outside(UNUSED, "postgresql://127.0.0.1:1/parallax", inside.passwords())))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void missingPasswordsAreAskedFor() {
        assertThatThrownBy(() -> Databases.open(new DatabaseSettings(UNUSED, url, null)))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("docs/outside-database.sql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://db.example:5433/parallax jdbc:postgresql://db.example:5433/parallax",
                "postgres://admin:p%40ss@db.example/parallax?a=b jdbc:postgresql://db.example/parallax?a=b",
                "jdbc:postgresql://one:5432,two/parallax jdbc:postgresql://one:5432,two/parallax"
            })
    void addressesOfEveryKindAreUnderstood(String given, String jdbc) {
        assertThat(Address.jdbcUrl(given)).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://db/parallax", "db.example", "postgresql://db.example", "postgresql://db.example/?a=b"})
    void otherAddressesAreRefused(String given) {
        assertThatThrownBy(() -> Address.jdbcUrl(given))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void theScriptOfTheDocumentsIsTheOneTheEmbeddedServerRan() throws Exception {
        Path documented = Path.of("docs/outside-database.sql");
        String script = AdministratorScript.with(new Passwords("o'wner", "field", "count", "report"));
        assertThat(script).contains("PASSWORD 'o''wner'").doesNotContain(":'");
        try (Stream<String> lines = Files.lines(documented)) {
            assertThat(lines.filter(line -> !line.contains("PASSWORD")).toList())
                    .isEqualTo(script.lines()
                            .filter(line -> !line.contains("PASSWORD"))
                            .toList());
        }
    }
}
