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

    /** People with the name of their account. */
    String PEOPLE = """
            SELECT c.id, c.engagement_id, c.import_id, c.audience, c.email, c.email_key, c.phone, c.name, c.salutation,
                   c.role, c.language, c.account_id, a.name AS account, c.account_owner, c.time_zone, c.segments, c.version,
                   coalesce(c.wrong_phone = c.phone, false) AS phone_wrong
            FROM identity.contact c
            LEFT JOIN identity.account a ON a.id = c.account_id
            """;

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

    /** People whose mail address, or where they have none whose phone number, is among these. */
    @SqlQuery(PEOPLE + """
            WHERE c.engagement_id = :engagement
              AND c.email_key = ANY(:emailKeys)
            UNION ALL
            """ + PEOPLE + """
            WHERE c.engagement_id = :engagement
              AND c.email_key IS NULL
              AND regexp_replace(c.phone, '[^0-9]', '', 'g') = ANY(:digits)
            """)
    List<ContactRow> listByKeys(
            @Bind("engagement") EngagementId engagement,
            @Bind("emailKeys") List<String> emailKeys,
            @Bind("digits") List<String> digits);

    @SqlQuery(PEOPLE + """
            WHERE c.engagement_id = :engagement
              AND c.audience = ANY(:audiences)
              AND (c.email IS NOT NULL
                   OR (c.audience = 'customer' AND c.phone IS NOT NULL AND c.phone IS DISTINCT FROM c.wrong_phone))
            """)
    List<ContactRow> listReachable(
            @Bind("engagement") EngagementId engagement, @Bind("audiences") List<Audience> audiences);

    @SqlQuery(PEOPLE + """
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

    @SqlQuery(PEOPLE + """
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
              AND NOT EXISTS (
                    SELECT 1
                    FROM identity.import_change i
                    JOIN identity.contact_import l ON l.id = i.import_id AND l.engagement_id = a.engagement_id
                    WHERE i.before ->> 'account_id' = CAST(a.id AS text))
            """)
    int deleteEmptyAccounts(@Bind("engagement") EngagementId engagement);

    /** Keeps people as they are before an import changes them. */
    @SqlUpdate("""
            INSERT INTO identity.import_change (import_id, contact_id, version, before)
            SELECT :import, c.id, c.version + 1, to_jsonb(c)
            FROM identity.contact c
            WHERE c.id = ANY(:contacts)
            """)
    void keepBefore(@Bind("import") UUID importId, @Bind("contacts") List<UUID> contacts);

    /** Gives people back as they were before an import, unless somebody changed them since. */
    @SqlUpdate("""
            UPDATE identity.contact c
            SET audience = b.audience,
                email = b.email,
                email_key = b.email_key,
                phone = b.phone,
                name = b.name,
                salutation = b.salutation,
                role = b.role,
                language = b.language,
                account_id = b.account_id,
                account_owner = b.account_owner,
                time_zone = b.time_zone,
                segments = b.segments,
                version = c.version + 1
            FROM identity.import_change i, jsonb_populate_record(NULL::identity.contact, i.before) b
            WHERE i.import_id = :import
              AND c.id = i.contact_id
              AND c.version = i.version
            """)
    int restoreBefore(@Bind("import") UUID importId);

    @SqlUpdate("""
            DELETE FROM identity.import_change
            WHERE import_id = :import
            """)
    int forgetBefore(@Bind("import") UUID importId);

    @SqlUpdate("""
            DELETE FROM identity.contact
            WHERE import_id = :import
            """)
    int deleteContactsOfImport(@Bind("import") UUID importId);

    /** What the reports of old imports quote of their files goes; the counts stay. */
    @SqlUpdate("""
            DELETE FROM identity.import_rejected r
            USING identity.contact_import l
            WHERE l.id = r.import_id AND l.imported_at <= :before
            """)
    int forgetReports(@Bind("before") Instant before);

    /** With the client's name of now: it also stops mails of that client's other engagements. */
    @SqlUpdate("""
            INSERT INTO identity.suppression (address_hash, engagement_id, client)
            SELECT :hash, id, client
            FROM study.engagement
            WHERE id = :engagement
            ON CONFLICT (address_hash, engagement_id, client) DO NOTHING
            """)
    int suppress(@Bind("hash") byte[] hash, @Bind("engagement") EngagementId engagement);

    @SqlQuery("""
            SELECT address_hash
            FROM identity.stopped_address
            WHERE engagement_id = :engagement
            """)
    List<byte[]> listSuppressed(@Bind("engagement") EngagementId engagement);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM identity.stopped_address
                WHERE engagement_id = :engagement AND address_hash = :hash)
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
