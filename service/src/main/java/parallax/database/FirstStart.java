package parallax.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the superuser of the embedded server does, once. As long as the file with its password exists the first start is
 * unfinished, and every step of it may be done again.
 */
final class FirstStart {

    static final String SUPERUSER = "postgres";
    static final String DATABASE = "parallax";
    static final String PASSWORDS = "passwords";
    private static final String WRONG_PASSWORD = "28P01";

    private final Path superuserFile;
    private final Path passwordsFile;
    private final SecureRandom random;

    FirstStart(Path folder, SecureRandom random) {
        this.superuserFile = folder.resolve("superuser");
        this.passwordsFile = folder.resolve(PASSWORDS);
        this.random = random;
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Passwords without a cluster: somebody's data is missing, and an empty start would hide it. */
    void requireNothingLost() {
        if (DataFolder.has(passwordsFile)) {
            throw new DatabaseUnusableException(
                    "The folder cluster is missing beside %s; restore it, or remove that file to start with an empty database."
                            .formatted(passwordsFile));
        }
    }

    Path makeSuperuserPassword() throws IOException {
        DataFolder.writeSecret(superuserFile, Passwords.word(random) + "\n");
        return superuserFile;
    }

    /** Makes database and logins where that is still to do; returns the passwords of the logins. */
    Passwords finish(int port) throws IOException {
        if (DataFolder.has(superuserFile)) {
            if (!DataFolder.has(passwordsFile)) {
                DataFolder.writeSecret(passwordsFile, Passwords.random(random).toFile());
            }
            makeLogins(port, Files.readString(superuserFile).strip(), Passwords.read(passwordsFile));
            DataFolder.delete(superuserFile);
        }
        return Passwords.read(passwordsFile);
    }

    private static void makeLogins(int port, String superuserPassword, Passwords passwords) throws IOException {
        try (Connection connection =
                DriverManager.getConnection(jdbcUrl(port, "postgres"), SUPERUSER, superuserPassword)) {
            if (!hasDatabase(connection)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " TEMPLATE template0");
            }
            try (Connection inside =
                    DriverManager.getConnection(jdbcUrl(port, DATABASE), SUPERUSER, superuserPassword)) {
                inside.setAutoCommit(false);
                execute(inside, AdministratorScript.with(passwords));
                inside.commit();
            }
            execute(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            execute(connection, "ALTER ROLE " + SUPERUSER + " PASSWORD NULL");
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseUnusableException(
                        "The database could not be prepared: %s.".formatted(e.getMessage()), e);
            }
            // thrown away already: an earlier first start ended between that and the removal of the file
        }
    }

    private static boolean hasDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1 FROM pg_catalog.pg_database WHERE datname = '" + DATABASE + "'")) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
