package parallax.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.web.IdempotencyStore;

interface IdempotencyDao {

    @SqlUpdate("""
            INSERT INTO access.idempotency (person_id, key, request_hash, created_at)
            VALUES (:person, :key, :requestHash, :now)
            ON CONFLICT (person_id, key) DO NOTHING""")
    int claim(UUID person, String key, byte[] requestHash, Instant now);

    @SqlQuery("""
            SELECT request_hash, status, location, tag, body
            FROM access.idempotency
            WHERE person_id = :person
              AND key = :key""")
    @RegisterConstructorMapper(IdempotencyRow.class)
    Optional<IdempotencyRow> find(UUID person, String key);

    @SqlUpdate("""
            UPDATE access.idempotency
            SET status = :status, location = :location, tag = :tag, body = :body
            WHERE person_id = :person
              AND key = :key""")
    void keep(UUID person, String key, @BindMethods IdempotencyStore.Answer answer);

    @SqlUpdate("""
            DELETE FROM access.idempotency
            WHERE person_id = :person
              AND key = :key
              AND status IS NULL""")
    void release(UUID person, String key);

    @SqlUpdate("""
            DELETE FROM access.idempotency
            WHERE created_at <= :answeredUntil
               OR (status IS NULL AND created_at <= :runningUntil)""")
    void deleteOld(Instant answeredUntil, Instant runningUntil);
}
