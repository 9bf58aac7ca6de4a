package parallax.ballot;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

interface BallotDao {

    /**
     * A ballot, and its data key unless that is there. With every ballot: the transaction that stored the key first may have
     * been rolled back. Without a conflict target: naming one would need the right to read.
     */
    @SqlUpdate("""
            WITH key AS (
                INSERT INTO box.data_key (id, wave_id, wrapped)
                VALUES (:keyId, :wave, :wrapped)
                ON CONFLICT DO NOTHING)
            INSERT INTO box.ballot (id, wave_id, audience, key_id, ciphertext)
            VALUES (:id, :wave, :audience, :keyId, :ciphertext)
            """)
    void insert(UUID id, WaveId wave, Audience audience, UUID keyId, byte[] wrapped, byte[] ciphertext);

    @SqlQuery("""
            SELECT wave_id, audience, count(*) AS waiting
            FROM box.ballot
            WHERE NOT EXISTS (SELECT 1 FROM box.unreadable WHERE unreadable.id = ballot.id)
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
            WHERE wave_id = :wave
              AND audience = :audience
              AND NOT EXISTS (SELECT 1 FROM box.unreadable WHERE unreadable.id = ballot.id)
            ORDER BY id
            """)
    List<UUID> listWaiting(WaveId wave, Audience audience);

    @SqlQuery("""
            SELECT ballot.id, data_key.wrapped, ballot.ciphertext
            FROM box.ballot
                LEFT JOIN box.data_key ON data_key.id = ballot.key_id AND data_key.wave_id = ballot.wave_id
            WHERE ballot.id = ANY (:ids)
            """)
    @RegisterConstructorMapper(SealedBallotRow.class)
    List<SealedBallotRow> list(List<UUID> ids);

    @SqlUpdate("""
            DELETE FROM box.ballot
            WHERE id = ANY (:ids)
            """)
    int delete(List<UUID> ids);

    /** From now on they do not wait any more. */
    @SqlUpdate("""
            INSERT INTO box.unreadable (id, wave_id, audience)
            SELECT id, wave_id, audience
            FROM box.ballot
            WHERE id = ANY (:ids)
            """)
    void setAside(List<UUID> ids);

    @SqlQuery("""
            SELECT count(*)
            FROM box.unreadable
            WHERE wave_id = :wave
            """)
    int countUnreadable(WaveId wave);

    @SqlUpdate("""
            DELETE FROM box.unreadable
            WHERE wave_id = :wave
            """)
    void forgetUnreadable(WaveId wave);

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

    @SqlUpdate("""
            DELETE FROM box.ballot
            WHERE id IN (SELECT id FROM box.unreadable WHERE wave_id = :wave)
            """)
    void deleteUnreadable(WaveId wave);

    /** Clears dead ballots away; a login that may not is only warned. */
    @SqlUpdate("""
            VACUUM (SKIP_LOCKED) box.ballot
            """)
    void vacuum();

    /** Ballots of one wave and audience. */
    record Pile(WaveId waveId, Audience audience, long waiting) {}

    /** A sealed ballot with its wrapped data key; null: that key is gone. */
    record SealedBallotRow(UUID id, byte @Nullable [] wrapped, byte[] ciphertext) {}
}
