package parallax.study;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(WaveChangeRow.class)
interface WaveChangeDao {

    /** Oldest first. */
    @SqlQuery("""
            SELECT kind, subject, place, language, before, after, changed_at, changed_by
            FROM study.wave_change
            WHERE wave_id = :wave
            ORDER BY number
            """)
    List<WaveChangeRow> list(UUID wave);

    @SqlUpdate("""
            INSERT INTO study.wave_change (
                wave_id, number, kind, subject, place, language, before, after, changed_at, changed_by)
            SELECT
                :wave, coalesce(max(number), 0) + 1, :kind, :subject, :place, :language, :before, :after, :changedAt,
                :changedBy
            FROM study.wave_change
            WHERE wave_id = :wave
            """)
    void insert(UUID wave, @BindMethods WaveChangeRow row);

    @SqlUpdate("""
            DELETE FROM study.wave_change
            WHERE wave_id = :wave
            """)
    void deleteAll(UUID wave);
}
