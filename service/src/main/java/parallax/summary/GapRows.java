package parallax.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.finding.ClientFigures;
import parallax.finding.ClientFigures.ShownGap;
import parallax.finding.Figure;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;

/** Makes the rows of the summary: grouped by how sure one can be, sorted by gap within a group. */
final class GapRows {

    private static final Comparator<GapRow> MOST_CERTAIN_AND_WIDEST_FIRST = Comparator.comparing(GapRow::group)
            .thenComparing(row -> Rounding.points(row.gapToSortBy()), Comparator.reverseOrder());

    private final Findings findings;
    private final ClientFigures figures;

    private GapRows(Findings findings) {
        this.findings = findings;
        this.figures = new ClientFigures(findings);
    }

    static List<GapRow> of(Findings findings) {
        GapRows rows = new GapRows(findings);
        return findings.questionnaire().touchpoints().stream()
                .map(rows::row)
                .sorted(MOST_CERTAIN_AND_WIDEST_FIRST)
                .toList();
    }

    private GapRow row(Touchpoint touchpoint) {
        Map<Audience, ShownGap> gaps = new EnumMap<>(Audience.class);
        for (Audience team : List.of(Audience.SALES, Audience.MARKETING)) {
            ShownGap gap = figures.perceptionGap(team, touchpoint.key());
            if (gap.verdict() != null) {
                gaps.put(team, gap);
            }
        }
        List<GapRow.Belief> beliefs = new ArrayList<>();
        for (Audience team : Speakers.of(touchpoint.owner(), gaps)) {
            Shown mean = figures.mean(team, Measure.EXPERIENCE, touchpoint.key());
            beliefs.add(new GapRow.Belief(team, mean, Objects.requireNonNull(gaps.get(team))));
        }
        Shown customers = figures.mean(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint.key());
        return new GapRow(
                touchpoint,
                touchpoint.label(findings.questionnaire().defaultLanguage()),
                customers,
                customers instanceof Shown.Bound ? null : range(touchpoint),
                beliefs);
    }

    private GapRow.@Nullable Range range(Touchpoint touchpoint) {
        Optional<Figure.Estimate> mean = findings.find(
                        FigureKind.MEAN, Measure.EXPERIENCE, Audience.CUSTOMER, null, touchpoint.key())
                .flatMap(figure -> Optional.ofNullable(figure.estimate()));
        Double low = mean.map(Figure.Estimate::low).orElse(null);
        Double high = mean.map(Figure.Estimate::high).orElse(null);
        return low == null || high == null ? null : new GapRow.Range(Rounding.points(low), Rounding.points(high));
    }
}
