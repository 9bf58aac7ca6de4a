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

@RegisterConstructorMapper(IntakeRow.class)
@RegisterConstructorMapper(Counts.class)
@RegisterConstructorMapper(IntakeDao.BlockRow.class)
interface IntakeDao {

    /** A block and its counts. */
    record BlockRow(int number, int ready, int updated, int duplicates, int rejected, int stopped, int warned) {

        int of(Listed listed) {
            return switch (listed) {
                case READY -> ready;
                case UPDATED -> updated;
                case DUPLICATES -> duplicates;
                case REJECTED -> rejected - stopped;
                case WARNED -> warned;
            };
        }
    }

    @SqlUpdate("""
            INSERT INTO identity.intake (id, engagement_id, person_id, created_at, file_mac, about)
            VALUES (:id, :engagement, :person, :at, :mac, '')
            ON CONFLICT ON CONSTRAINT intake_once_a_file DO NOTHING
            """)
    int insert(
            @Bind("id") UUID id,
            @Bind("engagement") EngagementId engagement,
            @Bind("person") UUID person,
            @Bind("at") Instant at,
            @Bind("mac") byte[] mac);

    @SqlQuery("""
            SELECT id
            FROM identity.intake
            WHERE engagement_id = :engagement AND file_mac = :mac
            """)
    Optional<UUID> findByFile(@Bind("engagement") EngagementId engagement, @Bind("mac") byte[] mac);

    @SqlQuery("""
            SELECT id, engagement_id, person_id, created_at, about, checked, job_id
            FROM identity.intake
            WHERE id = :id
            """)
    Optional<IntakeRow> find(@Bind("id") UUID id);

    /** Lets one change of an intake after the other, until the transaction ends. */
    @SqlQuery("""
            SELECT id, engagement_id, person_id, created_at, about, checked, job_id
            FROM identity.intake
            WHERE id = :id
            FOR UPDATE
            """)
    Optional<IntakeRow> lock(@Bind("id") UUID id);

    @SqlUpdate("""
            UPDATE identity.intake
            SET about = :about, checked = :checked
            WHERE id = :id
            """)
    void update(@Bind("id") UUID id, @Bind("about") byte[] about, @Bind("checked") boolean checked);

    @SqlUpdate("""
            UPDATE identity.intake
            SET job_id = :job, person_id = :person
            WHERE id = :id
            """)
    void setJob(@Bind("id") UUID id, @Bind("job") @Nullable UUID job, @Bind("person") UUID person);

    @SqlUpdate("""
            DELETE FROM identity.intake
            WHERE id = :id
            """)
    int delete(@Bind("id") UUID id);

    @SqlUpdate("""
            DELETE FROM identity.intake
            WHERE created_at <= :before
            """)
    int deleteBefore(@Bind("before") Instant before);

    @SqlUpdate("""
            DELETE FROM identity.intake
            WHERE engagement_id = :engagement
            """)
    int deleteOf(@Bind("engagement") EngagementId engagement);

    @SqlUpdate("""
            INSERT INTO identity.intake_part (intake_id, number, sealed)
            VALUES (:intake, :number, :sealed)
            """)
    void insertPart(@Bind("intake") UUID intake, @Bind("number") int number, @Bind("sealed") byte[] sealed);

    @SqlQuery("""
            SELECT sealed
            FROM identity.intake_part
            WHERE intake_id = :intake AND number = :number
            """)
    Optional<byte[]> findPart(@Bind("intake") UUID intake, @Bind("number") int number);

    @SqlUpdate("""
            INSERT INTO identity.intake_block (intake_id, number, sealed)
            VALUES (:intake, :number, :sealed)
            """)
    void insertBlock(@Bind("intake") UUID intake, @Bind("number") int number, @Bind("sealed") byte[] sealed);

    @SqlUpdate("""
            UPDATE identity.intake_block
            SET sealed = :sealed,
                ready = :ready,
                updated = :updated,
                duplicates = :duplicates,
                rejected = :rejected,
                stopped = :stopped,
                warned = :warned
            WHERE intake_id = :intake AND number = :number
            """)
    void updateBlock(
            @Bind("intake") UUID intake,
            @Bind("number") int number,
            @Bind("sealed") byte[] sealed,
            @BindMethods Counts counts);

    @SqlUpdate("""
            DELETE FROM identity.intake_block
            WHERE intake_id = :intake
            """)
    int deleteBlocks(@Bind("intake") UUID intake);

    @SqlQuery("""
            SELECT number, ready, updated, duplicates, rejected, stopped, warned
            FROM identity.intake_block
            WHERE intake_id = :intake
            ORDER BY number
            """)
    List<BlockRow> listBlocks(@Bind("intake") UUID intake);

    @SqlQuery("""
            SELECT sealed
            FROM identity.intake_block
            WHERE intake_id = :intake AND number = :number
            """)
    Optional<byte[]> block(@Bind("intake") UUID intake, @Bind("number") int number);

    @SqlQuery("""
            SELECT coalesce(sum(ready), 0) AS ready,
                   coalesce(sum(updated), 0) AS updated,
                   coalesce(sum(duplicates), 0) AS duplicates,
                   coalesce(sum(rejected), 0) AS rejected,
                   coalesce(sum(stopped), 0) AS stopped,
                   coalesce(sum(warned), 0) AS warned
            FROM identity.intake_block
            WHERE intake_id = :intake
            """)
    Counts counts(@Bind("intake") UUID intake);

    @SqlQuery("""
            SELECT columns
            FROM identity.column_mapping
            WHERE client = :client
            """)
    Optional<String> findMapping(@Bind("client") String client);

    /** What a file says of some columns is laid over what earlier files said of others. */
    @SqlUpdate("""
            INSERT INTO identity.column_mapping (client, columns)
            VALUES (:client, CAST(:columns AS jsonb))
            ON CONFLICT (client) DO UPDATE
            SET columns = column_mapping.columns || EXCLUDED.columns
            """)
    void rememberMapping(@Bind("client") String client, @Bind("columns") String columns);

    @SqlUpdate("""
            DELETE FROM identity.column_mapping m
            WHERE m.client = :client
              AND NOT EXISTS (
                    SELECT 1
                    FROM study.engagement e
                    WHERE e.client = m.client AND e.id <> :engagement)
            """)
    int forgetMapping(@Bind("client") String client, @Bind("engagement") EngagementId engagement);
}
