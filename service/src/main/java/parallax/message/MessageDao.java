package parallax.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.study.WaveId;

@RegisterConstructorMapper(MessageRow.class)
@RegisterConstructorMapper(MessageDao.SetRow.class)
interface MessageDao {

    @SqlUpdate("""
            INSERT INTO study.message_set (engagement_id)
            VALUES (:engagement)
            ON CONFLICT DO NOTHING
            """)
    void makeSet(EngagementId engagement);

    @SqlQuery("""
            SELECT thanks, version
            FROM study.message_set
            WHERE engagement_id = :engagement AND wave_id IS NULL
            FOR UPDATE
            """)
    SetRow lockSet(EngagementId engagement);

    @SqlQuery("""
            SELECT thanks, version
            FROM study.message_set
            WHERE engagement_id = :engagement AND wave_id IS NOT DISTINCT FROM CAST(:wave AS uuid)
            """)
    Optional<SetRow> findSet(EngagementId engagement, @Nullable UUID wave);

    @SqlQuery("""
            SELECT kind, readers, language, subject, body
            FROM study.message
            WHERE engagement_id = :engagement AND wave_id IS NOT DISTINCT FROM CAST(:wave AS uuid)
            """)
    List<MessageRow> list(EngagementId engagement, @Nullable UUID wave);

    @SqlUpdate("""
            UPDATE study.message_set
            SET version = version + 1, thanks = :thanks
            WHERE engagement_id = :engagement AND wave_id IS NULL
            """)
    void changed(EngagementId engagement, boolean thanks);

    @SqlUpdate("""
            DELETE FROM study.message
            WHERE engagement_id = :engagement AND wave_id IS NULL
            """)
    void clear(EngagementId engagement);

    @SqlUpdate("""
            DELETE FROM study.message
            WHERE engagement_id = :engagement
              AND wave_id IS NULL
              AND kind = :kind
              AND readers = :readers
              AND language = :language
            """)
    void remove(EngagementId engagement, String kind, String readers, String language);

    @SqlBatch("""
            INSERT INTO study.message (engagement_id, wave_id, kind, readers, language, subject, body)
            VALUES (:engagement, CAST(:wave AS uuid), :kind, :readers, :language, :subject, :body)
            ON CONFLICT ON CONSTRAINT message_once DO UPDATE
            SET subject = excluded.subject, body = excluded.body
            """)
    void write(EngagementId engagement, @Nullable UUID wave, @BindMethods List<MessageRow> rows);

    @SqlUpdate("""
            INSERT INTO study.message_set (engagement_id, wave_id, thanks)
            VALUES (:engagement, :wave, :thanks)
            """)
    void makeWaveSet(EngagementId engagement, WaveId wave, boolean thanks);

    @SqlUpdate("""
            DELETE FROM study.message_set
            WHERE wave_id = :wave
            """)
    void removeWaveSet(WaveId wave);

    @SqlUpdate("""
            DELETE FROM study.message
            WHERE wave_id = :wave
            """)
    void removeOfWave(WaveId wave);

    /**
     * The head of a set.
     *
     * @param version rises with every change
     */
    public record SetRow(boolean thanks, int version) {}
}
