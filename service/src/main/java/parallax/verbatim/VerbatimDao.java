package parallax.verbatim;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

interface VerbatimDao {

    @SqlBatch("""
            INSERT INTO answers.verbatim (id, wave_id, audience, item, language, text)
            VALUES (:id, :wave, :audience, :item, :language, :text)
            """)
    @BatchChunkSize(1000)
    void insertTexts(WaveId wave, @BindMethods List<Verbatim> texts);

    @SqlBatch("""
            INSERT INTO answers.three_words (id, wave_id, audience, item, language, words)
            VALUES (:id, :wave, :audience, :item, :language, :words)
            """)
    @BatchChunkSize(1000)
    void insertWords(WaveId wave, @BindMethods List<ThreeWords> words);

    @SqlQuery("""
            SELECT id, audience, item, language, text
            FROM answers.verbatim
            WHERE wave_id = :wave
            ORDER BY id
            """)
    @RegisterConstructorMapper(Verbatim.class)
    List<Verbatim> listTexts(WaveId wave);

    @SqlQuery("""
            SELECT id, audience, item, language, words
            FROM answers.three_words
            WHERE wave_id = :wave
            ORDER BY id
            """)
    @RegisterConstructorMapper(ThreeWords.class)
    List<ThreeWords> listWords(WaveId wave);

    @SqlUpdate("""
            DELETE FROM answers.verbatim
            WHERE wave_id = :wave
            """)
    int deleteTexts(WaveId wave);

    @SqlUpdate("""
            DELETE FROM answers.three_words
            WHERE wave_id = :wave
            """)
    int deleteWords(WaveId wave);

    @SqlUpdate("""
            INSERT INTO answers.unmixed (wave_id, audience, language, people)
            VALUES (:wave, :audience, :language, :people)
            ON CONFLICT (wave_id, audience, language) DO UPDATE SET people = unmixed.people + excluded.people
            """)
    void addWriters(WaveId wave, @BindMethods Writers writers);

    @SqlQuery("""
            SELECT audience, language, people
            FROM answers.unmixed
            WHERE wave_id = :wave
            """)
    @RegisterConstructorMapper(Writers.class)
    List<Writers> listWriters(WaveId wave);

    @SqlUpdate("""
            DELETE FROM answers.unmixed
            WHERE wave_id = :wave
            """)
    void deleteWriters(WaveId wave);

    @SqlQuery("""
            SELECT DISTINCT wave_id
            FROM answers.unmixed
            """)
    List<WaveId> listUnmixed();

    /** Clears dead rows away, which still tell the batch they came in; a login that may not is only warned. */
    @SqlUpdate("""
            VACUUM (SKIP_LOCKED) answers.verbatim, answers.three_words, answers.unmixed
            """)
    void vacuum();
}
