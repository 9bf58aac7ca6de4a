package parallax.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses a database whose logins could look over the wall between people and answers. */
final class Walls {

    private static final String OVERPOWERED = """
            SELECT rolname, 'is a superuser or may make roles, replicate or bypass row security'
            FROM pg_catalog.pg_roles
            WHERE rolname IN ('parallax_owner', 'parallax_field', 'parallax_count', 'parallax_report')
              AND (rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls)
            UNION ALL
            SELECT member.rolname, 'is a member of ' || granted.rolname
            FROM pg_catalog.pg_auth_members membership
                JOIN pg_catalog.pg_roles member ON member.oid = membership.member
                JOIN pg_catalog.pg_roles granted ON granted.oid = membership.roleid
            WHERE member.rolname IN ('parallax_owner', 'parallax_field', 'parallax_count', 'parallax_report')
            UNION ALL
            SELECT login, 'may use the schema ' || schema
            FROM (VALUES ('parallax_field', 'answers'),
                         ('parallax_count', 'identity'),
                         ('parallax_count', 'access'),
                         ('parallax_report', 'identity'),
                         ('parallax_report', 'access'),
                         ('parallax_report', 'box')) AS forbidden (login, schema)
            WHERE has_schema_privilege(login, schema, 'USAGE')""";

    private Walls() {}

    static void require(Address address) {
        try (Connection connection = address.connect(Login.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OVERPOWERED)) {
            if (rows.next()) {
                throw new DatabaseUnusableException(
                        "The login %s %s, so people and answers would not be kept apart; an administrator must take that from it."
                                .formatted(rows.getString(1), rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new DatabaseUnusableException(
                    "The rights of the database logins could not be checked: %s".formatted(e.getMessage()), e);
        }
    }
}
