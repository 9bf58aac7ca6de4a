package parallax.study;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(EngagementRow.class)
interface EngagementDao {

    @SqlUpdate("""
            INSERT INTO study.engagement (
                id, name, client, languages, scale_points, smallest_gap_percent, minimum_group, minimum_team,
                minimum_accounts, team_scope, sample, created_at)
            VALUES (
                :id, :name, :client, ARRAY(SELECT jsonb_array_elements_text(CAST(:languages AS jsonb))), :scalePoints,
                :smallestGapPercent, :minimumGroup, :minimumTeam, :minimumAccounts, :teamScope, :sample, :createdAt)
            """)
    void insert(@BindMethods EngagementRow row);

    @SqlQuery("""
            SELECT id, name, client, to_jsonb(languages) AS languages, scale_points, smallest_gap_percent,
                minimum_group, minimum_team, minimum_accounts, team_scope, sample, frozen, version, created_at
            FROM study.engagement
            WHERE id = :id
            """)
    Optional<EngagementRow> find(UUID id);

    @SqlQuery("""
            SELECT id, name, client, to_jsonb(languages) AS languages, scale_points, smallest_gap_percent,
                minimum_group, minimum_team, minimum_accounts, team_scope, sample, frozen, version, created_at
            FROM study.engagement
            WHERE id = :id
            FOR UPDATE
            """)
    Optional<EngagementRow> findForUpdate(UUID id);

    @SqlQuery("""
            SELECT id, name, client, to_jsonb(languages) AS languages, scale_points, smallest_gap_percent,
                minimum_group, minimum_team, minimum_accounts, team_scope, sample, frozen, version, created_at
            FROM study.engagement
            ORDER BY lower(name), created_at, id
            """)
    List<EngagementRow> list();

    @SqlUpdate("""
            UPDATE study.engagement
            SET name = :name,
                client = :client,
                languages = ARRAY(SELECT jsonb_array_elements_text(CAST(:languages AS jsonb))),
                scale_points = :scalePoints,
                smallest_gap_percent = :smallestGapPercent,
                minimum_group = :minimumGroup,
                minimum_team = :minimumTeam,
                minimum_accounts = :minimumAccounts,
                team_scope = :teamScope,
                version = version + 1
            WHERE id = :id
            """)
    void update(@BindMethods EngagementRow row);

    @SqlUpdate("""
            UPDATE study.engagement
            SET languages = ARRAY(SELECT jsonb_array_elements_text(CAST(:languages AS jsonb))),
                scale_points = :scalePoints
            WHERE id = :id
            """)
    void updateQuestionnaire(UUID id, String languages, int scalePoints);

    @SqlUpdate("""
            UPDATE study.engagement
            SET version = version + 1
            WHERE id = :id
            """)
    void raiseVersion(UUID id);

    @SqlUpdate("""
            UPDATE study.engagement
            SET frozen = true, version = version + 1
            WHERE id = :id AND NOT frozen
            """)
    void freeze(UUID id);

    /** Opens the settings again unless a wave rests on them. */
    @SqlUpdate("""
            UPDATE study.engagement
            SET frozen = false, version = version + 1
            WHERE id = :id
              AND frozen
              AND NOT EXISTS (
                  SELECT 1
                  FROM study.wave
                  WHERE engagement_id = :id AND state <> 'draft')
            """)
    void thaw(UUID id);

    @SqlUpdate("""
            DELETE FROM study.engagement
            WHERE id = :id
            """)
    void delete(UUID id);
}
