package parallax.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(TouchpointRow.class)
@RegisterConstructorMapper(VersionRow.class)
interface QuestionnaireDao {

    @SqlQuery("""
            SELECT position, key, labels, owner, phase, hints, phrases
            FROM study.touchpoint
            WHERE engagement_id = :engagement
            ORDER BY position
            """)
    List<TouchpointRow> listTouchpoints(UUID engagement);

    @SqlUpdate("""
            DELETE FROM study.touchpoint
            WHERE engagement_id = :engagement
            """)
    void deleteTouchpoints(UUID engagement);

    @SqlBatch("""
            INSERT INTO study.touchpoint (engagement_id, position, key, labels, owner, phase, hints, phrases)
            VALUES (
                :engagement, :position, :key, CAST(:labels AS jsonb), :owner, :phase, CAST(:hints AS jsonb),
                CAST(:phrases AS jsonb))
            """)
    void insertTouchpoints(UUID engagement, @BindMethods List<TouchpointRow> rows);

    @SqlQuery("""
            SELECT number, model
            FROM study.questionnaire_version
            WHERE engagement_id = :engagement
            ORDER BY number DESC
            LIMIT 1
            """)
    Optional<VersionRow> findLatestVersion(UUID engagement);

    @SqlQuery("""
            SELECT number, model
            FROM study.questionnaire_version
            WHERE engagement_id = :engagement AND number = :number
            """)
    Optional<VersionRow> findVersion(UUID engagement, int number);

    @SqlUpdate("""
            INSERT INTO study.questionnaire_version (engagement_id, number, model, frozen_at)
            VALUES (:engagement, :number, CAST(:model AS jsonb), :frozenAt)
            """)
    void insertVersion(UUID engagement, int number, String model, Instant frozenAt);

    /** Name of a wave of the engagement that is being answered. */
    @SqlQuery("""
            SELECT name
            FROM study.wave
            WHERE engagement_id = :engagement AND state IN ('open', 'closing')
            ORDER BY created_at, id
            LIMIT 1
            """)
    Optional<String> findWaveBeingAnswered(UUID engagement);
}
