package parallax.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

@RegisterConstructorMapper(NoticeDao.WaveRow.class)
@RegisterConstructorMapper(NoticeDao.NoticeRow.class)
interface NoticeDao {

    @SqlQuery("""
            SELECT w.id,
                EXISTS (SELECT 1 FROM identity.invitation i WHERE i.wave_id = w.id) AS has_people
            FROM study.wave w
            WHERE w.source = 'fieldwork' AND w.state IN ('open', 'closed', 'sealed')
            ORDER BY w.id
            """)
    List<WaveRow> listWaves();

    /** Those to whom it was not told before. */
    @SqlBatch("""
            INSERT INTO study.wave_notice (id, wave_id, what, happens_at, person_id, due_at)
            VALUES (:id, :waveId, :what, :happensAt, :personId, :dueAt)
            ON CONFLICT (wave_id, what, happens_at, person_id) DO NOTHING
            """)
    int[] insert(@BindMethods List<NoticeRow> rows);

    /** The next one, taken: no other node has it. */
    @SqlQuery("""
            UPDATE study.wave_notice
            SET sent_at = :now
            WHERE id = (
                SELECT id
                FROM study.wave_notice
                WHERE sent_at IS NULL AND due_at <= :now
                ORDER BY due_at, id
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING id, wave_id, what, happens_at, person_id, due_at
            """)
    Optional<NoticeRow> take(Instant now);

    @SqlUpdate("""
            UPDATE study.wave_notice
            SET sent_at = NULL, due_at = :dueAt
            WHERE id = :id
            """)
    void putOff(UUID id, Instant dueAt);

    /** A wave that was launched. */
    record WaveRow(WaveId id, boolean hasPeople) {}

    /** One mail to one consultant. */
    record NoticeRow(UUID id, WaveId waveId, String what, Instant happensAt, UUID personId, Instant dueAt) {}
}
