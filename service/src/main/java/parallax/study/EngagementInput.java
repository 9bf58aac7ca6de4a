package parallax.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementService.CreateEngagement;
import parallax.web.NullsRefused;

/** Settings of an engagement as sent; what is left out keeps its value, or gets its default in a new engagement. */
@NullsRefused
record EngagementInput(
        @Nullable String name,
        @Nullable String client,
        @Nullable List<@Nullable String> languages,
        @Nullable Integer scalePoints,
        @Nullable Double smallestGapPercent,
        @Nullable Integer minimumGroup,
        @Nullable Integer minimumTeam,
        @Nullable Integer minimumAccounts,
        @Nullable String teamScope) {

    /** These settings where they are given, the base's elsewhere. */
    CreateEngagement over(CreateEngagement base, InputCheck check) {
        return new CreateEngagement(
                name == null ? base.name() : name,
                client == null ? base.client() : client,
                languages == null ? base.languages() : whole(languages, check),
                scalePoints == null ? base.scalePoints() : scalePoints,
                smallestGapPercent == null ? base.smallestGapPercent() : smallestGapPercent,
                minimumGroup == null ? base.minimumGroup() : minimumGroup,
                minimumTeam == null ? base.minimumTeam() : minimumTeam,
                minimumAccounts == null ? base.minimumAccounts() : minimumAccounts,
                teamScope == null ? base.teamScope() : scope(teamScope, base.teamScope(), check),
                base.sample());
    }

    private static List<String> whole(List<@Nullable String> languages, InputCheck check) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            if (language == null) {
                check.error("/languages/" + i, null, "Enter a language tag such as en.");
            } else {
                whole.add(language);
            }
        }
        return whole;
    }

    private static TeamScope scope(String code, TeamScope fallback, InputCheck check) {
        return Arrays.stream(TeamScope.values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    check.error("/team_scope", code, "Use one of " + codes() + ".");
                    return fallback;
                });
    }

    private static String codes() {
        return Arrays.stream(TeamScope.values()).map(TeamScope::code).collect(Collectors.joining(", "));
    }
}
