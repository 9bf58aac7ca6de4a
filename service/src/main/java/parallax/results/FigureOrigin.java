package parallax.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.study.AnswerSource;
import parallax.study.Engagement;

/**
 * Where a figure comes from: itself, what it means, and everything it stands on. A suppressed figure tells why, and no
 * number of its own.
 *
 * @param name what it is called
 * @param definition what it tells
 * @param formula how it is worked out, in words
 * @param range how its likely range is found
 * @param because why it is not shown; absent where it is
 * @param printed with the digits that pages and files print; absent for a figure that is not shown
 * @param rule what gave it its verdict; absent for kinds without one
 * @param notes what a reader must know besides its numbers
 * @param counts whole numbers behind it, where they may be told
 * @param people what became of those who were asked; absent but for response rates
 * @param countsNote why there are no counts; absent where there are
 * @param wording the questions in every language, audience by audience
 * @param source where the answers are from: {@code fieldwork} or {@code import}
 * @param standsOn figures it is made of or read with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureOrigin(
        @JsonUnwrapped FigureJson figure,
        String name,
        String definition,
        String formula,
        @Nullable String range,
        @Nullable String because,
        @Nullable Printed printed,
        @Nullable AppliedRule rule,
        List<String> notes,
        List<CountsBehind> counts,
        @Nullable List<InvitedPeople> people,
        @Nullable String countsNote,
        List<AskedItem> wording,
        @Nullable Integer questionnaireVersion,
        @Nullable String source,
        Settings settings,
        Place engagement,
        Place wave,
        List<StandingOn> standsOn) {

    /** Something with a name. */
    record Place(String id, String name) {}

    /** What was agreed before the field. */
    record Settings(
            int scalePoints,
            double smallestGapPercent,
            double smallestGapPoints,
            int minimumGroup,
            int minimumAccounts,
            int minimumTeam,
            String teamScope) {

        static Settings of(Findings findings) {
            Engagement engagement = findings.engagement();
            return new Settings(
                    findings.questionnaire().scalePoints(),
                    engagement.smallestGapPercent(),
                    engagement.smallestGapPoints(),
                    engagement.minimumGroup(),
                    engagement.minimumAccounts(),
                    engagement.minimumTeam(),
                    engagement.teamScope().code());
        }
    }

    static FigureOrigin of(Findings findings, Figure figure) {
        FigureKey key = figure.key();
        Definition definition = Definition.of(key);
        List<CountsBehind> counts = CountsBehind.of(findings, figure);
        AnswerSource source = findings.wave().source();
        return new FigureOrigin(
                FigureJson.from(figure),
                new Names(findings).figure(key),
                definition.meaning(),
                definition.formula(),
                definition.range(),
                figure.suppressed() == null ? null : Notes.because(figure.suppressed(), findings.engagement()),
                Printed.of(figure),
                AppliedRule.of(figure, findings.engagement()),
                Notes.of(figure),
                counts,
                InvitedPeople.of(figure),
                CountsBehind.why(findings, figure, counts),
                AskedItem.of(findings, key),
                findings.wave().questionnaireVersion(),
                source == null ? null : source.code(),
                Settings.of(findings),
                new Place(
                        findings.engagement().id().toString(),
                        findings.engagement().name()),
                new Place(findings.wave().id().toString(), findings.wave().name()),
                StandingOn.of(findings, key));
    }
}
