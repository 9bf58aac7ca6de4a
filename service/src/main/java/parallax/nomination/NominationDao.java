package parallax.nomination;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

@RegisterConstructorMapper(NominationRow.class)
interface NominationDao {

    @SqlQuery("""
            SELECT wave_id, chosen_by, eligible, named, CAST(struck AS text) AS struck, version
            FROM study.nomination
            WHERE wave_id = :wave
            """)
    Optional<NominationRow> find(WaveId wave);

    @SqlUpdate("""
            INSERT INTO study.nomination (wave_id, chosen_by, eligible, named, struck, version)
            VALUES (:waveId, :chosenBy, :eligible, :named, CAST(:struck AS jsonb), :version)
            ON CONFLICT (wave_id) DO UPDATE
            SET chosen_by = excluded.chosen_by,
                eligible = excluded.eligible,
                named = excluded.named,
                struck = excluded.struck,
                version = excluded.version
            """)
    void save(@BindMethods NominationRow row);

    @SqlUpdate("""
            DELETE FROM study.nomination
            WHERE wave_id = :wave
            """)
    int delete(WaveId wave);
}
