package parallax.study;

import java.util.List;
import parallax.questionnaire.Audience;

/**
 * The work for one client company.
 *
 * @param languages language tags, the first is the default
 * @param scalePoints 5 or 7
 * @param smallestGapPercent smallest gap that matters, in percent of the scale range (METHOD.md §5), over 0 to 50
 * @param minimumGroup fewest customers a figure may stand on
 * @param minimumTeam fewest team members a figure may stand on
 * @param minimumAccounts fewest accounts a customers' figure may stand on
 * @param sample made by the service to be looked at; shown as such everywhere
 * @param frozen true from the first launch or import: settings that change figures cannot change any more
 * @param version rises with every change; the ETag
 */
public record Engagement(
        EngagementId id,
        String name,
        String client,
        List<String> languages,
        int scalePoints,
        double smallestGapPercent,
        int minimumGroup,
        int minimumTeam,
        int minimumAccounts,
        TeamScope teamScope,
        boolean sample,
        boolean frozen,
        int version) {

    public Engagement {
        languages = List.copyOf(languages);
    }

    /** Fewest people of an audience a figure may stand on. */
    public int minimum(Audience audience) {
        return audience.isTeam() ? minimumTeam : minimumGroup;
    }

    /** The smallest gap that matters, in scale points. */
    public double smallestGapPoints() {
        return smallestGapPercent / 100 * (scalePoints - 1);
    }
}
