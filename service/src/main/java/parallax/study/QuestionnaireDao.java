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
@RegisterConstructorMapper(ItemsRow.class)
@RegisterConstructorMapper(EditRow.class)
interface QuestionnaireDao {

    @SqlQuery("""
            SELECT position, key, labels, owner, phase, hints, phrases, subjects, rewordings
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
            INSERT INTO study.touchpoint (
                engagement_id, position, key, labels, owner, phase, hints, phrases, subjects, rewordings)
            VALUES (
                :engagement, :position, :key, CAST(:labels AS jsonb), :owner, :phase, CAST(:hints AS jsonb),
                CAST(:phrases AS jsonb), CAST(:subjects AS jsonb), CAST(:rewordings AS jsonb))
            """)
    void insertTouchpoints(UUID engagement, @BindMethods List<TouchpointRow> rows);

    /** Pages of items and own texts; none for an engagement that never had any. */
    @SqlQuery("""
            SELECT pages, texts
            FROM study.questionnaire
            WHERE engagement_id = :engagement
            """)
    Optional<ItemsRow> findItems(UUID engagement);

    @SqlUpdate("""
            INSERT INTO study.questionnaire (engagement_id, pages, texts)
            VALUES (:engagement, CAST(:pages AS jsonb), CAST(:texts AS jsonb))
            ON CONFLICT (engagement_id) DO UPDATE
            SET pages = excluded.pages, texts = excluded.texts
            """)
    void saveItems(UUID engagement, String pages, String texts);

    @SqlQuery("""
            SELECT number, model, edited_at, edited_by, what
            FROM study.questionnaire_edit
            WHERE engagement_id = :engagement
            ORDER BY number DESC
            LIMIT 1
            """)
    Optional<EditRow> findLatestEdit(UUID engagement);

    @SqlUpdate("""
            INSERT INTO study.questionnaire_edit (engagement_id, number, model, edited_at, edited_by, what)
            SELECT :engagement, coalesce(max(number), 0) + 1, CAST(:model AS jsonb), :at, :by, :what
            FROM study.questionnaire_edit
            WHERE engagement_id = :engagement
            """)
    void insertEdit(UUID engagement, String model, Instant at, String by, String what);

    /** All but the latest ones. */
    @SqlUpdate("""
            DELETE FROM study.questionnaire_edit
            WHERE engagement_id = :engagement AND number <= (
                SELECT max(number) - :kept
                FROM study.questionnaire_edit
                WHERE engagement_id = :engagement)
            """)
    void deleteOldEdits(UUID engagement, int kept);

    @SqlUpdate("""
            DELETE FROM study.questionnaire_edit
            WHERE engagement_id = :engagement AND number = :number
            """)
    void deleteEdit(UUID engagement, int number);

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
