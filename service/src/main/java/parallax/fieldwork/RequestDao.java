package parallax.fieldwork;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;

/** What people ask of us beside their answers: to be called, to be sent the results, to ask somebody else. */
interface RequestDao {

    @SqlUpdate("""
            INSERT INTO identity.wish (invitation_id, results, contact, comment)
            VALUES (:invitation, :results, :contact, :comment)
            ON CONFLICT (invitation_id) DO UPDATE
            SET results = excluded.results, contact = excluded.contact, comment = excluded.comment
            """)
    void keepWish(UUID invitation, boolean results, String contact, String comment);

    /** The last one named counts. */
    @SqlUpdate("""
            INSERT INTO identity.referral (id, invitation_id, name, email)
            VALUES (:id, :invitation, :name, :email)
            ON CONFLICT ON CONSTRAINT referral_once DO UPDATE
            SET name = excluded.name, email = excluded.email
            """)
    void keepReferral(UUID id, UUID invitation, String name, String email);

    @SqlQuery("""
            SELECT contact.name AS person, contact.email, account.name AS account,
                wish.results, wish.contact AS about, wish.comment
            FROM identity.wish
                JOIN identity.invitation ON invitation.id = wish.invitation_id
                JOIN identity.contact ON contact.id = invitation.contact_id
                LEFT JOIN identity.account ON account.id = contact.account_id
            WHERE invitation.wave_id = :wave
            ORDER BY contact.name, contact.email, wish.invitation_id
            """)
    @RegisterConstructorMapper(WishRow.class)
    List<WishRow> listWishes(WaveId wave);

    @SqlQuery("""
            SELECT wish.invitation_id, wish.results, wish.contact, wish.comment
            FROM identity.wish JOIN identity.invitation ON invitation.id = wish.invitation_id
            WHERE invitation.wave_id = :wave
            ORDER BY wish.invitation_id
            """)
    @RegisterConstructorMapper(KeptWish.class)
    List<KeptWish> listKeptWishes(WaveId wave);

    @SqlQuery("""
            SELECT referral.id, referral.invitation_id, referral.name, referral.email
            FROM identity.referral JOIN identity.invitation ON invitation.id = referral.invitation_id
            WHERE invitation.wave_id = :wave
            ORDER BY referral.id
            """)
    @RegisterConstructorMapper(KeptReferral.class)
    List<KeptReferral> listKeptReferrals(WaveId wave);

    /** Who asked for the main findings and can be written to. */
    @SqlQuery("""
            SELECT invitation.id, invitation.language
            FROM identity.wish
                JOIN identity.invitation ON invitation.id = wish.invitation_id
                JOIN identity.contact ON contact.id = invitation.contact_id
            WHERE invitation.wave_id = :wave
              AND wish.results
              AND invitation.state <> 'stopped'
              AND NOT invitation.bounced
              AND contact.email IS NOT NULL
            ORDER BY invitation.id
            """)
    @RegisterConstructorMapper(FindingsReader.class)
    List<FindingsReader> listFindingsReaders(WaveId wave);

    @SqlQuery("""
            SELECT count(*)
            FROM identity.outbox
            WHERE wave_id = :wave AND kind = 'findings'
            """)
    int countFindingsLetters(WaveId wave);

    /** Somebody whom the findings letter is for. */
    record FindingsReader(UUID id, String language) {}

    /** A wish as it is stored. */
    record KeptWish(UUID invitationId, boolean results, String contact, String comment) {}

    /** A referral as it is stored. */
    record KeptReferral(UUID id, UUID invitationId, String name, String email) {}

    /** Somebody who asks something of us. */
    record WishRow(
            @Nullable String person,
            @Nullable String email,
            @Nullable String account,
            boolean results,
            String about,
            String comment) {}
}
