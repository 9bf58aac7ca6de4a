package parallax.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            .thenComparing(GapRows::leadingGap, Comparator.reverseOrder())
            .thenComparing(row -> row.customers().number().orElse(0))
            .thenComparing(GapRow::label);

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
        List<GapRow.Belief> beliefs = new ArrayList<>();
        for (Audience team : owners(touchpoint)) {
            ShownGap gap = figures.perceptionGap(team, touchpoint.key());
            if (gap.verdict() != null) {
                beliefs.add(new GapRow.Belief(team, figures.mean(team, Measure.EXPERIENCE, touchpoint.key()), gap));
            }
        }
        Shown customers = figures.mean(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint.key());
        return new GapRow(
                touchpoint,
                touchpoint.label(findings.questionnaire().defaultLanguage()),
                customers,
                customers instanceof Shown.Bound ? null : range(touchpoint),
                beliefs,
                leading(beliefs));
    }

    private GapRow.@Nullable Range range(Touchpoint touchpoint) {
        Optional<Figure.Estimate> mean = findings.find(
                        FigureKind.MEAN, Measure.EXPERIENCE, Audience.CUSTOMER, null, touchpoint.key())
                .flatMap(figure -> Optional.ofNullable(figure.estimate()));
        Double low = mean.map(Figure.Estimate::low).orElse(null);
        Double high = mean.map(Figure.Estimate::high).orElse(null);
        return low == null || high == null ? null : new GapRow.Range(Rounding.points(low), Rounding.points(high));
    }

    /** The teams a touchpoint belongs to; {@code shared} and {@code other} belong to both. */
    private static List<Audience> owners(Touchpoint touchpoint) {
        return switch (touchpoint.owner()) {
            case SALES -> List.of(Audience.SALES);
            case MARKETING -> List.of(Audience.MARKETING);
            case SHARED, OTHER -> List.of(Audience.SALES, Audience.MARKETING);
        };
    }

    private static double leadingGap(GapRow row) {
        return row.leading() == null ? 0 : row.leading().gapValue();
    }

    private static GapRow.@Nullable Belief leading(List<GapRow.Belief> beliefs) {
        return beliefs.stream()
                .min(Comparator.comparing((GapRow.Belief belief) -> GapGroup.of(belief.verdict()))
                        .thenComparing(belief -> -Math.abs(belief.gapValue())))
                .orElse(null);
    }
}
