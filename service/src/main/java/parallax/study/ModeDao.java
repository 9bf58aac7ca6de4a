package parallax.study;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How many customers of a closed wave answered how. */
interface ModeDao {

    @SqlQuery("""
            SELECT web, phone
            FROM study.wave_mode
            WHERE wave_id = :wave AND audience = 'customer'
            """)
    @RegisterConstructorMapper(Counts.class)
    Optional<Counts> find(WaveId wave);

    /** Exact numbers; {@link AnswerModes} says what of them may be told. */
    record Counts(int web, int phone) {}
}
