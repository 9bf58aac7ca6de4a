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
@RegisterConstructorMapper(ImportRow.class)
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
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version,
                   coalesce(c.wrong_phone = c.phone, false) AS phone_wrong
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.engagement_id = :engagement
            """)
    List<ContactRow> listAll(@Bind("engagement") EngagementId engagement);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version,
                   coalesce(c.wrong_phone = c.phone, false) AS phone_wrong
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            WHERE c.engagement_id = :engagement
              AND c.audience = ANY(:audiences)
              AND (c.email IS NOT NULL
                   OR (c.audience = 'customer' AND c.phone IS NOT NULL AND c.phone IS DISTINCT FROM c.wrong_phone))
            """)
    List<ContactRow> listReachable(
            @Bind("engagement") EngagementId engagement, @Bind("audiences") List<Audience> audiences);

    @SqlQuery("""
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version,
                   coalesce(c.wrong_phone = c.phone, false) AS phone_wrong
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
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version,
                   coalesce(c.wrong_phone = c.phone, false) AS phone_wrong
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

    /** The number, not the person: one that is corrected is right again. */
    @SqlUpdate("""
            UPDATE identity.contact
            SET wrong_phone = phone
            WHERE id = :id
            """)
    void markPhoneWrong(@Bind("id") UUID id);

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
            INSERT INTO identity.contact_import (id, engagement_id, imported_at)
            VALUES (:id, :engagement, :at)
            """)
    void insertImport(@Bind("id") UUID id, @Bind("engagement") EngagementId engagement, @Bind("at") Instant at);

    @SqlUpdate("""
            UPDATE identity.contact_import
            SET ready = :ready,
                updated = :updated,
                duplicates = :duplicates,
                rejected = :rejected,
                problems = CAST(:problemsJson AS jsonb),
                rejected_rows = :rejectedRows
            WHERE id = :import
            """)
    void saveReport(
            @Bind("import") UUID id,
            @BindMethods ImportReport report,
            @Bind("problemsJson") String problems,
            @Bind("rejectedRows") String rejectedRows);

    /** Newest first, without what quotes the file. */
    @SqlQuery("""
            SELECT l.id, l.imported_at, l.ready, l.updated, l.duplicates, l.rejected, NULL AS problems, NULL AS rejected_rows,
                   (SELECT count(*) FROM identity.contact c WHERE c.import_id = l.id) AS people,
                   EXISTS (
                       SELECT 1
                       FROM identity.invitation i
                       JOIN identity.contact c ON c.id = i.contact_id
                       WHERE c.import_id = l.id) AS invited
            FROM identity.contact_import l
            WHERE l.engagement_id = :engagement
            ORDER BY l.imported_at DESC, l.id
            LIMIT :most
            """)
    List<ImportRow> listImports(@Bind("engagement") EngagementId engagement, @Bind("most") int most);

    @SqlQuery("""
            SELECT l.id, l.imported_at, l.ready, l.updated, l.duplicates, l.rejected, l.problems, l.rejected_rows,
                   (SELECT count(*) FROM identity.contact c WHERE c.import_id = l.id) AS people,
                   EXISTS (
                       SELECT 1
                       FROM identity.invitation i
                       JOIN identity.contact c ON c.id = i.contact_id
                       WHERE c.import_id = l.id) AS invited
            FROM identity.contact_import l
            WHERE l.engagement_id = :engagement AND l.id = :id
            """)
    Optional<ImportRow> findImport(@Bind("engagement") EngagementId engagement, @Bind("id") UUID id);

    /** What quotes the files of old imports goes; the counts stay. */
    @SqlUpdate("""
            UPDATE identity.contact_import
            SET problems = NULL, rejected_rows = NULL
            WHERE imported_at <= :before AND (problems IS NOT NULL OR rejected_rows IS NOT NULL)
            """)
    int forgetReports(@Bind("before") Instant before);

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

    /** With the client's name of now: it also stops mails of that client's other engagements. */
    @SqlUpdate("""
            INSERT INTO identity.suppression (address_hash, engagement_id, client)
            SELECT :hash, id, client
            FROM study.engagement
            WHERE id = :engagement
            ON CONFLICT (address_hash, engagement_id, client) DO NOTHING
            """)
    int suppress(@Bind("hash") byte[] hash, @Bind("engagement") EngagementId engagement);

    /** What stops mails of an engagement: its own stops, and those of engagements whose client is or was called like its own. */
    @SqlQuery("""
            SELECT s.address_hash
            FROM study.engagement mine
            JOIN identity.suppression s ON true
            LEFT JOIN study.engagement other ON other.id = s.engagement_id
            WHERE mine.id = :engagement
              AND (s.engagement_id = mine.id OR s.client = mine.client OR other.client = mine.client)
            """)
    List<byte[]> listSuppressed(@Bind("engagement") EngagementId engagement);

    /** The same for one address. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM study.engagement mine
                JOIN identity.suppression s ON s.address_hash = :hash
                LEFT JOIN study.engagement other ON other.id = s.engagement_id
                WHERE mine.id = :engagement
                  AND (s.engagement_id = mine.id OR s.client = mine.client OR other.client = mine.client))
            """)
    boolean isSuppressed(@Bind("hash") byte[] hash, @Bind("engagement") EngagementId engagement);

    @SqlQuery("""
            SELECT DISTINCT w.engagement_id
            FROM study.wave w
            WHERE w.closed_at <= :before
              AND EXISTS (SELECT 1 FROM identity.contact c WHERE c.engagement_id = w.engagement_id)
            """)
    List<EngagementId> listWithPeopleAndWaveClosedBefore(@Bind("before") Instant before);

    /** Whose waves all closed that long ago. Their invitations and mails go with them. */
    @SqlUpdate("""
            DELETE FROM identity.contact c
            WHERE c.engagement_id = :engagement
              AND EXISTS (SELECT 1 FROM identity.invitation i WHERE i.contact_id = c.id)
              AND NOT EXISTS (
                    SELECT 1
                    FROM identity.invitation i
                    JOIN study.wave w ON w.id = i.wave_id
                    WHERE i.contact_id = c.id AND (w.closed_at IS NULL OR w.closed_at > :before))
            """)
    int deleteInvitedBefore(@Bind("engagement") EngagementId engagement, @Bind("before") Instant before);

    /** Whom nobody invited while all waves of the engagement closed that long ago; a newer list waits for its wave. */
    @SqlUpdate("""
            DELETE FROM identity.contact c
            WHERE c.engagement_id = :engagement
              AND NOT EXISTS (SELECT 1 FROM identity.invitation i WHERE i.contact_id = c.id)
              AND NOT EXISTS (
                    SELECT 1
                    FROM identity.contact_import l
                    WHERE l.id = c.import_id AND l.imported_at > :before)
              AND NOT EXISTS (
                    SELECT 1
                    FROM study.wave w
                    WHERE w.engagement_id = :engagement AND (w.closed_at IS NULL OR w.closed_at > :before))
            """)
    int deleteNeverInvited(@Bind("engagement") EngagementId engagement, @Bind("before") Instant before);

    @SqlUpdate("""
            DELETE FROM identity.contact_import l
            WHERE l.engagement_id = :engagement
              AND l.imported_at <= :before
              AND NOT EXISTS (SELECT 1 FROM identity.contact c WHERE c.import_id = l.id)
            """)
    int deleteEmptyImports(@Bind("engagement") EngagementId engagement, @Bind("before") Instant before);

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
