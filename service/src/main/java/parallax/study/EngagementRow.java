package parallax.study;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A row of study.engagement; languages as a JSON list. */
public record EngagementRow(
        UUID id,
        String name,
        String client,
        String languages,
        int scalePoints,
        double smallestGapPercent,
        int minimumGroup,
        int minimumTeam,
        int minimumAccounts,
        String teamScope,
        boolean sample,
        boolean frozen,
        int version,
        Instant createdAt) {

    Engagement toEngagement() {
        return new Engagement(
                new EngagementId(id),
                name,
                client,
                StoredJson.texts(languages),
                scalePoints,
                smallestGapPercent,
                minimumGroup,
                minimumTeam,
                minimumAccounts,
                TeamScope.valueOf(teamScope.toUpperCase(Locale.ROOT)),
                sample,
                frozen,
                version);
    }

    static EngagementRow of(UUID id, EngagementService.CreateEngagement settings, Instant createdAt) {
        return new EngagementRow(
                id,
                settings.name().strip(),
                settings.client().strip(),
                StoredJson.write(settings.languages()),
                settings.scalePoints(),
                settings.smallestGapPercent(),
                settings.minimumGroup(),
                settings.minimumTeam(),
                settings.minimumAccounts(),
                settings.teamScope().code(),
                settings.sample(),
                false,
                1,
                createdAt);
    }
}
