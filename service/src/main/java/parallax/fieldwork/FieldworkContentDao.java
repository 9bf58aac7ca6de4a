package parallax.fieldwork;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.EngagementId;

interface FieldworkContentDao {

    @SqlUpdate("""
            DELETE FROM identity.invitation
            WHERE wave_id IN (SELECT id FROM study.wave WHERE engagement_id = :engagement)
            """)
    void deleteInvitations(EngagementId engagement);
}
