package parallax.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AuditDao {

    @SqlUpdate("""
            INSERT INTO access.audit (at, person_id, action, subject)
            VALUES (:now, CAST(:person AS uuid), :action, :subject)""")
    void insert(Instant now, @Nullable UUID person, String action, String subject);

    @SqlQuery("""
            SELECT a.id, a.at, a.person_id AS person, p.email, a.action, a.subject
            FROM access.audit a
            LEFT JOIN access.person p ON p.id = a.person_id
            WHERE a.id < :before
            ORDER BY a.id DESC
            LIMIT :limit""")
    @RegisterConstructorMapper(AuditRow.class)
    List<AuditRow> list(long before, int limit);
}
