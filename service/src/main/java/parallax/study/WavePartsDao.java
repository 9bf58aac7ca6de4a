package parallax.study;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(WavePartsDao.SegmentRow.class)
@RegisterConstructorMapper(FrameRow.class)
interface WavePartsDao {

    @SqlQuery("""
            SELECT position, variable, to_jsonb("values") AS "values"
            FROM study.wave_segment
            WHERE wave_id = :wave
            ORDER BY position
            """)
    List<SegmentRow> listSegments(UUID wave);

    @SqlUpdate("""
            DELETE FROM study.wave_segment
            WHERE wave_id = :wave
            """)
    void deleteSegments(UUID wave);

    @SqlUpdate("""
            DELETE FROM study.wave_audience
            WHERE wave_id = :wave
            """)
    void deleteFrames(UUID wave);

    @SqlBatch("""
            INSERT INTO study.wave_segment (wave_id, position, variable, "values")
            VALUES (
                :wave, :position, :variable,
                ARRAY(
                    SELECT value
                    FROM jsonb_array_elements_text(CAST(:values AS jsonb)) WITH ORDINALITY
                    ORDER BY ordinality))
            """)
    void insertSegments(UUID wave, @BindMethods List<SegmentRow> rows);

    @SqlQuery("""
            SELECT audience, people, dispositions, to_jsonb(asked_items) AS asked_items,
                to_jsonb(asked_measures) AS asked_measures, margins
            FROM study.wave_audience
            WHERE wave_id = :wave
            ORDER BY audience
            """)
    List<FrameRow> listFrames(UUID wave);

    @SqlUpdate("""
            INSERT INTO study.wave_audience (wave_id, audience, people, dispositions, asked_items, asked_measures)
            VALUES (
                :wave, :audience, :people, CAST(:dispositions AS jsonb),
                CASE WHEN CAST(:askedItems AS jsonb) IS NULL THEN NULL
                    ELSE ARRAY(
                        SELECT CAST(value AS smallint)
                        FROM jsonb_array_elements_text(CAST(:askedItems AS jsonb)) WITH ORDINALITY
                        ORDER BY ordinality) END,
                CASE WHEN CAST(:askedMeasures AS jsonb) IS NULL THEN NULL
                    ELSE ARRAY(SELECT jsonb_array_elements_text(CAST(:askedMeasures AS jsonb))) END)
            ON CONFLICT (wave_id, audience) DO UPDATE
            SET people = excluded.people,
                dispositions = excluded.dispositions,
                asked_items = excluded.asked_items,
                asked_measures = excluded.asked_measures
            """)
    void saveFrame(UUID wave, @BindMethods FrameRow row);

    @SqlUpdate("""
            UPDATE study.wave_audience
            SET margins = CAST(:margins AS jsonb)
            WHERE wave_id = :wave AND audience = :audience
            """)
    void saveMargins(UUID wave, @BindMethods FrameRow row);

    /** A row of study.wave_segment; values as a JSON list. */
    record SegmentRow(int position, String variable, String values) {

        SegmentVariable toSegment() {
            return new SegmentVariable(variable, StoredJson.texts(values));
        }
    }
}
