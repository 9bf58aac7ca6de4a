package parallax.summary;

import java.util.List;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.study.WaveId;

/** Tells the findings of a closed wave as one page for leadership. */
public final class SummaryService {

    private static final String CHART_TITLE = "Where teams and customers see it differently";

    private final FindingService findings;

    SummaryService(FindingService findings) {
        this.findings = findings;
    }

    /**
     * The summary of a wave.
     *
     * @throws parallax.web.RefusedException NOT_FOUND, or CONFLICT while the wave is not closed
     */
    public Summary of(WaveId wave) {
        return tell(findings.of(wave));
    }

    static Summary tell(Findings findings) {
        List<GapRow> rows = GapRows.of(findings);
        SummaryTable table = new SummaryTable(findings);
        String headline = Headline.of(rows);
        return new Summary(
                findings.engagement().client(),
                findings.wave().name(),
                findings.engagement().name(),
                findings.engagement().sample(),
                headline,
                TrustLine.of(findings),
                chart("wide", DumbbellChart.Layout.WIDE, findings, rows, headline),
                chart("narrow", DumbbellChart.Layout.NARROW, findings, rows, headline),
                table.rows(rows),
                table.teams(),
                method(findings));
    }

    private static String chart(
            String id, DumbbellChart.Layout layout, Findings findings, List<GapRow> rows, String headline) {
        int points = findings.questionnaire().scalePoints();
        return new DumbbellChart("gaps-" + id, layout, points, "very poor", "very good")
                .draw(
                        rows,
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
