package parallax.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;

@RegisterConstructorMapper(ContactRow.class)
@RegisterConstructorMapper(ContactDao.AccountRow.class)
@RegisterConstructorMapper(ContactDao.CountRow.class)
interface ContactDao {

    /** A customer company. */
    record AccountRow(UUID id, EngagementId engagementId, String name) {}

    /** How many people an audience has. */
    record CountRow(Audience audience, int people) {}

    /** Lets one change of an engagement's people after the other, until the transaction ends. */
    @SqlQuery("""
            SELECT 1
            FROM pg_advisory_xact_lock(hashtextextended('contacts ' || :engagement, 0))
            """)
    int lock(@Bind("engagement") String engagement);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.engagement_id = :engagement
            """)
    List<ContactRow> listAll(@Bind("engagement") EngagementId engagement);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.engagement_id = :engagement
              AND c.audience = ANY(:audiences)
              AND c.email IS NOT NULL
            """)
    List<ContactRow> listWithEmail(
            @Bind("engagement") EngagementId engagement, @Bind("audiences") List<Audience> audiences);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.engagement_id = :engagement
              AND (c.audience, coalesce(c.name, ''), c.id) > (:audience, :name, :id)
            ORDER BY c.audience, coalesce(c.name, ''), c.id
            LIMIT :limit
            """)
    List<ContactRow> listAfter(
            @Bind("engagement") EngagementId engagement,
            @Bind("audience") String audience,
            @Bind("name") String name,
            @Bind("id") UUID id,
            @Bind("limit") int limit);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.id = :id
            """)
    Optional<ContactRow> find(@Bind("id") UUID id);

    @SqlQuery("""
            SELECT audience, count(*) AS people
            FROM identity.contact
            WHERE engagement_id = :engagement
            GROUP BY audience
            """)
    List<CountRow> count(@Bind("engagement") EngagementId engagement);

    @SqlBatch("""
            INSERT INTO identity.contact
                (id, engagement_id, import_id, audience, email, email_key, phone, name, salutation, role, language,
                 account_id, account_owner, time_zone, segments, version)
            VALUES
                (:id, :engagementId, CAST(:importId AS uuid), :audience, :email, :emailKey, :phone, :name, :salutation, :role, :language,
                 CAST(:accountId AS uuid), :accountOwner, :timeZone, CAST(:segments AS jsonb), 1)
            """)
    @BatchChunkSize(1000)
    void insert(@BindMethods List<ContactRow> contacts);

    @SqlBatch("""
            UPDATE identity.contact
            SET audience = :audience,
                email = :email,
                email_key = :emailKey,
                phone = :phone,
                name = :name,
                salutation = :salutation,
                role = :role,
                language = :language,
                account_id = CAST(:accountId AS uuid),
                account_owner = :accountOwner,
                time_zone = :timeZone,
                segments = CAST(:segments AS jsonb),
                version = version + 1
            WHERE id = :id
            """)
    @BatchChunkSize(1000)
    void update(@BindMethods List<ContactRow> contacts);

    @SqlUpdate("""
            DELETE FROM identity.contact
            WHERE id = :id
            """)
    int delete(@Bind("id") UUID id);

    @SqlQuery("""
            SELECT id, engagement_id, name
            FROM identity.account
            WHERE engagement_id = :engagement
            """)
    List<AccountRow> listAccounts(@Bind("engagement") EngagementId engagement);

    @SqlBatch("""
            INSERT INTO identity.account (id, engagement_id, name)
            VALUES (:id, :engagementId, :name)
            """)
    @BatchChunkSize(1000)
    void insertAccounts(@BindMethods List<AccountRow> accounts);

    @SqlUpdate("""
            DELETE FROM identity.account a
            WHERE a.engagement_id = :engagement
              AND NOT EXISTS (SELECT 1 FROM identity.contact c WHERE c.account_id = a.id)
            """)
    int deleteEmptyAccounts(@Bind("engagement") EngagementId engagement);

    @SqlUpdate("""
            INSERT INTO identity.contact_import (id, engagement_id, imported_at, file_hash)
            VALUES (:id, :engagement, :at, :hash)
            """)
    void insertImport(
            @Bind("id") UUID id,
            @Bind("engagement") EngagementId engagement,
            @Bind("at") Instant at,
            @Bind("hash") byte[] hash);

    @SqlQuery("""
            SELECT id
            FROM identity.contact_import
            WHERE engagement_id = :engagement
              AND file_hash = :hash
            ORDER BY imported_at DESC
            LIMIT 1
            """)
    Optional<UUID> findImport(@Bind("engagement") EngagementId engagement, @Bind("hash") byte[] hash);

    @SqlQuery("""
            SELECT engagement_id
            FROM identity.contact_import
            WHERE id = :id
            """)
    Optional<EngagementId> findEngagementOfImport(@Bind("id") UUID id);

    /** Holds the contacts of an import against new invitations until the transaction ends. */
    @SqlQuery("""
            SELECT id
            FROM identity.contact
            WHERE import_id = :id
            FOR UPDATE
            """)
    List<UUID> lockContactsOfImport(@Bind("id") UUID id);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM identity.invitation i
                JOIN identity.contact c ON c.id = i.contact_id
                WHERE c.import_id = :id)
            """)
    boolean isImportInvited(@Bind("id") UUID id);

    @SqlUpdate("""
            DELETE FROM identity.contact
            WHERE import_id = :id
            """)
    int deleteContactsOfImport(@Bind("id") UUID id);

    @SqlUpdate("""
            DELETE FROM identity.contact_import
            WHERE id = :id
            """)
    int deleteImport(@Bind("id") UUID id);

    @SqlUpdate("""
            INSERT INTO identity.suppression (address_hash, engagement_id, client)
            VALUES (:hash, :engagement, :client)
            ON CONFLICT (address_hash, client) DO NOTHING
            """)
    int suppress(@Bind("hash") byte[] hash, @Bind("engagement") EngagementId engagement, @Bind("client") String client);

    @SqlQuery("""
            SELECT address_hash
            FROM identity.suppression
            WHERE client = :client
            """)
    List<byte[]> listSuppressed(@Bind("client") String client);

    @SqlUpdate("""
            DELETE FROM identity.contact
            WHERE engagement_id = :engagement
            """)
    int deleteContacts(@Bind("engagement") EngagementId engagement);

    @SqlUpdate("""
            DELETE FROM identity.contact_import
            WHERE engagement_id = :engagement
            """)
    int deleteImports(@Bind("engagement") EngagementId engagement);
}
