package parallax.message;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

interface FindingsDao {

    @SqlQuery("""
            SELECT language, findings, decision
            FROM study.findings_letter
            WHERE wave_id = :wave
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> list(WaveId wave);

    @SqlUpdate("""
            INSERT INTO study.findings_letter (wave_id, language, findings, decision)
            VALUES (:wave, :language, :findings, :decision)
            ON CONFLICT (wave_id, language) DO UPDATE
            SET findings = excluded.findings, decision = excluded.decision
            """)
    void write(WaveId wave, String language, String findings, String decision);

    /** What a letter says in a language. */
    record Row(String language, String findings, String decision) {}
}
