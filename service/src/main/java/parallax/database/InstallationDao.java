package parallax.database;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface InstallationDao {

    @SqlQuery("""
            SELECT key_fingerprint
            FROM study.installation""")
    Optional<byte[]> findKeyFingerprint();

    @SqlUpdate("""
            INSERT INTO study.installation (key_fingerprint)
            VALUES (:fingerprint)
            ON CONFLICT DO NOTHING""")
    void rememberKeyFingerprint(byte[] fingerprint);
}
