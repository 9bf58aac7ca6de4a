package parallax.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

/** The outbox. Leases are measured by the database's clock, which all nodes share. */
@RegisterConstructorMapper(OutboxRow.class)
interface OutboxDao {

    /** The ids of those that were not there yet. */
    @SqlQuery("""
            INSERT INTO identity.outbox (id, invitation_id, wave_id, kind, step, state, due_at)
            SELECT m.id, m.invitation_id, m.wave_id, m.kind, m.step, 'queued', :dueAt
            FROM unnest(:ids, :invitations, :waves, :kinds, :steps) AS m (id, invitation_id, wave_id, kind, step)
            ON CONFLICT ON CONSTRAINT outbox_one_mail_a_step DO NOTHING
            RETURNING id
            """)
    Set<UUID> insert(
            List<UUID> ids,
            List<UUID> invitations,
            List<WaveId> waves,
            List<MailKind> kinds,
            List<Integer> steps,
            Instant dueAt);

    @SqlQuery("""
            UPDATE identity.outbox
            SET claim = :claim, claimed_at = now()
            WHERE id IN (
                SELECT id
                FROM identity.outbox
                WHERE (state IN ('queued', 'deferred')
                       OR (state = 'unknown' AND kind = 'invitation' AND lost_outcomes = 1))
                  AND due_at <= :now
                  AND (claim IS NULL OR claimed_at < now() - make_interval(secs => :leaseSeconds))
                ORDER BY due_at, id
                LIMIT :most
                FOR UPDATE SKIP LOCKED)
            RETURNING id, invitation_id, wave_id, kind, step, state, due_at, attempt, lost_outcomes, claim, claimed_at,
                last_reply
            """)
    List<OutboxRow> claim(UUID claim, Instant now, int leaseSeconds, int most);

    @SqlUpdate("""
            UPDATE identity.outbox
            SET state = 'sending', attempt = attempt + 1, claimed_at = now()
            WHERE id = :id
              AND claim = :claim
              AND state <> 'sending'
            """)
    int markSending(UUID id, UUID claim);

    @SqlUpdate("""
            UPDATE identity.outbox
            SET state = 'suppressed', claim = NULL
            WHERE id = :id
              AND claim = :claim
            """)
    int suppress(UUID id, UUID claim);

    @SqlUpdate("""
            UPDATE identity.outbox
            SET state = :state, claim = NULL, last_reply = :reply, due_at = :dueAt, attempt = :attempt,
                lost_outcomes = lost_outcomes + :lost,
                left_at = CASE WHEN :state = 'accepted' THEN CAST(:now AS timestamptz) END
            WHERE id = :id
              AND claim = :claim
              AND state = 'sending'
            """)
    int finish(UUID id, UUID claim, String state, String reply, Instant dueAt, int attempt, int lost, Instant now);

    @SqlUpdate("""
            UPDATE identity.outbox
            SET claim = NULL
            WHERE claim = :claim
              AND state <> 'sending'
            """)
    int release(UUID claim);

    /** What was leaving when its node died. Nobody knows whether it left. */
    @SqlUpdate("""
            UPDATE identity.outbox
            SET state = 'unknown', claim = NULL, lost_outcomes = lost_outcomes + 1,
                last_reply = 'the service was stopped while the mail was leaving'
            WHERE state = 'sending'
              AND claimed_at < now() - make_interval(secs => :leaseSeconds)
            """)
    int giveUpAbandoned(int leaseSeconds);

    /** What no sender has touched and is not due yet. */
    @SqlUpdate("""
            DELETE FROM identity.outbox
            WHERE wave_id = :wave AND state = 'queued' AND attempt = 0 AND due_at > :now
            """)
    int withdraw(WaveId wave, Instant now);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM identity.outbox
                WHERE wave_id = :wave)
            """)
    boolean holdsMailOf(WaveId wave);

    @SqlQuery("""
            SELECT min(due_at)
            FROM identity.outbox
            WHERE wave_id = :wave AND kind = 'invitation' AND state = 'queued' AND attempt = 0
            """)
    Optional<Instant> findFirstDue(WaveId wave);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM identity.outbox
                WHERE wave_id = :wave AND kind = :kind AND (attempt > 0 OR claim IS NOT NULL))
            """)
    boolean hasLeft(WaveId wave, MailKind kind);

    @SqlQuery("""
            SELECT coalesce(max(step), 0)
            FROM identity.outbox
            WHERE wave_id = :wave AND kind = :kind
            """)
    int lastStep(WaveId wave, MailKind kind);

    @SqlQuery("""
            DELETE FROM identity.outbox
            WHERE wave_id = :wave
            RETURNING id, invitation_id, wave_id, kind, step, state, due_at, attempt, lost_outcomes, claim, claimed_at,
                last_reply
            """)
    List<OutboxRow> removeAll(WaveId wave);

    @SqlBatch("""
            INSERT INTO identity.outbox (
                id, invitation_id, wave_id, kind, step, state, due_at, attempt, lost_outcomes, claim, claimed_at,
                last_reply)
            VALUES (
                :id, :invitationId, :waveId, :kind, :step, :state, :dueAt, :attempt, :lostOutcomes,
                CAST(:claim AS uuid), CAST(:claimedAt AS timestamptz), :lastReply)
            """)
    void restore(@BindMethods List<OutboxRow> rows);
}
