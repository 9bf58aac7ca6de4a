package parallax.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parallax.questionnaire.Wording;
import parallax.study.EngagementService.CreateEngagement;

/** The rules of an engagement's settings. */
final class EngagementCheck {

    private static final int LEAST_GROUP = 5;
    private static final int LEAST_TEAM = 3;
    private static final int LEAST_ACCOUNTS = 3;
    private static final int MOST = 1000;
    private static final double LARGEST_GAP_PERCENT = 50;

    private final InputCheck check;

    EngagementCheck(InputCheck check) {
        this.check = check;
    }

    void settings(CreateEngagement settings) {
        check.text("/name", settings.name(), "a name for the engagement", InputCheck.LONGEST_NAME);
        check.text("/client", settings.client(), "the client company’s name", InputCheck.LONGEST_NAME);
        languages(settings.languages());
        if (settings.scalePoints() != 5 && settings.scalePoints() != 7) {
            check.error("/scale_points", settings.scalePoints(), "Use 5 or 7.");
        }
        double gap = settings.smallestGapPercent();
        if (!(gap > 0 && gap <= LARGEST_GAP_PERCENT)) {
            check.error("/smallest_gap_percent", gap, "Use a number over 0, up to 50: percent of the scale’s range.");
        }
        minimum("/minimum_group", settings.minimumGroup(), LEAST_GROUP, "customers");
        minimum("/minimum_team", settings.minimumTeam(), LEAST_TEAM, "team members");
        minimum("/minimum_accounts", settings.minimumAccounts(), LEAST_ACCOUNTS, "accounts");
    }

    /** Settings that figures rest on must not differ. */
    void frozen(Engagement engagement, CreateEngagement settings) {
        unchanged("/languages", engagement.languages(), settings.languages());
        unchanged("/scale_points", engagement.scalePoints(), settings.scalePoints());
        unchanged("/smallest_gap_percent", engagement.smallestGapPercent(), settings.smallestGapPercent());
        unchanged("/minimum_group", engagement.minimumGroup(), settings.minimumGroup());
        unchanged("/minimum_team", engagement.minimumTeam(), settings.minimumTeam());
        unchanged("/minimum_accounts", engagement.minimumAccounts(), settings.minimumAccounts());
        unchanged(
                "/team_scope",
                engagement.teamScope().code(),
                settings.teamScope().code());
        if (!check.errors().isEmpty()) {
            throw new SettingsFrozenException(check.errors());
        }
    }

    private void languages(List<String> languages) {
        if (languages.isEmpty()) {
            check.error("/languages", null, "Choose at least one language.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < languages.size(); i++) {
            String pointer = "/languages/" + i;
            String language = languages.get(i);
            if (!Wording.languages().contains(language)) {
                check.error(
                        pointer,
                        InputCheck.visible(language),
                        "There are no question texts in this language yet. Use one of: "
                                + String.join(", ", new TreeSet<>(Wording.languages())) + ".");
            } else if (!seen.add(language)) {
                check.error(pointer, language, "This language stands twice. Remove one.");
            }
        }
    }

    private void minimum(String pointer, int value, int least, String whom) {
        if (value < least) {
            check.error(
                    pointer,
                    value,
                    "Use %d or more: a figure of fewer %s could show who said what.".formatted(least, whom));
        } else if (value > MOST) {
            check.error(pointer, value, "Use %d or fewer.".formatted(MOST));
        }
    }

    private void unchanged(String pointer, Object now, Object wanted) {
        if (!now.equals(wanted)) {
            check.error(pointer, wanted, "This stays %s: answers were already asked for under it.".formatted(now));
        }
    }
}
