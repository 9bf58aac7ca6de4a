package parallax.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SessionDao {

    @SqlUpdate("""
            INSERT INTO access.session (id_hash, person_id, created_at, used_at)
            VALUES (:idHash, :person, :now, :now)""")
    void insert(byte[] idHash, UUID person, Instant now);

    @SqlQuery("""
            SELECT p.id, p.email, p.name, p.role, s.used_at
            FROM access.session s
            JOIN access.person p ON p.id = s.person_id
            WHERE s.id_hash = :idHash
              AND s.created_at > :createdAfter
              AND s.used_at > :usedAfter""")
    @RegisterConstructorMapper(SessionRow.class)
    Optional<SessionRow> find(byte[] idHash, Instant createdAfter, Instant usedAfter);

    @SqlUpdate("""
            UPDATE access.session
            SET used_at = :now
            WHERE id_hash = :idHash""")
    void touch(byte[] idHash, Instant now);

    @SqlUpdate("""
            DELETE FROM access.session
            WHERE id_hash = :idHash""")
    void delete(byte[] idHash);

    @SqlUpdate("""
            DELETE FROM access.session
            WHERE person_id = :person""")
    void deleteOf(UUID person);

    @SqlUpdate("""
            DELETE FROM access.session
            WHERE created_at <= :createdAfter
               OR used_at <= :usedAfter""")
    void deleteDead(Instant createdAfter, Instant usedAfter);
}
