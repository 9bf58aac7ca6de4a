package parallax.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version, as the owner, whose login is closed afterwards. */
final class Migrations {

    private Migrations() {}

    static void run(Address address) {
        try {
            Flyway.configure()
                    .dataSource(
                            address.jdbcUrl(),
                            Login.OWNER.user(),
                            address.passwords().of(Login.OWNER))
                    .locations("classpath:migrations")
                    .defaultSchema("study")
                    .createSchemas(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnusableException(
                    "The tables could not be brought to this version: %s".formatted(e.getMessage()), e);
        }
    }
}
