package parallax.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the database is, and the passwords for it. */
record Address(String jdbcUrl, Passwords passwords) {

    private static final Logger LOG = LoggerFactory.getLogger(Address.class);
    private static final int OLDEST_VERSION = 15;
    private static final String JDBC = "jdbc:postgresql://";

    static Address outside(DatabaseSettings settings) {
        Passwords passwords = settings.passwords();
        if (passwords == null) {
            throw new DatabaseUnusableException(
                    "An outside database needs the passwords of its four logins (parallax_owner, parallax_field, parallax_count, parallax_report); %s makes them."
                            .formatted(AdministratorScript.NAME));
        }
        return new Address(jdbcUrl(String.valueOf(settings.url()).strip()), passwords);
    }

    /** Accepts JDBC and libpq addresses; a user and password in them are left out. */
    static String jdbcUrl(String url) {
        String rest = null;
        for (String scheme : new String[] {JDBC, "postgresql://", "postgres://"}) {
            if (url.startsWith(scheme)) {
                rest = url.substring(scheme.length());
                break;
            }
        }
        if (rest == null) {
            throw new DatabaseUnusableException(
                    "The address of the database must begin with postgresql:// or jdbc:postgresql://; correct DATABASE_URL.");
        }
        int slash = rest.indexOf('/');
        int at = rest.lastIndexOf('@', slash < 0 ? rest.length() : slash);
        if (slash < 0 || slash == rest.length() - 1 || rest.charAt(slash + 1) == '?') {
            throw new DatabaseUnusableException(
                    "The address of the database names no database; write it as postgresql://host:5432/parallax in DATABASE_URL.");
        }
        if (at >= 0) {
            LOG.warn("The user in the database address is not used: Parallax signs in as its own four logins");
        }
        return JDBC + rest.substring(at + 1);
    }

    Connection connect(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", passwords.of(login));
        properties.setProperty("ApplicationName", "parallax-start");
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Refuses, in one sentence, a login that cannot enter or a server that is too old. */
    void requireEntry(Login login) {
        try (Connection connection = connect(login)) {
            DatabaseMetaData server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST_VERSION) {
                throw new DatabaseUnusableException(
                        "Parallax needs PostgreSQL %d or newer, the database is PostgreSQL %s."
                                .formatted(OLDEST_VERSION, server.getDatabaseProductVersion()));
            }
            requireUnicode(connection);
        } catch (SQLException e) {
            throw new DatabaseUnusableException(explain(login, e), e);
        }
    }

    private static void requireUnicode(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW server_encoding")) {
            if (rows.next() && !"UTF8".equals(rows.getString(1))) {
                throw new DatabaseUnusableException(
                        "The database must be made with the encoding UTF8, this one has %s; %s says how."
                                .formatted(rows.getString(1), AdministratorScript.NAME));
            }
        }
    }

    private static String explain(Login login, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                "The database does not let %s in with the password set for it; an administrator makes the four logins and sets their passwords with %s."
                        .formatted(login.user(), AdministratorScript.NAME);
            case "42501" ->
                "The login %s may not enter this database; an administrator grants that with %s, run in that database."
                        .formatted(login.user(), AdministratorScript.NAME);
            case "3D000" ->
                "The database named in DATABASE_URL does not exist; an administrator makes it and prepares it with %s."
                        .formatted(AdministratorScript.NAME);
            case "08001", "08004", "08006" ->
                "The database cannot be reached (%s); check DATABASE_URL and that PostgreSQL runs."
                        .formatted(failure.getMessage());
            default -> "The database refused %s: %s (%s).".formatted(login.user(), failure.getMessage(), state);
        };
    }
}
