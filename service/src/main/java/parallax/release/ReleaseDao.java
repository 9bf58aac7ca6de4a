package parallax.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ReleaseRow.class)
@RegisterConstructorMapper(CellRow.class)
interface ReleaseDao {

    /** Until the transaction ends, nobody else makes a release of the engagement. */
    @SqlQuery("""
            SELECT id
            FROM study.engagement
            WHERE id = :engagement
            FOR NO KEY UPDATE
            """)
    Optional<UUID> lock(UUID engagement);

    @SqlQuery("""
            SELECT coalesce(max(number), 0)
            FROM study.release
            WHERE wave_id = :wave
            """)
    int lastNumber(UUID wave);

    @SqlUpdate("""
            INSERT INTO study.release (
                id, engagement_id, wave_id, number, state, segments, questionnaire_version, made_at, made_by,
                made_by_name, figures)
            VALUES (
                :id, :engagementId, :waveId, :number, :state, :segments, :questionnaireVersion, :madeAt, :madeBy,
                :madeByName, :figures)
            """)
    void insert(@BindMethods ReleaseRow row, byte[] figures);

    @SqlBatch("""
            INSERT INTO study.released_cell (
                release_id, audience, question, touchpoint, variable, value, n, fingerprint)
            VALUES (:release, :audience, :question, :touchpoint, :variable, :value, :n, :fingerprint)
            """)
    void insertCells(UUID release, @BindMethods List<CellRow> rows);

    /** Cells of every release of a wave, withdrawn ones included, each once. */
    @SqlQuery("""
            SELECT DISTINCT c.audience, c.question, c.touchpoint, c.variable, c.value, c.n, c.fingerprint
            FROM study.released_cell c
            JOIN study.release r ON r.id = c.release_id
            WHERE r.wave_id = :wave
            ORDER BY c.audience, c.question, c.touchpoint, c.variable, c.value, c.fingerprint
            """)
    List<CellRow> listCells(UUID wave);

    @SqlQuery("""
            SELECT id, engagement_id, wave_id, number, state, segments, questionnaire_version, made_at, made_by,
                made_by_name, withdrawn_at, withdrawn_by_name
            FROM study.release
            WHERE engagement_id = :engagement
            ORDER BY wave_id, number
            """)
    List<ReleaseRow> listOfEngagement(UUID engagement);

    @SqlQuery("""
            SELECT id, engagement_id, wave_id, number, state, segments, questionnaire_version, made_at, made_by,
                made_by_name, withdrawn_at, withdrawn_by_name
            FROM study.release
            WHERE wave_id = :wave
            ORDER BY number
            """)
    List<ReleaseRow> list(UUID wave);

    @SqlQuery("""
            SELECT id, engagement_id, wave_id, number, state, segments, questionnaire_version, made_at, made_by,
                made_by_name, withdrawn_at, withdrawn_by_name
            FROM study.release
            WHERE id = :id
            """)
    Optional<ReleaseRow> find(UUID id);

    @SqlQuery("""
            SELECT figures
            FROM study.release
            WHERE id = :id
            """)
    Optional<byte[]> findFigures(UUID id);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM study.release
                WHERE wave_id = :wave)
            """)
    boolean isReleased(UUID wave);

    /** False if it was withdrawn before. */
    @SqlUpdate("""
            UPDATE study.release
            SET state = 'withdrawn', withdrawn_at = :now, withdrawn_by_name = :name
            WHERE id = :id AND state <> 'withdrawn'
            """)
    boolean withdraw(UUID id, Instant now, String name);
}
