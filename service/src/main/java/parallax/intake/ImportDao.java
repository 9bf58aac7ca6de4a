package parallax.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;

@RegisterConstructorMapper(ImportRow.class)
@RegisterConstructorMapper(ImportDao.RejectedBlock.class)
interface ImportDao {

    /** A block of rejected rows, and how many people are listed in it. */
    record RejectedBlock(int number, int people) {}

    /**
     * Imports. Invited: a person it brought has an invitation. Mailed: a mail to one it brought or changed has been given
     * to the mail server since.
     */
    String IMPORTS = """
            SELECT l.id, l.engagement_id, l.imported_at, l.about, l.ready, l.updated, l.duplicates, l.rejected, l.stopped,
                   l.warned,
                   (SELECT count(*) FROM identity.contact c WHERE c.import_id = l.id) AS people,
                   (SELECT count(*) FROM identity.import_change h WHERE h.import_id = l.id) AS changed,
                   EXISTS (
                       SELECT 1
                       FROM identity.invitation i
                       JOIN identity.contact c ON c.id = i.contact_id
                       WHERE c.import_id = l.id) AS invited,
                   EXISTS (
                       SELECT 1
                       FROM identity.outbox o
                       JOIN identity.invitation i ON i.id = o.invitation_id
                       JOIN identity.contact c ON c.id = i.contact_id
                       LEFT JOIN identity.import_change h ON h.contact_id = c.id AND h.import_id = l.id
                       WHERE (c.import_id = l.id OR h.import_id = l.id)
                         AND o.due_at >= l.imported_at
                         AND (o.state <> 'queued' OR o.attempt > 0)) AS mailed,
                   EXISTS (SELECT 1 FROM identity.import_rejected r WHERE r.import_id = l.id) AS quoted
            FROM identity.contact_import l
            """;

    @SqlUpdate("""
            INSERT INTO identity.contact_import (id, engagement_id, imported_at, intake_id)
            VALUES (:id, :engagement, :at, :intake)
            """)
    void insert(
            @Bind("id") UUID id,
            @Bind("engagement") EngagementId engagement,
            @Bind("at") Instant at,
            @Bind("intake") UUID intake);

    @SqlUpdate("""
            UPDATE identity.contact_import
            SET about = :about,
                ready = :ready,
                updated = :updated,
                duplicates = :duplicates,
                rejected = :rejected,
                stopped = :stopped,
                warned = :warned
            WHERE id = :id
            """)
    void saveReport(@Bind("id") UUID id, @Bind("about") byte[] about, @BindMethods Counts counts);

    @SqlUpdate("""
            INSERT INTO identity.import_rejected (import_id, number, people, sealed)
            VALUES (:import, :number, :people, :sealed)
            """)
    void insertRejected(
            @Bind("import") UUID importId,
            @Bind("number") int number,
            @Bind("people") int people,
            @Bind("sealed") byte[] sealed);

    @SqlQuery("""
            SELECT number, people
            FROM identity.import_rejected
            WHERE import_id = :import
            ORDER BY number
            """)
    List<RejectedBlock> listRejected(@Bind("import") UUID importId);

    @SqlQuery("""
            SELECT sealed
            FROM identity.import_rejected
            WHERE import_id = :import AND number = :number
            """)
    Optional<byte[]> rejected(@Bind("import") UUID importId, @Bind("number") int number);

    /** Newest first. */
    @SqlQuery(IMPORTS + """
            WHERE l.engagement_id = :engagement
            ORDER BY l.imported_at DESC, l.id
            LIMIT :most
            """)
    List<ImportRow> list(@Bind("engagement") EngagementId engagement, @Bind("most") int most);

    @SqlQuery(IMPORTS + """
            WHERE l.id = :id
            """)
    Optional<ImportRow> find(@Bind("id") UUID id);

    @SqlQuery("""
            SELECT id
            FROM identity.contact_import
            WHERE intake_id = :intake AND engagement_id = :engagement
            """)
    Optional<UUID> findByIntake(@Bind("engagement") EngagementId engagement, @Bind("intake") UUID intake);

    /** Holds the people of an import against new invitations until the transaction ends. */
    @SqlQuery("""
            SELECT c.id
            FROM identity.contact c
            LEFT JOIN identity.import_change h ON h.contact_id = c.id AND h.import_id = :id
            WHERE c.import_id = :id OR h.import_id = :id
            FOR UPDATE OF c
            """)
    List<UUID> lockPeople(@Bind("id") UUID id);

    @SqlUpdate("""
            DELETE FROM identity.contact_import
            WHERE id = :id
            """)
    int delete(@Bind("id") @Nullable UUID id);
}
