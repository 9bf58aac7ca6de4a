package parallax.study;

import java.util.List;

/** An engagement as the API shows it. */
record EngagementView(
        EngagementId id,
        String name,
        String client,
        List<String> languages,
        int scalePoints,
        double smallestGapPercent,
        int minimumGroup,
        int minimumTeam,
        int minimumAccounts,
        String teamScope,
        boolean sample,
        boolean frozen) {

    static EngagementView from(Engagement engagement) {
        return new EngagementView(
                engagement.id(),
                engagement.name(),
                engagement.client(),
                engagement.languages(),
                engagement.scalePoints(),
                engagement.smallestGapPercent(),
                engagement.minimumGroup(),
                engagement.minimumTeam(),
                engagement.minimumAccounts(),
                engagement.teamScope().code(),
                engagement.sample(),
                engagement.frozen());
    }
}
