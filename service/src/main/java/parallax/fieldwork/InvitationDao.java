package parallax.fieldwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.mail.MailKind;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;
import parallax.study.WaveState;

@RegisterConstructorMapper(InvitationRow.class)
@RegisterRowMapper(InvitationDao.AdmissionRow.Mapper.class)
@RegisterConstructorMapper(InvitationDao.AddresseeRow.class)
@RegisterConstructorMapper(InvitationDao.FieldRow.class)
@RegisterConstructorMapper(InvitationDao.KeptRow.class)
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
                w.closes_at + make_interval(hours => 24 * w.grace_days) AS ends_at, w.questionnaire_version
            FROM identity.invitation i
            JOIN study.wave w ON w.id = i.wave_id
            WHERE i.token_hash = :tokenHash
            """)
    Optional<AdmissionRow> findByToken(byte[] tokenHash);

    @SqlUpdate("""
            UPDATE identity.invitation
            SET started = true, device = :device
            WHERE id = :id
              AND state = 'open'
              AND NOT started
              AND EXISTS (
                  SELECT 1
                  FROM study.wave w
                  WHERE w.id = wave_id AND w.state IN ('open', 'closing'))
            """)
    void markStarted(UUID id, String device);

    /**
     * Takes the lock of the wave before that of the invitation, as everybody does. The wave is read as it is once the lock
     * is there: a close that was waited for counts.
     */
    @SqlUpdate("""
            WITH held AS (
                SELECT state, closes_at + make_interval(hours => 24 * grace_days) AS ends_at
                FROM study.wave
                WHERE id = :wave
                FOR SHARE)
            UPDATE identity.invitation
            SET state = 'done', answered_on = CAST(:now AT TIME ZONE 'UTC' AS date)
            FROM held
            WHERE invitation.id = :id
              AND invitation.wave_id = :wave
              AND invitation.state = 'open'
              AND held.state IN ('open', 'closing')
              AND (held.ends_at IS NULL OR held.ends_at > :now)
            """)
    int markDone(UUID id, WaveId wave, Instant now);

    /** Their links lead nowhere from now on. */
    @SqlUpdate("""
            UPDATE identity.invitation
            SET token_hash = NULL
            WHERE wave_id = :wave
            """)
    void forgetLinks(WaveId wave);

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
            SELECT i.id, i.audience, i.account_code, i.segments, i.state, i.started, i.bounced, o.state AS mail_state,
                i.last_call, i.by_phone
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
    List<InvitationRow> listToRemindNow(WaveId wave, int most, Instant since);

    /** Of these, those whose invitation left until a moment, and that had not this step of the plan. */
    @SqlQuery("""
            SELECT i.id, i.wave_id, i.contact_id, i.audience, i.language, i.account_code, i.segments, i.token_hash,
                i.generation, i.state, i.started, i.bounced
            FROM identity.invitation i
            JOIN identity.outbox o ON o.invitation_id = i.id AND o.kind = 'invitation' AND o.state = 'accepted'
            WHERE i.wave_id = :wave
              AND i.state = 'open'
              AND NOT i.bounced
              AND o.left_at <= :leftUntil
              AND (SELECT count(*)
                   FROM identity.outbox r
                   WHERE r.invitation_id = i.id AND r.kind = 'reminder') < :most
              AND NOT EXISTS (
                  SELECT 1
                  FROM identity.outbox r
                  WHERE r.invitation_id = i.id AND r.kind = 'reminder' AND (r.due_at > :since OR r.step = :step))
            ORDER BY i.id
            """)
    List<InvitationRow> listToRemindByPlan(WaveId wave, int most, Instant since, int step, Instant leftUntil);

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
            WHERE state = 'closed' AND source = 'fieldwork' AND closed_at <= :before
            ORDER BY id
            """)
    List<WaveId> listClosedBefore(Instant before);

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE state = 'sealed' AND source = 'fieldwork'
            ORDER BY id
            """)
    List<WaveId> listSealed();

    @SqlQuery("""
            SELECT id
            FROM study.wave
            WHERE state = :state AND source = 'fieldwork'
            ORDER BY id
            """)
    List<WaveId> listInState(WaveState state);

    /** Holds the wave {@code FOR SHARE} until the transaction ends. */
    @SqlQuery("""
            SELECT w.state AS wave_state, w.closes_at, i.contact_id, i.state, i.bounced
            FROM study.wave w
            JOIN identity.invitation i ON i.wave_id = w.id
            WHERE w.id = :wave AND i.id = :id
            FOR SHARE OF w
            """)
    Optional<AddresseeRow> findAddresseeForShare(UUID id, WaveId wave);

    /** Whom a mail that is about to leave is for, and whether it may. */
    public record AddresseeRow(
            WaveState waveState, @Nullable Instant closesAt, UUID contactId, String state, boolean bounced) {

        boolean mayBeWrittenTo(MailKind kind) {
            boolean open = state.equals(InvitationRow.OPEN);
            boolean may = switch (kind) {
                case INVITATION -> open && waveState.takesAnswers();
                case REMINDER -> open && waveState == WaveState.OPEN;
                case THANKS -> state.equals(InvitationRow.DONE) && waveState.takesAnswers();
                case FINDINGS -> !state.equals(InvitationRow.STOPPED) && waveState.hasFigures();
            };
            return may && !bounced;
        }

        @Override
        public String toString() {
            return "Addressee";
        }
    }

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
            @Nullable Instant endsAt,
            @Nullable Integer questionnaireVersion) {

        @Override
        public String toString() {
            return "Admission " + id;
        }

        /** By hand: finding out at each request which column is which took a sixth of its time. */
        public static final class Mapper implements RowMapper<AdmissionRow> {

            @Override
            public AdmissionRow map(ResultSet rows, StatementContext context) throws SQLException {
                return read(rows);
            }

            static AdmissionRow read(ResultSet rows) throws SQLException {
                OffsetDateTime endsAt = rows.getObject(9, OffsetDateTime.class);
                return new AdmissionRow(
                        rows.getObject(1, UUID.class),
                        new WaveId(rows.getObject(2, UUID.class)),
                        Audience.ofCode(rows.getString(3)),
                        rows.getString(4),
                        rows.getBytes(5),
                        rows.getBytes(6),
                        rows.getString(7),
                        WaveState.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)),
                        endsAt == null ? null : endsAt.toInstant(),
                        rows.getObject(10, Integer.class));
            }
        }
    }

    /** Kept when the wave closes. */
    @SqlUpdate("""
            INSERT INTO study.wave_mode (wave_id, audience, web, phone, sent, bounced)
            VALUES (:wave, :audience, :web, :phone, :sent, :bounced)
            ON CONFLICT (wave_id, audience) DO UPDATE
            SET web = excluded.web, phone = excluded.phone, sent = excluded.sent, bounced = excluded.bounced
            """)
    void saveKept(WaveId wave, @BindMethods KeptRow kept);

    @SqlQuery("""
            SELECT audience, web, phone, sent, bounced
            FROM study.wave_mode
            WHERE wave_id = :wave
            """)
    List<KeptRow> listKept(WaveId wave);

    /**
     * What is kept of an audience of a closed wave, as numbers only.
     *
     * @param web how many answered on the web
     * @param phone how many answered by phone
     * @param sent invitations that a mail server took; null of waves that closed before it was kept
     * @param bounced addresses that do not exist; null like {@code sent}
     */
    public record KeptRow(
            Audience audience,
            int web,
            int phone,
            @Nullable Integer sent,
            @Nullable Integer bounced) {}

    /** An invitation as the field numbers need it. toString tells the id only. */
    public record FieldRow(
            UUID id,
            Audience audience,
            byte[] accountCode,
            byte[] segments,
            String state,
            boolean started,
            boolean bounced,
            @Nullable String mailState,
            @Nullable String lastCall,
            boolean byPhone) {

        @Override
        public String toString() {
            return "Invitation " + id;
        }
    }
}
