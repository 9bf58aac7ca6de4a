package parallax.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.ClientFigures;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Owner;

/** The table under the chart: every figure of the summary in words and numbers. */
final class SummaryTable {

    private static final String WITHHELD = "[c]";

    private final ClientFigures figures;
    private final List<Audience> teams;

    SummaryTable(Findings findings) {
        this.figures = new ClientFigures(findings);
        this.teams = Stream.of(Audience.SALES, Audience.MARKETING)
                .filter(findings.participation()::containsKey)
                .toList();
    }

    static String name(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    List<String> teams() {
        return teams.stream().map(SummaryTable::name).toList();
    }

    /** What must be known to read the table, and no more. */
    List<String> notes(List<GapRow> rows) {
        List<String> notes = new ArrayList<>();
        if (rows(rows).stream().anyMatch(row -> row.toString().contains(WITHHELD))) {
            notes.add("[c] stands for too few answers to show without naming somebody.");
        }
        boolean apart = rows.stream()
                .anyMatch(row -> teams.stream()
                        .anyMatch(team -> roundsApart(team, row.touchpoint().key())));
        if (apart) {
            notes.add(
                    "Differences are calculated before rounding, so one may be 0.1 off the difference of the two numbers printed.");
        }
        return notes;
    }

    private boolean roundsApart(Audience team, String touchpoint) {
        Shown gap = figures.perceptionGap(team, touchpoint).value();
        Shown believed = figures.mean(team, Measure.EXPERIENCE, touchpoint);
        Shown given = figures.mean(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint);
        return !(gap instanceof Shown.Bound)
                && gap.number().isPresent()
                && Rounding.points(gap.number().getAsDouble())
                        != Rounding.points(Rounding.points(believed.number().orElseThrow())
                                - Rounding.points(given.number().orElseThrow()));
    }

    List<Summary.TableRow> rows(List<GapRow> rows) {
        return rows.stream().map(this::row).toList();
    }

    private Summary.TableRow row(GapRow row) {
        String touchpoint = row.touchpoint().key();
        OptionalInt answers = figures.answers(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint);
        return new Summary.TableRow(
                row.label(),
                owner(row.touchpoint().owner()),
                answers.isPresent() ? Integer.toString(answers.getAsInt()) : WITHHELD,
                points(row.customers()) + range(row.range()),
                points(figures.mean(Audience.CUSTOMER, Measure.IMPORTANCE, touchpoint)),
                met(figures.notEncountered(touchpoint)),
                teams.stream().map(team -> cell(team, touchpoint)).toList());
    }

    private Summary.TeamCell cell(Audience team, String touchpoint) {
        ShownGap gap = figures.perceptionGap(team, touchpoint);
        Verdict verdict = gap.verdict();
        return new Summary.TeamCell(
                points(figures.mean(team, Measure.EXPERIENCE, touchpoint)),
                difference(gap),
                verdict == null ? "not asked" : VerdictWords.labelled(FigureKind.PERCEPTION_GAP, verdict),
                verdict != null && verdict.isClear());
    }

    private static String points(Shown shown) {
        if (shown instanceof Shown.Bound bound) {
            return bound.text();
        }
        if (shown instanceof Shown.NotAsked) {
            return "not asked";
        }
        return shown.number().isPresent() ? Rounding.pointsText(shown.number().getAsDouble()) : WITHHELD;
    }

    private static String range(GapRow.@Nullable Range range) {
        return range == null
                ? ""
                : " (%s\u00a0to\u00a0%s)"
                        .formatted(Rounding.pointsText(range.low()), Rounding.pointsText(range.high()));
    }

    private static String difference(ShownGap gap) {
        if (gap.value() instanceof Shown.Bound bound) {
            return bound.text();
        }
        if (gap.value().number().isEmpty()) {
            return points(gap.value());
        }
        String difference = Rounding.gapText(gap.value().number().getAsDouble());
        return gap.low().number().isEmpty() || gap.high().number().isEmpty()
                ? difference
                : "%s (%s\u00a0to\u00a0%s)"
                        .formatted(
                                difference,
                                Rounding.gapText(gap.low().number().getAsDouble()),
                                Rounding.gapText(gap.high().number().getAsDouble()));
    }

    private static String met(Shown notEncountered) {
        if (notEncountered instanceof Shown.Bound) {
            return "> 90\u00a0%";
        }
        return notEncountered.number().isPresent()
                ? Math.round(100 * (1 - notEncountered.number().getAsDouble())) + "\u00a0%"
                : points(notEncountered);
    }

    private static String owner(Owner owner) {
        return switch (owner) {
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case SHARED -> "Shared";
            case OTHER -> "Other";
        };
    }
}
