package parallax.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import parallax.study.WaveId;

interface ThanksDao {

    /** Who answered, was written to before, and was not thanked; nobody once a batch of this day is made. */
    @SqlQuery("""
            SELECT i.id
            FROM identity.invitation i
            JOIN identity.outbox o ON o.invitation_id = i.id AND o.kind = 'invitation' AND o.state = 'accepted'
            WHERE i.wave_id = :wave
              AND i.state = 'done'
              AND NOT i.bounced
              AND NOT EXISTS (
                  SELECT 1
                  FROM identity.outbox t
                  WHERE t.invitation_id = i.id AND t.kind = 'thanks')
              AND NOT EXISTS (
                  SELECT 1
                  FROM identity.outbox t
                  WHERE t.wave_id = :wave AND t.kind = 'thanks' AND t.due_at >= :batch)
            ORDER BY i.id
            """)
    List<UUID> listToThank(WaveId wave, Instant batch);
}
