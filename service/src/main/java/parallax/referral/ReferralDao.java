package parallax.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.study.WaveId;

/** Referrals that wait for a decision. */
@RegisterConstructorMapper(ReferralRow.class)
interface ReferralDao {

    @SqlQuery("""
            SELECT r.id, r.invitation_id, c.id AS contact_id, r.name, r.email, c.name AS person, c.email AS person_email,
                a.name AS account
            FROM identity.referral r
            JOIN identity.invitation i ON i.id = r.invitation_id
            JOIN identity.contact c ON c.id = i.contact_id
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE i.wave_id = :wave
            ORDER BY r.name, r.email, r.id
            """)
    List<ReferralRow> list(WaveId wave);

    @SqlQuery("""
            SELECT r.id, r.invitation_id, c.id AS contact_id, r.name, r.email, c.name AS person, c.email AS person_email,
                a.name AS account
            FROM identity.referral r
            JOIN identity.invitation i ON i.id = r.invitation_id
            JOIN identity.contact c ON c.id = i.contact_id
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE i.wave_id = :wave AND r.id = :id
            """)
    Optional<ReferralRow> find(WaveId wave, UUID id);

    /** Of two who decide at once, one deletes it. Not one that names somebody else by now. */
    @SqlUpdate("""
            DELETE FROM identity.referral
            WHERE id = :id AND email = :email
            """)
    int delete(UUID id, String email);
}
