package parallax.database;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Times are the database's: the nodes' clocks may differ. */
interface JobsDao {

    @SqlUpdate("""
            INSERT INTO study.job (id, person_id, state, beat_at)
            VALUES (:id, :person, 'queued', now())""")
    void insert(UUID id, UUID person);

    @SqlUpdate("""
            UPDATE study.job
            SET state = 'running', beat_at = now()
            WHERE id = :id""")
    void start(UUID id);

    @SqlUpdate("""
            UPDATE study.job
            SET done = :done, total = :total, beat_at = now()
            WHERE id = :id""")
    void progress(UUID id, int done, int total);

    @SqlUpdate("""
            UPDATE study.job
            SET beat_at = now()
            WHERE id IN (<ids>)""")
    void beat(@BindList List<UUID> ids);

    @SqlUpdate("""
            UPDATE study.job
            SET state = 'done', done = total, result = CAST(:result AS jsonb), beat_at = now()
            WHERE id = :id""")
    void finish(UUID id, @Nullable String result);

    @SqlUpdate("""
            UPDATE study.job
            SET state = 'failed', problem = CAST(:problem AS jsonb), beat_at = now()
            WHERE id = :id
              AND state IN ('queued', 'running')""")
    void fail(UUID id, String problem);

    @SqlUpdate("""
            DELETE FROM study.job
            WHERE beat_at < now() - CAST('7 days' AS interval)""")
    void deleteOld();

    /** A job whose node has not been heard of for a minute counts as failed. */
    @SqlQuery("""
            SELECT id,
                   CASE WHEN state IN ('queued', 'running') AND beat_at < now() - CAST('60 seconds' AS interval)
                        THEN 'failed'
                        ELSE state
                   END AS state,
                   done, total, result, problem
            FROM study.job
            WHERE id = :id
              AND person_id = :person""")
    @RegisterConstructorMapper(Jobs.Job.class)
    Optional<Jobs.Job> find(UUID id, UUID person);
}
