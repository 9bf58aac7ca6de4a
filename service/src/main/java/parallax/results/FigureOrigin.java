package parallax.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.finding.TouchpointCounts;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
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
        List<Counts> counts,
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

    /** Whole numbers of one audience and measure over the whole wave. */
    record Counts(
            String audience, String measure, int answers, long sum, int topTwo, int notEncountered, int leftOpen) {

        static Counts of(Audience audience, Measure measure, TouchpointCounts.MeasureCounts counts) {
            return new Counts(
                    audience.code(),
                    measure.code(),
                    counts.answers(),
                    counts.sum(),
                    counts.topTwo(),
                    counts.notEncountered(),
                    counts.leftOpen());
        }
    }

    static FigureOrigin of(Findings findings, Figure figure) {
        FigureKey key = figure.key();
        Definition definition = Definition.of(key);
        List<Counts> counts = counts(findings, figure);
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
                countsNote(figure, counts),
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

    /** Of the whole wave only: counts of segments could be subtracted from them. */
    private static List<Counts> counts(Findings findings, Figure figure) {
        FigureKey key = figure.key();
        List<Counts> counts = new ArrayList<>();
        if (figure.suppressed() == null && key.touchpoint() != null && key.segment() == null) {
            findings.counts().stream()
                    .filter(known -> known.touchpoint().equals(key.touchpoint())
                            && AskedItem.audiences(key).contains(known.audience()))
                    .forEach(known -> AskedItem.measures(key).stream().sorted().forEach(measure -> {
                        TouchpointCounts.MeasureCounts found =
                                measure == Measure.EXPERIENCE ? known.experience() : known.importance();
                        if (found != null) {
                            counts.add(Counts.of(known.audience(), measure, found));
                        }
                    }));
        }
        return counts;
    }

    private static @Nullable String countsNote(Figure figure, List<Counts> counts) {
        if (figure.suppressed() != null) {
            return "No counts are told of a figure that is not shown.";
        }
        if (figure.key().touchpoint() == null) {
            return null;
        }
        if (figure.key().segment() != null) {
            return "Sums and counts are told for the whole wave only.";
        }
        return counts.size() < AskedItem.audiences(figure.key()).size()
                ? "Sums and counts are told from ten answers on that are not all the same: they would tell single answers."
                : null;
    }
}
