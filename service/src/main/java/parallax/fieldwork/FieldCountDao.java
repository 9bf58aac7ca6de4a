package parallax.fieldwork;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** Counts of a wave's field by audience, with nobody's name. */
@RegisterConstructorMapper(FieldCountDao.CountRow.class)
interface FieldCountDao {

    /** Nothing for a wave that is gone. */
    @SqlBatch("""
            INSERT INTO study.field_count (wave_id, audience, what, value, people)
            SELECT id, :audience, :what, :value, :people
            FROM study.wave
            WHERE id = :waveId
            ON CONFLICT (wave_id, audience, what, value) DO UPDATE
            SET people = field_count.people + excluded.people
            """)
    void add(@BindMethods List<CountRow> rows);

    /** Days since 1970, and devices by their place in {@code Device}, of those who answered on the web. */
    @SqlUpdate("""
            INSERT INTO study.field_count (wave_id, audience, what, value, people)
            SELECT wave_id, audience, 'day', answered_on - DATE '1970-01-01', count(*)
            FROM identity.invitation
            WHERE wave_id = :wave AND state = 'done' AND answered_on IS NOT NULL
            GROUP BY wave_id, audience, answered_on
            UNION ALL
            SELECT wave_id, audience, 'device', CASE device WHEN 'phone' THEN 1 ELSE 0 END, count(*)
            FROM identity.invitation
            WHERE wave_id = :wave AND state = 'done' AND device IS NOT NULL AND NOT by_phone
            GROUP BY wave_id, audience, device
            ON CONFLICT (wave_id, audience, what, value) DO UPDATE
            SET people = field_count.people + excluded.people
            """)
    void keepDaysAndDevices(WaveId wave);

    /** The same of one person who is about to be deleted. */
    @SqlUpdate("""
            INSERT INTO study.field_count (wave_id, audience, what, value, people)
            SELECT wave_id, audience, 'day', answered_on - DATE '1970-01-01', 1
            FROM identity.invitation
            WHERE wave_id = :wave AND contact_id = :contact AND state = 'done' AND answered_on IS NOT NULL
            UNION ALL
            SELECT wave_id, audience, 'device', CASE device WHEN 'phone' THEN 1 ELSE 0 END, 1
            FROM identity.invitation
            WHERE wave_id = :wave AND contact_id = :contact AND state = 'done' AND device IS NOT NULL AND NOT by_phone
            ON CONFLICT (wave_id, audience, what, value) DO UPDATE
            SET people = field_count.people + excluded.people
            """)
    void keepDayAndDevice(WaveId wave, UUID contact);

    /** As kept, and while a wave runs also what stands with its invitations. */
    @SqlQuery("""
            SELECT wave_id, audience, what, value, people
            FROM study.field_count
            WHERE wave_id = :wave
            UNION ALL
            SELECT wave_id, audience, 'day', answered_on - DATE '1970-01-01', count(*)
            FROM identity.invitation
            WHERE wave_id = :wave AND state = 'done' AND answered_on IS NOT NULL
            GROUP BY wave_id, audience, answered_on
            UNION ALL
            SELECT wave_id, audience, 'device', CASE device WHEN 'phone' THEN 1 ELSE 0 END, count(*)
            FROM identity.invitation
            WHERE wave_id = :wave AND state = 'done' AND device IS NOT NULL AND NOT by_phone
            GROUP BY wave_id, audience, device
            ORDER BY audience, what, value
            """)
    List<CountRow> list(WaveId wave);

    /**
     * So many people.
     *
     * @param what page, minutes, day or device
     */
    record CountRow(WaveId waveId, Audience audience, String what, int value, int people) {}
}
