package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No login of the running service sees both people and answers, whatever it tries. */
class WallsIT {

    private static final String DENIED = "42501";

    /** What each login must not read. */
    private static final Map<Login, List<String>> HIDDEN = Map.of(
            Login.FIELD, List.of("answers.response", "box.ballot", "box.data_key", "box.unreadable"),
            Login.COUNT,
                    List.of(
                            "identity.contact",
                            "identity.invitation",
                            "identity.draft",
                            "identity.outbox",
                            "identity.account",
                            "access.person",
                            "access.session"),
            Login.REPORT,
                    List.of(
                            "identity.contact",
                            "identity.invitation",
                            "identity.draft",
                            "box.ballot",
                            "box.data_key",
                            "box.unreadable",
                            "access.person",
                            "access.audit"));

    private final Address address = TestDatabase.shared().address();

    @BeforeEach
    @AfterEach
    void clean() {
        TestDatabase.clean();
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELD", "COUNT", "REPORT"})
    void noLoginReadsTheOtherSide(Login login) throws SQLException {
        for (String table : hidden(login)) {
            for (String attempt : reads(table)) {
                assertThatCode(() -> run(Login.OWNER, attempt))
                        .as("the owner: %s", attempt)
                        .doesNotThrowAnyException();
                assertDenied(login, attempt);
            }
        }
    }

    private static List<String> hidden(Login login) {
        return HIDDEN.getOrDefault(login, List.of());
    }

    private static List<String> reads(String table) {
        return List.of(
                "SELECT * FROM " + table,
                "SELECT count(*) FROM " + table,
                "SELECT xmin, ctid FROM " + table,
                "SELECT query_to_xml('SELECT * FROM " + table + "', true, false, '')",
                "EXPLAIN ANALYZE SELECT * FROM " + table,
                "COPY (SELECT * FROM " + table + ") TO STDOUT");
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELD", "COUNT", "REPORT"})
    void noLoginBecomesAnother(Login login) throws SQLException {
        for (String other :
                List.of("parallax_owner", "parallax_field", "parallax_count", "parallax_report", "postgres")) {
            if (!other.equals(login.user())) {
                assertDenied(login, "SET ROLE " + other);
                assertDenied(login, "SET LOCAL ROLE " + other);
                assertDenied(login, "SET SESSION AUTHORIZATION " + other);
                assertDenied(login, "GRANT " + other + " TO " + login.user());
                assertDenied(login, "REASSIGN OWNED BY " + other + " TO " + login.user());
            }
        }
        for (String other : List.of("pg_read_all_data", "pg_monitor", "pg_read_server_files", "pg_maintain")) {
            assertDenied(login, "SET ROLE " + other);
        }
    }

    /** A session that had merely changed its role would come back to more by a RESET; these come back to themselves. */
    @ParameterizedTest
    @EnumSource(names = {"FIELD", "COUNT", "REPORT"})
    void resettingLeadsNowhere(Login login) throws SQLException {
        for (String reset :
                List.of("RESET ROLE", "SET ROLE NONE", "RESET SESSION AUTHORIZATION", "DISCARD ALL", "RESET ALL")) {
            for (String table : hidden(login)) {
                assertDenied(login, reset, "SELECT * FROM " + table);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELD", "COUNT", "REPORT"})
    void noLoginGivesItselfMore(Login login) throws SQLException {
        for (String attempt : List.of(
                "ALTER ROLE " + login.user() + " SUPERUSER",
                "CREATE ROLE spy SUPERUSER LOGIN",
                "ALTER TABLE answers.response OWNER TO " + login.user(),
                "CREATE SCHEMA spy",
                "CREATE TABLE public.spy (id integer)",
                "CREATE TEMPORARY TABLE spy (id integer)",
                "CREATE FUNCTION public.spy() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                "CREATE EXTENSION pageinspect",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION postgres_fdw",
                "CREATE PUBLICATION spy FOR ALL TABLES",
                "CREATE EVENT TRIGGER spy ON ddl_command_end EXECUTE FUNCTION pg_catalog.now()",
                "TRUNCATE identity.contact",
                "TRUNCATE answers.response",
                "ALTER SYSTEM SET log_statement = 'all'",
                "SET log_statement = 'all'",
                "SET session_replication_role = 'replica'")) {
            assertDenied(login, attempt);
        }
    }

    /** PostgreSQL only warns whoever hands on a right without the right to hand it on. */
    @Test
    void noLoginHandsItsRightsToAnother() throws SQLException {
        for (Login login : List.of(Login.COUNT, Login.REPORT)) {
            run(login, "GRANT SELECT ON answers.response TO PUBLIC");
            run(login, "GRANT USAGE ON SCHEMA answers TO parallax_field");
        }
        run(Login.FIELD, "GRANT ALL ON identity.contact TO PUBLIC");
        run(Login.FIELD, "GRANT USAGE ON SCHEMA identity TO parallax_count, parallax_report");
        assertDenied(Login.FIELD, "SELECT * FROM answers.response");
        assertDenied(Login.COUNT, "SELECT * FROM identity.contact");
        assertDenied(Login.REPORT, "SELECT * FROM identity.contact");
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELD", "COUNT", "REPORT"})
    void noLoginReadsFilesCatalogsOrOthersStatements(Login login) throws SQLException {
        for (String attempt : List.of(
                "SELECT pg_read_file('PG_VERSION')",
                "SELECT pg_ls_dir('.')",
                "SELECT lo_import('/etc/passwd')",
                "COPY study.wave TO '/var/tmp/spy'",
                "COPY (SELECT 1) TO PROGRAM 'id'",
                "SELECT rolpassword FROM pg_authid",
                "SELECT * FROM pg_statistic",
                "SELECT pg_switch_wal()",
                "SELECT pg_create_physical_replication_slot('spy')")) {
            assertDenied(login, attempt);
        }
        try (Connection owner = address.connect(Login.OWNER)) {
            execute(owner, "SELECT 'a secret of the owner'");
            assertThat(strings(login, "SELECT query FROM pg_stat_activity WHERE usename <> current_user"))
                    .isNotEmpty()
                    .allMatch(query -> query.equals("<insufficient privilege>"));
        }
    }

    @Test
    void whatPostgresqlKeepsAboutColumnsOfTheOtherSideIsNotShown() throws SQLException {
        try (Connection owner = address.connect(Login.OWNER)) {
            execute(owner, """
                    INSERT INTO identity.account (id, engagement_id, name)
                    SELECT gen_random_uuid(), gen_random_uuid(), 'Acme' FROM generate_series(1, 100)""");
            execute(owner, "ANALYZE identity.account");
        }
        String sql = "SELECT most_common_vals::text FROM pg_stats WHERE schemaname = 'identity' AND attname = 'name'";
        assertThat(strings(Login.OWNER, sql)).containsExactly("{Acme}");
        assertThat(strings(Login.COUNT, sql)).isEmpty();
        assertThat(strings(Login.REPORT, sql)).isEmpty();
    }

    @Test
    void theFieldPutsBallotsInButCannotTakeThemOutOrChangeThem() throws SQLException {
        String key = """
                INSERT INTO box.data_key (id, wave_id, wrapped)
                VALUES ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), '')
                ON CONFLICT DO NOTHING""";
        assertThatCode(() -> run(Login.FIELD, key, key)).doesNotThrowAnyException();
        assertThatCode(() -> run(Login.FIELD, """
                        INSERT INTO box.ballot (id, wave_id, audience, key_id, ciphertext)
                        VALUES (gen_random_uuid(), gen_random_uuid(), 'customer', gen_random_uuid(), '')""")).doesNotThrowAnyException();
        assertDenied(Login.FIELD, "DELETE FROM box.ballot");
        assertDenied(Login.FIELD, "UPDATE box.ballot SET audience = 'sales'");
        assertDenied(Login.FIELD, """
                INSERT INTO box.ballot (id, wave_id, audience, key_id, ciphertext)
                VALUES (gen_random_uuid(), gen_random_uuid(), 'customer', gen_random_uuid(), '')
                RETURNING ciphertext""");
        assertDenied(Login.COUNT, key);
    }

    @Test
    void theReportReadsAnswersAndChangesNothing() throws SQLException {
        assertThatCode(() -> run(Login.REPORT, "SELECT count(*) FROM answers.response"))
                .doesNotThrowAnyException();
        assertDenied(Login.REPORT, "DELETE FROM answers.response");
        assertDenied(Login.REPORT, "UPDATE answers.response SET account = NULL");
        assertDenied(Login.REPORT, "UPDATE study.wave SET state = 'open'");
        assertDenied(Login.COUNT, "UPDATE answers.response SET account = NULL");
        assertDenied(Login.FIELD, "UPDATE access.audit SET action = 'nothing'");
        assertDenied(Login.FIELD, "DELETE FROM access.audit");
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void noLoginEntersAnotherDatabaseOfTheServer(Login login) {
        for (String database : List.of("postgres", "template1")) {
            String url = address.jdbcUrl().replaceFirst("/parallax$", "/" + database);
            assertThat(url).endsWith(database);
            assertThatThrownBy(() -> DriverManager.getConnection(
                                    url, login.user(), address.passwords().of(login))
                            .close())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
        }
    }

    @Test
    void aLoginThatWasGivenTooMuchRefusesTheStart() throws SQLException {
        Walls.require(address);
        run(Login.OWNER, "GRANT USAGE ON SCHEMA answers TO parallax_field");
        try {
            assertThatThrownBy(() -> Walls.require(address))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("parallax_field may use the schema answers");
        } finally {
            run(Login.OWNER, "REVOKE USAGE ON SCHEMA answers FROM parallax_field");
        }
        Walls.require(address);
    }

    private void assertDenied(Login login, String... statements) {
        assertThatThrownBy(() -> run(login, statements))
                .as("%s: %s", login.user(), List.of(statements))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    private void run(Login login, String... statements) throws SQLException {
        try (Connection connection = address.connect(login)) {
            for (String statement : statements) {
                if (statement.startsWith("COPY (") && statement.endsWith("TO STDOUT")) {
                    connection
                            .unwrap(org.postgresql.PGConnection.class)
                            .getCopyAPI()
                            .copyOut(statement, java.io.OutputStream.nullOutputStream());
                } else {
                    execute(connection, statement);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(Login login, String sql) throws SQLException {
        try (Connection connection = address.connect(login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
