package parallax.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.Verdict;

class ResultsTableTest {

    private final List<ResultsRow> rows = List.of(
            row(0, "website", 0.9, Verdict.NO_EVIDENCE),
            row(1, "demo", 0.6, Verdict.CLEAR_ABOVE),
            row(2, "price", -1.4, Verdict.CLEAR_BELOW),
            row(3, "advice", 1.9, Verdict.TOO_WIDE));

    @Test
    void clearDifferencesStandFirstTheLargestOnTopAndTheOthersAreNotRanked() {
        assertThat(sorted(null, false)).containsExactly("price", "demo", "website", "advice");
    }

    @Test
    void sortingByDifferenceRanksTheClearOnesOnly() {
        assertThat(sorted(ResultsView.Sort.DIFFERENCE, false)).containsExactly("price", "demo", "website", "advice");
        assertThat(sorted(ResultsView.Sort.DIFFERENCE, true)).containsExactly("demo", "price", "website", "advice");
    }

    @Test
    void columnsWithoutAnythingAreLeftOut() {
        assertThat(table(null, false).heads())
                .extracting(ResultsTable.Head::label)
                .containsExactly("Touchpoint", "Difference", "Verdict");
    }

    private List<String> sorted(ResultsView.@Nullable Sort sort, boolean descending) {
        return table(sort, descending).rows().stream()
                .map(ResultsTable.Row::touchpoint)
                .toList();
    }

    private ResultsTable table(ResultsView.@Nullable Sort sort, boolean descending) {
        ResultsView view = new ResultsView(ResultsQuestion.SHORTFALL, null, sort, descending);
        return new ResultsTable(ResultsQuestion.SHORTFALL, view, rows);
    }

    private static ResultsRow row(int position, String touchpoint, double gap, Verdict verdict) {
        Figure figure = new Figure(
                "f_" + touchpoint,
                FigureKey.serviceGap(touchpoint, null),
                null,
                new Figure.Estimate(Map.of(Field.VALUE, gap), verdict, Set.of()));
        return new ResultsRow(figure, position, touchpoint, "", "", "", "gap", "", "", "", verdict.glyph(), "", "", "");
    }
}
