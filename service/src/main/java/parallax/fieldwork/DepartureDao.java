package parallax.fieldwork;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** People who were deleted while their wave ran, as numbers. */
@RegisterConstructorMapper(DepartureDao.DepartedRow.class)
interface DepartureDao {

    /** Holds the waves a person is invited to, as a submit does. */
    @SqlQuery("""
            SELECT w.id
            FROM study.wave w
            WHERE w.id IN (SELECT i.wave_id FROM identity.invitation i WHERE i.contact_id = :contact)
              AND w.state IN ('open', 'closing')
            ORDER BY w.id
            FOR SHARE
            """)
    List<WaveId> holdRunningWaves(UUID contact);

    /** Whoever neither answered nor asked to be deleted leaves no count: they were not to be asked at all. */
    @SqlUpdate("""
            INSERT INTO study.departed (wave_id, audience, answered, by_phone, refused, sent)
            SELECT i.wave_id, i.audience,
                CASE WHEN i.state = 'done' THEN 1 ELSE 0 END,
                CASE WHEN i.state = 'done' AND i.by_phone THEN 1 ELSE 0 END,
                CASE WHEN i.state = 'done' THEN 0 ELSE 1 END,
                CASE WHEN EXISTS (
                    SELECT 1
                    FROM identity.outbox o
                    WHERE o.invitation_id = i.id AND o.kind = 'invitation' AND o.state = 'accepted') THEN 1 ELSE 0 END
            FROM identity.invitation i
            WHERE i.contact_id = :contact AND i.wave_id = :wave AND (i.state = 'done' OR :asked)
            ON CONFLICT (wave_id, audience) DO UPDATE
            SET answered = departed.answered + excluded.answered, by_phone = departed.by_phone + excluded.by_phone,
                refused = departed.refused + excluded.refused, sent = departed.sent + excluded.sent
            """)
    void count(UUID contact, WaveId wave, boolean asked);

    /** What customers of the same engagement said of whoever asked to be deleted. */
    @SqlUpdate("""
            DELETE FROM identity.referral r
            USING identity.contact c, identity.invitation i, identity.contact by
            WHERE c.id = :contact
              AND i.id = r.invitation_id
              AND by.id = i.contact_id
              AND by.engagement_id = c.engagement_id
              AND lower(r.email) = lower(c.email)
            """)
    void deleteReferralsTo(UUID contact);

    @SqlQuery("""
            SELECT audience, answered, by_phone, refused, sent
            FROM study.departed
            WHERE wave_id = :wave
            """)
    List<DepartedRow> list(WaveId wave);

    /**
     * Of one audience.
     *
     * @param byPhone of those who answered
     * @param refused had not answered and asked to be deleted
     * @param sent invitations that a mail server had taken
     */
    record DepartedRow(Audience audience, int answered, int byPhone, int refused, int sent) {}
}
