package parallax.summary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parallax.chart.DumbbellChart;
import parallax.chart.Layout;
import parallax.chart.Scale;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.nomination.Nomination;
import parallax.study.WaveId;

/** Tells the findings of a closed wave as one page for leadership. */
public final class SummaryService {

    private static final String CHART_TITLE = "Where teams and customers see it differently";

    private final FindingService findings;
    private final Function<WaveId, Optional<Nomination>> nominations;

    /** @param nominations how the customers of a wave were chosen; empty where nobody recorded it */
    SummaryService(FindingService findings, Function<WaveId, Optional<Nomination>> nominations) {
        this.findings = findings;
        this.nominations = nominations;
    }

    /**
     * The summary of a wave.
     *
     * @throws parallax.web.RefusedException NOT_FOUND, or CONFLICT while the wave is not closed
     */
    public Summary of(WaveId wave) {
        return tell(findings.of(wave), nominations.apply(wave));
    }

    static Summary tell(Findings findings, Optional<Nomination> nomination) {
        List<GapRow> rows = GapRows.of(findings);
        SummaryTable table = new SummaryTable(findings);
        String headline = Headline.of(rows, findings.wave().audiences());
        return new Summary(
                findings.engagement().client(),
                findings.wave().name(),
                findings.engagement().name(),
                "/engagements/" + findings.engagement().id(),
                "/waves/" + findings.wave().id(),
                findings.engagement().sample(),
                headline,
                TrustLine.of(findings, nomination),
                chart("wide", Layout.WIDE, findings, rows, headline),
                chart("narrow", Layout.NARROW, findings, rows, headline),
                table.rows(rows),
                table.teams(),
                table.notes(rows),
                workbooks(findings),
                method(findings));
    }

    private static List<Summary.Workbook> workbooks(Findings findings) {
        return ResultsPanel.teamsWithAWorkbook(findings.wave()).stream()
                .map(team -> new Summary.Workbook(
                        "Excel for " + SummaryTable.name(team),
                        "/waves/%s/workbooks/%s.xlsx".formatted(findings.wave().id(), team.code())))
                .toList();
    }

    private static String chart(String id, Layout layout, Findings findings, List<GapRow> rows, String headline) {
        int points = findings.questionnaire().scalePoints();
        return new DumbbellChart("gaps-" + id, layout, new Scale(points, "very poor", "very good"))
                .draw(
                        GapChart.of(rows),
                        CHART_TITLE,
                        headline
                                + " Each of the %d touchpoints is a row; the same figures are in the table below."
                                        .formatted(rows.size()));
    }

    private static String method(Findings findings) {
        return ("Customers rated their own experience from 1 to %d; the teams said how they believe customers rate it. "
                        + "A difference is called clear when it is at least %s points and too large to be chance, "
                        + "all touchpoints taken together. The band is the range that is 95 %% likely to hold the value.")
                .formatted(
                        findings.questionnaire().scalePoints(),
                        Rounding.pointsText(findings.engagement().smallestGapPoints()));
    }
}
