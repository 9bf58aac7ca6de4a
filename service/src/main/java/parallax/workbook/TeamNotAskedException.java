package parallax.workbook;

import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A workbook is for a team that was asked; where customers alone were asked, both teams can have what those say. */
final class TeamNotAskedException extends RefusedException {

    private TeamNotAskedException(Findings findings, Audience team, Audience other) {
        super(
                ProblemType.CONFLICT,
                "Wave “%s” did not ask %s, so there is no workbook for that team. Take the one for %s."
                        .formatted(findings.wave().name(), Words.audience(team), Words.audience(other)));
    }

    static void require(Findings findings, Audience team) {
        Audience other = team == Audience.SALES ? Audience.MARKETING : Audience.SALES;
        if (!TeamReport.wasAsked(findings, team) && TeamReport.wasAsked(findings, other)) {
            throw new TeamNotAskedException(findings, team, other);
        }
    }
}
