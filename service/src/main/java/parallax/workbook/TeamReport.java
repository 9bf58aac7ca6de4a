package parallax.workbook;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parallax.finding.ClientFigures;
import parallax.finding.Findings;
import parallax.finding.Participation;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;

/** What one team's workbook tells, before it is laid out on sheets. */
final class TeamReport {

    private final Findings findings;
    private final FieldNotes field;
    private final Audience team;
    private final Publisher publisher;
    private final ClientFigures figures;
    private final List<Line> lines;

    TeamReport(Findings findings, FieldNotes field, Audience team, Publisher publisher) {
        if (!team.isTeam()) {
            throw new IllegalArgumentException("a workbook is for sales or marketing, not for " + team.code());
        }
        this.findings = findings;
        this.field = field;
        this.team = team;
        this.publisher = publisher;
        this.figures = new ClientFigures(findings);
        this.lines = sorted(
                findings.questionnaire().touchpoints().stream().map(this::line).toList());
    }

    Findings findings() {
        return findings;
    }

    FieldNotes field() {
        return field;
    }

    Audience team() {
        return team;
    }

    Publisher publisher() {
        return publisher;
    }

    /** "Sales" or "Marketing". */
    String teamName() {
        return Words.audience(team);
    }

    ClientFigures figures() {
        return figures;
    }

    /**
     * Clear gaps first, from the most overestimated to the most underestimated, then the others in the order of the
     * questionnaire, those that cannot be compared last; without a comparison the lowest rated first.
     */
    List<Line> lines() {
        return lines;
    }

    String client() {
        return Typed.clean(findings.engagement().client());
    }

    String waveName() {
        return Typed.clean(findings.wave().name());
    }

    int scalePoints() {
        return findings.questionnaire().scalePoints();
    }

    String label(Touchpoint touchpoint) {
        return Typed.clean(touchpoint.label(findings.questionnaire().defaultLanguage()));
    }

    boolean wasAsked(Audience audience) {
        return wasAsked(findings, audience);
    }

    static boolean wasAsked(Findings findings, Audience audience) {
        return findings.wave().audiences().contains(audience)
                || findings.participation().containsKey(audience);
    }

    /** The lines that have something to draw: asked of one of the audiences. All lines, if none was. */
    List<Line> linesAskedOf(List<Audience> audiences) {
        List<Line> asked = lines.stream()
                .filter(line -> audiences.stream()
                        .anyMatch(audience -> figures.wasAsked(audience, Measure.EXPERIENCE, line.key())))
                .toList();
        return asked.isEmpty() ? lines : asked;
    }

    /** Whether a gap is printed that is not the difference of the two numbers printed beside it. */
    boolean roundsApart() {
        return lines.stream()
                .anyMatch(line ->
                        roundsApart(line.belief(), line.experience(), line.gap().value()));
    }

    static boolean roundsApart(Shown minuend, Shown subtrahend, Shown gap) {
        if (gap instanceof Shown.Bound || gap.number().isEmpty()) {
            return false;
        }
        double printed = Rounding.points(minuend.number().orElseThrow())
                - Rounding.points(subtrahend.number().orElseThrow());
        return Rounding.points(gap.number().getAsDouble()) != Rounding.points(printed);
    }

    Optional<Participation> participation(Audience audience) {
        return Optional.ofNullable(findings.participation().get(audience));
    }

    /** Whether at least one touchpoint can be compared with the team. */
    boolean compares() {
        return lines.stream().anyMatch(Line::isCompared);
    }

    /** Fewest persons of an audience a figure may stand on. */
    int minimum(Audience audience) {
        return audience.isTeam()
                ? findings.engagement().minimumTeam()
                : findings.engagement().minimumGroup();
    }

    /** Why a team cannot be compared with customers, as a sentence. */
    String whyNoComparison(Audience audience) {
        String name = Words.audience(audience);
        if (!wasAsked(audience)) {
            return name + " was not asked in this wave.";
        }
        if (participation(audience).isEmpty()) {
            return "Nobody in %s answered in this wave.".formatted(name);
        }
        return "Too few answers to compare %s with customers.".formatted(name);
    }

    private Line line(Touchpoint touchpoint) {
        String key = touchpoint.key();
        return new Line(
                key,
                label(touchpoint),
                touchpoint.phase(),
                touchpoint.owner(),
                figures.answers(Audience.CUSTOMER, Measure.EXPERIENCE, key),
                figures.mean(Audience.CUSTOMER, Measure.IMPORTANCE, key),
                figures.mean(Audience.CUSTOMER, Measure.EXPERIENCE, key),
                figures.answers(team, Measure.EXPERIENCE, key),
                figures.mean(team, Measure.EXPERIENCE, key),
                figures.mean(team, Measure.IMPORTANCE, key),
                figures.perceptionGap(team, key),
                figures.notEncountered(key),
                note(key));
    }

    private String note(String key) {
        List<String> notes = new ArrayList<>();
        if (figures.isRarelyMet(key)) {
            notes.add("few customers met this touchpoint");
        }
        if (figures.isDominated(key)) {
            notes.add("one account gave over half of the answers");
        }
        return String.join("; ", notes);
    }

    /** What is not settled is never ranked (METHOD.md §11). Gaps printed alike keep the order of the questionnaire. */
    private static List<Line> sorted(List<Line> lines) {
        if (lines.stream().anyMatch(Line::isCompared)) {
            return lines.stream()
                    .sorted(Comparator.comparingInt(TeamReport::certainty)
                            .thenComparing(line -> line.isClear() ? -Rounding.points(line.gapToSortBy()) : 0))
                    .toList();
        }
        return lines.stream()
                .sorted(comparingDouble(line -> line.experience().number().orElse(Double.POSITIVE_INFINITY)))
                .toList();
    }

    private static int certainty(Line line) {
        return line.isClear() ? 0 : line.isCompared() ? 1 : 2;
    }
}
