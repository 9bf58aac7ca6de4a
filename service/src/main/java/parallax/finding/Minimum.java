package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;

/**
 * The least a figure may stand on (METHOD.md §9.1).
 *
 * @param answers fewest persons with a number
 * @param accounts fewest accounts they come from
 */
record Minimum(int answers, int accounts) {

    static Minimum of(Engagement engagement, Audience audience) {
        return audience.isTeam()
                ? new Minimum(engagement.minimumTeam(), 1)
                : new Minimum(engagement.minimumGroup(), engagement.minimumAccounts());
    }

    @Nullable
    Suppression check(Cell cell) {
        if (cell.answers() < Math.max(answers, 1)) {
            return Suppression.FEWER_THAN_MINIMUM;
        }
        return cell.clusters() < accounts ? Suppression.TOO_FEW_ACCOUNTS : null;
    }
}
