package parallax.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface TokenDao {

    @SqlUpdate("""
            INSERT INTO access.token (id, person_id, name, token_hash, created_at)
            VALUES (:id, :person, :name, :tokenHash, :now)""")
    void insert(UUID id, UUID person, String name, byte[] tokenHash, Instant now);

    @SqlQuery("""
            SELECT p.id, p.email, p.name, p.role, p.password_hash
            FROM access.token t
            JOIN access.person p ON p.id = t.person_id
            WHERE t.token_hash = :tokenHash""")
    @RegisterConstructorMapper(PersonRow.class)
    Optional<PersonRow> findPerson(byte[] tokenHash);

    /** One's own tokens by id; which order they come in does not matter, only that it stays. */
    @SqlQuery("""
            SELECT id, name, created_at
            FROM access.token
            WHERE person_id = :person
              AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid))
            ORDER BY id
            LIMIT :limit""")
    @RegisterConstructorMapper(TokenRow.class)
    List<TokenRow> list(UUID person, @Nullable UUID after, int limit);

    @SqlUpdate("""
            DELETE FROM access.token
            WHERE id = :id
              AND person_id = :person""")
    int delete(UUID id, UUID person);

    @SqlUpdate("""
            DELETE FROM access.token
            WHERE person_id = :person""")
    int deleteOf(UUID person);
}
