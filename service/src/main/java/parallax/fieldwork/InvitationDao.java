package parallax.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;
import parallax.study.WaveState;

@RegisterConstructorMapper(InvitationRow.class)
@RegisterConstructorMapper(InvitationDao.AdmissionRow.class)
@RegisterConstructorMapper(InvitationDao.FieldRow.class)
interface InvitationDao {

    @SqlBatch("""
            INSERT INTO identity.invitation (
                id, wave_id, contact_id, audience, language, account_code, segments, token_hash, generation, state,
                started, bounced)
            VALUES (
                :id, :waveId, :contactId, :audience, :language, :accountCode, :segments, :tokenHash, :generation,
                :state, :started, :bounced)
            """)
    void insert(@BindMethods List<InvitationRow> rows);

    @SqlQuery("""
            SELECT id, wave_id, contact_id, audience, language, account_code, segments, token_hash, generation, state,
                started, bounced
            FROM identity.invitation
            WHERE id = :id
            """)
    Optional<InvitationRow> find(UUID id);

    @SqlQuery("""
            SELECT id, wave_id, contact_id, audience, language, account_code, segments, token_hash, generation, state,
                started, bounced
            FROM identity.invitation
            WHERE wave_id = :wave
            ORDER BY id
            """)
    List<InvitationRow> list(WaveId wave);

    @SqlQuery("""
            SELECT i.id, i.wave_id, i.audience, i.language, i.account_code, i.segments, i.state, w.state AS wave_state,
                w.closes_at + make_interval(hours => 24 * w.grace_days) AS ends_at
            FROM identity.invitation i
            JOIN study.wave w ON w.id = i.wave_id
            WHERE i.token_hash = :tokenHash
            """)
    Optional<AdmissionRow> findByToken(byte[] tokenHash);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET started = true
            WHERE id = :id
              AND state = 'open'
              AND NOT started
              AND EXISTS (
                  SELECT 1
                  FROM study.wave w
                  WHERE w.id = wave_id AND w.state IN ('open', 'closing'))
            """)
    void markStarted(UUID id);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET state = 'done'
            WHERE id = :id AND wave_id = :wave AND state = 'open'
            """)
    int markDone(UUID id, WaveId wave);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET bounced = true
            WHERE id = :id
            """)
    void markBounced(UUID id);

    /** In every wave: the wish to get no more mail is not about one of them. */
    @SqlUpdate("""
            UPDATE identity.invitation
            SET state = 'stopped'
            WHERE contact_id = :contact AND state = 'open'
            """)
    void stopAll(UUID contact);

    @SqlUpdate("""
            DELETE FROM identity.invitation
            WHERE wave_id = :wave
            """)
    void deleteAll(WaveId wave);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM identity.invitation
                WHERE wave_id = :wave AND (started OR state <> 'open'))
            """)
    boolean hasSomebodyBegun(WaveId wave);

    @SqlQuery("""
            SELECT i.id, i.audience, i.account_code, i.segments, i.state, i.started, i.bounced, o.state AS mail_state
            FROM identity.invitation i
            LEFT JOIN identity.outbox o ON o.invitation_id = i.id AND o.kind = 'invitation'
            WHERE i.wave_id = :wave
            """)
    List<FieldRow> listForField(WaveId wave);

    /** Open invitations whose mail arrived, that had fewer than two reminders and none since a moment. */
    @SqlQuery("""
            SELECT i.id, i.wave_id, i.contact_id, i.audience, i.language, i.account_code, i.segments, i.token_hash,
                i.generation, i.state, i.started, i.bounced
            FROM identity.invitation i
            JOIN identity.outbox o ON o.invitation_id = i.id AND o.kind = 'invitation' AND o.state = 'accepted'
            WHERE i.wave_id = :wave
              AND i.state = 'open'
              AND NOT i.bounced
              AND (SELECT count(*)
                   FROM identity.outbox r
                   WHERE r.invitation_id = i.id AND r.kind = 'reminder') < :most
              AND NOT EXISTS (
                  SELECT 1
                  FROM identity.outbox r
                  WHERE r.invitation_id = i.id AND r.kind = 'reminder' AND r.due_at > :since)
            ORDER BY i.id
            """)
    List<InvitationRow> listToRemind(WaveId wave, int most, Instant since);

    @SqlUpdate("""
            DELETE FROM identity.draft
            WHERE wave_id = :wave
            """)
    void deleteDrafts(WaveId wave);

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE state = 'open' AND closes_at <= :now
            ORDER BY id
            """)
    List<WaveId> listPastTheirDay(Instant now);

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE state IN ('open', 'closing') AND closes_at + make_interval(hours => 24 * grace_days) <= :now
            ORDER BY id
            """)
    List<WaveId> listPastTheirGrace(Instant now);

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE state = :state AND source = 'fieldwork'
            ORDER BY id
            """)
    List<WaveId> listInState(WaveState state);

    /** Their invitations and mails go with them. */
    @SqlUpdate("""
            DELETE FROM identity.contact c
            WHERE EXISTS (
                    SELECT 1
                    FROM identity.invitation i
                    JOIN study.wave w ON w.id = i.wave_id
                    WHERE i.contact_id = c.id AND w.closed_at <= :before)
              AND NOT EXISTS (
                    SELECT 1
                    FROM identity.invitation i
                    JOIN study.wave w ON w.id = i.wave_id
                    WHERE i.contact_id = c.id AND (w.closed_at IS NULL OR w.closed_at > :before))
            """)
    int deletePeopleOfWavesClosedBefore(Instant before);

    /** What a link leads to. toString tells the id only. */
    public record AdmissionRow(
            UUID id,
            WaveId waveId,
            Audience audience,
            String language,
            byte[] accountCode,
            byte[] segments,
            String state,
            WaveState waveState,
            @Nullable Instant endsAt) {

        @Override
        public String toString() {
            return "Admission " + id;
        }
    }

    /** An invitation as the field numbers need it. toString tells the id only. */
    public record FieldRow(
            UUID id,
            Audience audience,
            byte[] accountCode,
            byte[] segments,
            String state,
            boolean started,
            boolean bounced,
            @Nullable String mailState) {

        @Override
        public String toString() {
            return "Invitation " + id;
        }
    }
}
