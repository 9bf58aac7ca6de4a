package parallax.ballot;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

interface BallotDao {

    /** Without a conflict target: naming one would need the right to read. */
    @SqlUpdate("""
            INSERT INTO box.data_key (id, wave_id, wrapped)
            VALUES (:id, :wave, :wrapped)
            ON CONFLICT DO NOTHING
            """)
    void insertKey(UUID id, WaveId wave, byte[] wrapped);

    @SqlUpdate("""
            INSERT INTO box.ballot (id, wave_id, audience, key_id, ciphertext)
            VALUES (:id, :wave, :audience, :keyId, :ciphertext)
            """)
    void insert(UUID id, WaveId wave, Audience audience, UUID keyId, byte[] ciphertext);

    @SqlQuery("""
            SELECT wave_id, audience, count(*) AS waiting
            FROM box.ballot
            GROUP BY wave_id, audience
            """)
    @RegisterConstructorMapper(Pile.class)
    List<Pile> listPiles();

    /** One counter at a time a wave, until its transaction ends; false when there is one already. */
    @SqlQuery("""
            SELECT pg_try_advisory_xact_lock(:key)
            """)
    boolean tryLock(long key);

    @SqlQuery("""
            SELECT 1
            FROM pg_advisory_xact_lock(:key)
            """)
    int lock(long key);

    /** Sorted by id, which is random: the order in which they came does not show. */
    @SqlQuery("""
            SELECT id
            FROM box.ballot
            WHERE wave_id = :wave AND audience = :audience
            ORDER BY id
            """)
    List<UUID> listWaiting(WaveId wave, Audience audience);

    @SqlQuery("""
            SELECT ballot.id, data_key.wrapped, ballot.ciphertext
            FROM box.ballot
                JOIN box.data_key ON data_key.id = ballot.key_id AND data_key.wave_id = ballot.wave_id
            WHERE ballot.id = ANY (:ids)
            """)
    @RegisterConstructorMapper(SealedBallotRow.class)
    List<SealedBallotRow> list(List<UUID> ids);

    @SqlUpdate("""
            DELETE FROM box.ballot
            WHERE id = ANY (:ids)
            """)
    int delete(List<UUID> ids);

    @SqlUpdate("""
            DELETE FROM box.data_key
            WHERE wave_id = :wave
              AND NOT EXISTS (SELECT 1 FROM box.ballot WHERE ballot.wave_id = :wave)
            """)
    void deleteUnusedKeys(WaveId wave);

    @SqlUpdate("""
            DELETE FROM box.ballot
            WHERE wave_id = :wave
            """)
    void deleteAll(WaveId wave);

    /** Clears dead ballots away; a login that may not is only warned. */
    @SqlUpdate("""
            VACUUM (SKIP_LOCKED) box.ballot
            """)
    void vacuum();

    /** Ballots of one wave and audience. */
    record Pile(WaveId waveId, Audience audience, long waiting) {}

    /** A sealed ballot with its wrapped data key. */
    record SealedBallotRow(UUID id, byte[] wrapped, byte[] ciphertext) {}
}
