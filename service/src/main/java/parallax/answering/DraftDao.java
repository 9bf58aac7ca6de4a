package parallax.answering;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

/** Drafts as the database sees them: an id and a ciphertext, both derived from a link it does not know. */
interface DraftDao {

    @SqlUpdate("""
            INSERT INTO identity.draft (id, wave_id, ciphertext)
            VALUES (:id, :wave, :ciphertext)
            ON CONFLICT (id) DO UPDATE SET ciphertext = excluded.ciphertext""")
    void put(byte[] id, WaveId wave, byte[] ciphertext);

    @SqlUpdate("""
            DELETE FROM identity.draft
            WHERE id = :id""")
    int delete(byte[] id);

    @SqlUpdate("""
            DELETE FROM identity.draft
            WHERE wave_id = :wave""")
    int deleteOfWave(WaveId wave);
}
