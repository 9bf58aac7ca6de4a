package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabasesIT {

    private final Handle field = TestDatabase.shared().field().open();

    @AfterEach
    void close() {
        field.close();
    }

    @Test
    void typedIdsGoInAndComeOut() {
        SampleId id = new SampleId(UUID.randomUUID());
        SampleId read = field.createQuery("SELECT :id")
                .bind("id", id)
                .mapTo(SampleId.class)
                .one();
        assertThat(read).isEqualTo(id);
        List<SampleId> found = field.createQuery("SELECT CAST(NULL AS uuid) WHERE :id = ANY (:ids)")
                .bind("id", id)
                .bindArray("ids", SampleId.class, List.of(id))
                .mapTo(SampleId.class)
                .list();
        assertThat(found).hasSize(1).containsOnlyNulls();
    }

    @Test
    void enumsAreLowerCaseInTheDatabase() {
        String written = field.createQuery("SELECT :kind")
                .bind("kind", Kind.HALF_DONE)
                .mapTo(String.class)
                .one();
        assertThat(written).isEqualTo("half_done");
        Kind read = field.createQuery("SELECT 'half_done'").mapTo(Kind.class).one();
        assertThat(read).isEqualTo(Kind.HALF_DONE);
        assertThatThrownBy(() ->
                        field.createQuery("SELECT 'lost'").mapTo(Kind.class).one())
                .hasMessageContaining("the database holds 'lost', which is no Kind");
    }

    @Test
    void instantsSurviveASessionZoneThatIsNotUtc() {
        Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
        String zone = field.createQuery("SHOW timezone").mapTo(String.class).one();
        assertThat(zone).isNotEqualTo("UTC");
        Instant read = field.createQuery("SELECT CAST(:at AS timestamptz)")
                .bind("at", instant)
                .mapTo(Instant.class)
                .one();
        assertThat(read).isEqualTo(instant);
    }

    @Test
    void theFieldCannotRewriteTheMigrationHistory() {
        assertThatThrownBy(() -> field.execute("DELETE FROM study.flyway_schema_history"))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void recordsAreBoundAndRead() {
        Sample sample = new Sample(new SampleId(UUID.randomUUID()), Kind.HALF_DONE, "text");
        Sample read = field.createQuery("SELECT :id AS id, :kind AS kind, :name AS name")
                .bindMethods(sample)
                .map(ConstructorMapper.of(Sample.class))
                .one();
        assertThat(read).isEqualTo(sample);
    }

    @Test
    void errorsNameNoValueThatWasBoundOrStored() {
        String insert = "INSERT INTO access.person (id, email, email_key, name, role, password_hash)"
                + " VALUES (:id, :email, :email, 'n', 'owner', 'h')";
        TestDatabase.clean();
        field.createUpdate(insert)
                .bind("id", UUID.randomUUID())
                .bind("email", "anna@example.org")
                .execute();
        assertThatThrownBy(() -> field.createUpdate(insert)
                        .bind("id", UUID.randomUUID())
                        .bind("email", "anna@example.org")
                        .execute())
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasStackTraceContaining("person_email_is_taken")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("anna@"));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Public, as Jdbi makes no other. */
    public record Sample(SampleId id, Kind kind, String name) {}

    public enum Kind {
        HALF_DONE
    }

    public record SampleId(UUID value) implements Id {}
}
