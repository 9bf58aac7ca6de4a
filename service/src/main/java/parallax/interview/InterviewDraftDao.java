package parallax.interview;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Interviews under way, as ciphertext. */
interface InterviewDraftDao {

    @SqlQuery("""
            SELECT ciphertext
            FROM identity.interview_draft
            WHERE id = :id""")
    Optional<byte[]> find(byte[] id);

    /** Only while the invitation is open: a draft that overlapped a submit would stay behind. */
    @SqlUpdate("""
            INSERT INTO identity.interview_draft (id, invitation_id, ciphertext)
            SELECT :id, i.id, :ciphertext
            FROM identity.invitation i
            WHERE i.id = :invitation AND i.state = 'open'
            FOR SHARE
            ON CONFLICT (id) DO UPDATE SET ciphertext = excluded.ciphertext""")
    int put(byte[] id, UUID invitation, byte[] ciphertext);

    @SqlUpdate("""
            DELETE FROM identity.interview_draft
            WHERE invitation_id = :invitation""")
    void deleteOf(UUID invitation);

    /** Of those who answered on the web or stopped meanwhile. */
    @SqlUpdate("""
            DELETE FROM identity.interview_draft d
            USING identity.invitation i
            WHERE i.id = d.invitation_id AND i.state <> 'open'""")
    void deleteOutlived();
}
