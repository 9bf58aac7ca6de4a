package parallax.interview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;

/** Calls, and what they do to an invitation. */
@RegisterConstructorMapper(CallRow.class)
interface CallDao {

    /** Customers who are still open, have a number, and did not ask for silence. */
    @SqlQuery("""
            SELECT i.id AS invitation_id, i.contact_id, i.audience, i.state, i.language, i.generation, c.name, c.salutation,
                a.name AS account, c.phone, c.time_zone, coalesce(c.wrong_phone = c.phone, false) AS phone_wrong,
                coalesce(calls.attempts, 0) AS attempts, last.outcome AS last_outcome, last.called_at, last.appointment_at
            FROM identity.invitation i
            JOIN identity.contact c ON c.id = i.contact_id
            LEFT JOIN identity.account a ON a.id = c.account_id
            LEFT JOIN identity.outbox o ON o.invitation_id = i.id AND o.kind = 'invitation'
            LEFT JOIN (
                SELECT invitation_id, count(*) AS attempts
                FROM identity.phone_call
                GROUP BY invitation_id) calls ON calls.invitation_id = i.id
            LEFT JOIN (
                SELECT DISTINCT ON (invitation_id) invitation_id, outcome, called_at, appointment_at
                FROM identity.phone_call
                ORDER BY invitation_id, called_at DESC, id) last ON last.invitation_id = i.id
            WHERE i.wave_id = :wave
              AND i.audience = 'customer'
              AND i.state = 'open'
              AND c.phone IS NOT NULL
              AND o.state IS DISTINCT FROM 'suppressed'
            """)
    List<CallRow> listOpen(WaveId wave);

    @SqlQuery("""
            SELECT i.id AS invitation_id, i.contact_id, i.audience, i.state, i.language, i.generation, c.name, c.salutation,
                a.name AS account, c.phone, c.time_zone, coalesce(c.wrong_phone = c.phone, false) AS phone_wrong,
                (SELECT count(*) FROM identity.phone_call p WHERE p.invitation_id = i.id) AS attempts,
                last.outcome AS last_outcome, last.called_at, last.appointment_at
            FROM identity.invitation i
            JOIN identity.contact c ON c.id = i.contact_id
            LEFT JOIN identity.account a ON a.id = c.account_id
            LEFT JOIN LATERAL (
                SELECT p.outcome, p.called_at, p.appointment_at
                FROM identity.phone_call p
                WHERE p.invitation_id = i.id
                ORDER BY p.called_at DESC, p.id
                LIMIT 1) last ON true
            WHERE i.wave_id = :wave AND (i.id = :id OR i.contact_id = :id)
            """)
    Optional<CallRow> find(WaveId wave, UUID id);

    /** A call that is told twice is one call. */
    @SqlUpdate("""
            INSERT INTO identity.phone_call (id, invitation_id, outcome, called_at, appointment_at, person_id)
            VALUES (:id, :invitation, :outcome, :calledAt, :appointmentAt, :person)
            ON CONFLICT (invitation_id, called_at, outcome) DO UPDATE SET appointment_at = excluded.appointment_at
            """)
    void insert(@BindMethods Call call);

    /** Holds the invitation until the transaction ends. */
    @SqlUpdate("""
            UPDATE identity.invitation
            SET last_call = :outcome
            WHERE id = :invitation AND state = 'open'
            """)
    int markCalled(UUID invitation, String outcome);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET state = 'stopped'
            WHERE id = :invitation AND state = 'open'
            """)
    int stop(UUID invitation);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET by_phone = true, last_call = 'completed'
            WHERE id = :invitation
            """)
    void markInterviewed(UUID invitation);

    @SqlUpdate("""
            DELETE FROM identity.phone_call
            WHERE invitation_id = :invitation
            """)
    void forgetCalls(UUID invitation);

    /** A call to be kept. */
    record Call(
            UUID id,
            UUID invitation,
            String outcome,
            Instant calledAt,
            @Nullable Instant appointmentAt,
            UUID person) {}
}
