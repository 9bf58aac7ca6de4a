package parallax.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import parallax.chart.DumbbellChart.Mark;
import parallax.chart.DumbbellChart.Range;
import parallax.chart.DumbbellChart.Row;
import parallax.chart.DumbbellChart.Shape;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;

/** The rows of the summary's one chart: customers on the band of their likely range, against what the teams believe. */
final class GapChart {

    private GapChart() {}

    static List<Row> of(List<GapRow> rows) {
        return rows.stream()
                .map(row -> new Row(row.group().title(), row.label(), marks(row), range(row.range()), figures(row)))
                .toList();
    }

    private static List<Mark> marks(GapRow row) {
        OptionalDouble customers = row.customers().number();
        if (customers.isEmpty()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(Shape.CUSTOMERS, customers.getAsDouble()));
        row.beliefs()
                .forEach(belief ->
                        belief.mean().number().ifPresent(mean -> marks.add(new Mark(shape(belief.team()), mean))));
        return marks;
    }

    private static Shape shape(Audience team) {
        return team == Audience.SALES ? Shape.SALES : Shape.MARKETING;
    }

    private static @Nullable Range range(GapRow.@Nullable Range range) {
        return range == null ? null : new Range(range.low(), range.high());
    }

    /** A figure of a row that is not clear stands in grey, with its range, in the table; here it would read as a claim. */
    private static List<String> figures(GapRow row) {
        return row.clear().stream()
                .map(belief -> figure(belief) + " " + SummaryTable.name(belief.team()))
                .toList();
    }

    private static String figure(GapRow.Belief belief) {
        return belief.gap().value() instanceof Shown.Bound bound ? bound.text() : Rounding.gapText(belief.gapValue());
    }
}
