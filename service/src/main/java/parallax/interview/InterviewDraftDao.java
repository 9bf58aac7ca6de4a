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

    @SqlQuery("""
            SELECT count(*)
            FROM identity.interview_draft
            WHERE invitation_id = :invitation""")
    int count(UUID invitation);

    /** Only while the invitation is open: a draft that overlapped a submit would stay behind. Two that begin wait for each other. */
    @SqlQuery("""
            SELECT id
            FROM identity.invitation
            WHERE id = :invitation AND state = 'open'
            FOR UPDATE""")
    Optional<UUID> holdOpen(UUID invitation);

    @SqlUpdate("""
            INSERT INTO identity.interview_draft (id, invitation_id, ciphertext)
            VALUES (:id, :invitation, :ciphertext)""")
    void insert(byte[] id, UUID invitation, byte[] ciphertext);

    /** Unless it was saved otherwise meanwhile (no two encryptions give the same bytes), or the person answered or stopped. */
    @SqlUpdate("""
            UPDATE identity.interview_draft d
            SET ciphertext = :ciphertext
            FROM identity.invitation i
            WHERE d.id = :id AND d.ciphertext = :before AND i.id = d.invitation_id AND i.state = 'open'""")
    int replace(byte[] id, byte[] before, byte[] ciphertext);

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
