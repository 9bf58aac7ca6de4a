package parallax.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(WaveRow.class)
interface WaveDao {

    /** False when the engagement has a wave of that name. */
    @SqlUpdate("""
            INSERT INTO study.wave (
                id, engagement_id, name, state, audiences, closes_at, grace_days, reminders, created_at)
            VALUES (
                :id, :engagementId, :name, :state, ARRAY(SELECT jsonb_array_elements_text(CAST(:audiences AS jsonb))),
                :closesAt, :graceDays, CAST(:reminders AS jsonb), :createdAt)
            ON CONFLICT ON CONSTRAINT wave_name_is_taken DO NOTHING
            """)
    boolean insert(@BindMethods WaveRow row);

    @SqlQuery("""
            SELECT id, engagement_id, name, state, source, to_jsonb(audiences) AS audiences, closes_at, grace_days,
                reminders, questionnaire_version, answers_version, version, created_at, launched_at, closed_at
            FROM study.wave
            WHERE id = :id
            """)
    Optional<WaveRow> find(UUID id);

    @SqlQuery("""
            SELECT id, engagement_id, name, state, source, to_jsonb(audiences) AS audiences, closes_at, grace_days,
                reminders, questionnaire_version, answers_version, version, created_at, launched_at, closed_at
            FROM study.wave
            WHERE id = :id
            FOR SHARE
            """)
    Optional<WaveRow> findForShare(UUID id);

    @SqlQuery("""
            SELECT id, engagement_id, name, state, source, to_jsonb(audiences) AS audiences, closes_at, grace_days,
                reminders, questionnaire_version, answers_version, version, created_at, launched_at, closed_at
            FROM study.wave
            WHERE id = :id
            FOR UPDATE
            """)
    Optional<WaveRow> findForUpdate(UUID id);

    @SqlQuery("""
            SELECT id, engagement_id, name, state, source, to_jsonb(audiences) AS audiences, closes_at, grace_days,
                reminders, questionnaire_version, answers_version, version, created_at, launched_at, closed_at
            FROM study.wave
            WHERE engagement_id = :engagement
            ORDER BY created_at, id
            """)
    List<WaveRow> list(UUID engagement);

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE engagement_id = :engagement
            ORDER BY id
            """)
    List<UUID> listIds(UUID engagement);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM study.wave
                WHERE engagement_id = :engagement AND name = :name AND id <> :except)
            """)
    boolean isNameTaken(UUID engagement, String name, UUID except);

    @SqlUpdate("""
            UPDATE study.wave
            SET name = :name,
                audiences = ARRAY(SELECT jsonb_array_elements_text(CAST(:audiences AS jsonb))),
                closes_at = :closesAt,
                grace_days = :graceDays,
                reminders = CAST(:reminders AS jsonb),
                version = version + 1
            WHERE id = :id
            """)
    void update(@BindMethods WaveRow row);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'open',
                source = 'fieldwork',
                questionnaire_version = :questionnaireVersion,
                public_key = :publicKey,
                launched_at = :at,
                version = version + 1
            WHERE id = :id AND state = 'draft'
            """)
    boolean open(UUID id, int questionnaireVersion, byte[] publicKey, Instant at);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'draft',
                source = NULL,
                questionnaire_version = NULL,
                public_key = NULL,
                launched_at = NULL,
                version = version + 1
            WHERE id = :id AND state = 'open'
            """)
    boolean returnToDraft(UUID id);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'closing', version = version + 1
            WHERE id = :id AND state = 'open'
            """)
    boolean startClosing(UUID id);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'closed', closed_at = :at, version = version + 1
            WHERE id = :id AND state IN ('open', 'closing')
            """)
    boolean close(UUID id, Instant at);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'sealed', version = version + 1
            WHERE id = :id AND state = 'closed'
            """)
    boolean seal(UUID id);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'closed',
                source = 'import',
                questionnaire_version = :questionnaireVersion,
                answers_version = answers_version + 1,
                closed_at = :at,
                version = version + 1
            WHERE id = :id AND (state = 'draft' OR (state = 'closed' AND source = 'import'))
            """)
    boolean closeImported(UUID id, int questionnaireVersion, Instant at);

    @SqlUpdate("""
            UPDATE study.wave
            SET answers_version = answers_version + 1, version = version + 1
            WHERE id = :id
            """)
    void raiseAnswersVersion(UUID id);

    @SqlUpdate("""
            UPDATE study.wave
            SET state = 'closed', closed_at = :at, version = version + 1
            WHERE engagement_id = :engagement AND state IN ('open', 'closing')
            """)
    void stopAll(UUID engagement, Instant at);

    @SqlUpdate("""
            DELETE FROM study.wave
            WHERE engagement_id = :engagement
            """)
    void deleteAll(UUID engagement);

    @SqlQuery("""
            SELECT public_key
            FROM study.wave
            WHERE id = :id AND public_key IS NOT NULL
            """)
    Optional<byte[]> findPublicKey(UUID id);
}
