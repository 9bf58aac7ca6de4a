package parallax.summary;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;

/**
 * Which teams are heard on a touchpoint: those that own it ({@code shared} and {@code other} belong to both). A team that does
 * not own it is heard too where its gap is clear, and where no owning team has a figure. So each clear gap counts, in headline,
 * chart and table as in the workbook of its team.
 */
final class Speakers {

    private static final List<Audience> TEAMS = List.of(Audience.SALES, Audience.MARKETING);

    private Speakers() {}

    /**
     * The teams heard, Sales first.
     *
     * @param gaps of the teams that were asked about the touchpoint
     */
    static List<Audience> of(Owner owner, Map<Audience, ShownGap> gaps) {
        boolean ownersAreHeard = owners(owner).anyMatch(team -> hasFigure(gaps.get(team)));
        return TEAMS.stream()
                .filter(gaps::containsKey)
                .filter(team -> owners(owner).anyMatch(team::equals)
                        || !ownersAreHeard && hasFigure(gaps.get(team))
                        || isClear(gaps.get(team)))
                .toList();
    }

    private static Stream<Audience> owners(Owner owner) {
        return switch (owner) {
            case SALES -> Stream.of(Audience.SALES);
            case MARKETING -> Stream.of(Audience.MARKETING);
            case SHARED, OTHER -> TEAMS.stream();
        };
    }

    private static boolean hasFigure(@Nullable ShownGap gap) {
        return gap != null && gap.verdict() != null && gap.verdict() != Verdict.SUPPRESSED;
    }

    private static boolean isClear(@Nullable ShownGap gap) {
        return gap != null && gap.verdict() != null && gap.verdict().isClear();
    }
}
