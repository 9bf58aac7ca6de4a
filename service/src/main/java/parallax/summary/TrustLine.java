package parallax.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.finding.Findings;
import parallax.finding.Participation;
import parallax.nomination.Nomination;
import parallax.questionnaire.Audience;

/** Who answered, out of how many, and what is never shown: printed above the fold. */
final class TrustLine {

    private TrustLine() {}

    static String of(Findings findings, Optional<Nomination> nomination) {
        List<String> parts = new ArrayList<>();
        for (Audience audience : Audience.raters()) {
            Participation participation = findings.participation().get(audience);
            if (participation != null) {
                parts.add(part(audience, participation, findings.engagement().minimumTeam()));
            } else if (findings.wave().audiences().contains(audience)) {
                parts.add(audience.isTeam() ? "nobody in " + SummaryTable.name(audience) : "no customers");
            }
        }
        String who = findings.participation().isEmpty() ? "Nobody has answered" : String.join(", ", parts);
        return who + "."
                + " Groups of fewer than %d customers, or from fewer than %d companies, are never shown. "
                        .formatted(
                                findings.engagement().minimumGroup(),
                                findings.engagement().minimumAccounts())
                + "Those who did not answer may think differently."
                + nomination.map(chosen -> " " + chosen.told()).orElse("");
    }

    /** A team under its minimum is not counted out: its size could name the ones who are missing. */
    private static String part(Audience audience, Participation participation, int minimumTeam) {
        if (audience == Audience.CUSTOMER) {
            Integer people = participation.people();
            return people == null || people == 0
                    ? "%d customers from %d companies".formatted(participation.responses(), participation.accounts())
                    : "%d of %d customers (%s)"
                            .formatted(
                                    participation.responses(),
                                    people,
                                    Math.round(100.0 * participation.responses() / people) + "\u00a0%");
        }
        String team = "in " + SummaryTable.name(audience);
        if (participation.responses() < minimumTeam) {
            return "fewer than %d %s".formatted(minimumTeam, team);
        }
        return participation.people() == null
                ? "%d %s".formatted(participation.responses(), team)
                : "%d of %d %s".formatted(participation.responses(), participation.people(), team);
    }
}
