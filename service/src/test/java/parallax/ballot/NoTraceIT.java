package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.database.TestDatabase;

/** The tables of ballots and answers hold nothing that could tell when a row came or whom it belongs to. */
class NoTraceIT {

    @Test
    void noColumnHoldsATimeOrANumberInSequence() {
        List<String> types = query("""
                SELECT DISTINCT data_type
                FROM information_schema.columns
                WHERE table_schema IN ('box', 'answers')
                ORDER BY data_type""");
        assertThat(types).doesNotContain("date", "interval", "bigint").noneMatch(type -> type.startsWith("time"));
        assertThat(query("""
                SELECT table_name || '.' || column_name
                FROM information_schema.columns
                WHERE table_schema IN ('box', 'answers')
                  AND (column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS')""")).isEmpty();
    }

    @Test
    void noForeignKeyOrTriggerLeavesOrEntersThem() {
        assertThat(query("""
                SELECT conname::text
                FROM pg_constraint
                WHERE contype = 'f'
                  AND (conrelid::regclass::text ~ '^(box|answers)[.]' OR confrelid::regclass::text ~ '^(box|answers)[.]')
                """)).isEmpty();
        assertThat(query("""
                SELECT tgname::text
                FROM pg_trigger
                WHERE NOT tgisinternal AND tgrelid::regclass::text ~ '^(box|answers|identity)[.]'
                """)).isEmpty();
    }

    @Test
    void theServerKeepsNoTimesOfCommitsAndWritesNoStatementsDown() {
        assertThat(query("""
                SELECT name || '=' || setting
                FROM pg_settings
                WHERE name IN ('track_commit_timestamp', 'log_statement', 'log_min_duration_statement',
                    'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_min_error_statement',
                    'log_error_verbosity')
                ORDER BY name"""))
                .containsExactly(
                        "log_error_verbosity=terse",
                        "log_min_duration_statement=-1",
                        "log_min_error_statement=panic",
                        "log_parameter_max_length=0",
                        "log_parameter_max_length_on_error=0",
                        "log_statement=none",
                        "track_commit_timestamp=off");
    }

    private static List<String> query(String sql) {
        return TestDatabase.owner()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
