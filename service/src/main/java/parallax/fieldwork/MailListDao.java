package parallax.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

@RegisterConstructorMapper(MailListDao.MailRow.class)
interface MailListDao {

    /** Without the teams' reminders: who got one had not answered by then. */
    @SqlQuery("""
            SELECT o.id, o.invitation_id, o.wave_id, o.kind, o.step, o.state, o.due_at, o.attempt, o.last_reply,
                i.audience, i.generation, c.email
            FROM identity.outbox o
            JOIN identity.invitation i ON i.id = o.invitation_id
            JOIN identity.contact c ON c.id = i.contact_id
            WHERE o.wave_id = :wave
              AND (o.kind = 'invitation' OR i.audience = 'customer')
              AND (CAST(:after AS uuid) IS NULL OR o.id > CAST(:after AS uuid))
            ORDER BY o.id
            LIMIT :most
            """)
    List<MailRow> list(WaveId wave, @Nullable UUID after, int most);

    @SqlQuery("""
            SELECT o.id, o.invitation_id, o.wave_id, o.kind, o.step, o.state, o.due_at, o.attempt, o.last_reply,
                i.audience, i.generation, c.email
            FROM identity.outbox o
            JOIN identity.invitation i ON i.id = o.invitation_id
            JOIN identity.contact c ON c.id = i.contact_id
            WHERE o.id = :id
              AND o.wave_id = :wave
              AND (o.kind = 'invitation' OR i.audience = 'customer')
            """)
    Optional<MailRow> find(WaveId wave, UUID id);

    @SqlQuery("""
            SELECT i.audience, count(*) AS mails
            FROM identity.outbox o
            JOIN identity.invitation i ON i.id = o.invitation_id
            WHERE o.wave_id = :wave AND o.kind = 'reminder' AND i.audience <> 'customer'
            GROUP BY i.audience
            """)
    @KeyColumn("audience")
    @ValueColumn("mails")
    Map<String, Integer> countTeamReminders(WaveId wave);

    /** A mail and whom it is for. toString tells the id only. */
    public record MailRow(
            UUID id,
            UUID invitationId,
            WaveId waveId,
            MailKind kind,
            int step,
            String state,
            Instant dueAt,
            int attempt,
            @Nullable String lastReply,
            Audience audience,
            int generation,
            @Nullable String email) {

        OutboxMail mail() {
            return new OutboxMail(id, invitationId, waveId, kind, step);
        }

        @Override
        public String toString() {
            return "Mail " + id;
        }
    }
}
