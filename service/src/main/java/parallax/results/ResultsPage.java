package parallax.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parallax.chart.Layout;
import parallax.diagnostic.DiagnosticTable;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.web.Page;
import parallax.web.PageContext;

/** A wave's figures, question by question. */
final class ResultsPage extends Page {

    private final Findings findings;
    private final ResultsView view;
    private final List<Section> sections;
    private final List<DiagnosticTable> diagnostic;

    ResultsPage(PageContext context, Findings findings, ResultsView view, List<DiagnosticTable> diagnostic) {
        super("/templates/results/results.ftlh", context);
        this.findings = findings;
        this.view = view;
        this.diagnostic = List.copyOf(diagnostic);
        ResultsRow.Reader reader = new ResultsRow.Reader(findings);
        this.sections = Arrays.stream(ResultsQuestion.values())
                .map(question -> section(question, reader))
                .toList();
    }

    /**
     * A question with its answer.
     *
     * @param about whom the table is about; empty for all who answered
     * @param empty what to say instead of a table; empty where there is one
     * @param wideChart SVG, trusted: every text in it was escaped; empty where there is nothing to draw
     * @param csvUrl the table as a file
     */
    public record Section(
            String key,
            String question,
            boolean open,
            ResultsTable table,
            String about,
            String empty,
            String wideChart,
            String narrowChart,
            List<String> legend,
            String csvUrl) {}

    /** A choice of the segment filter. */
    public record Choice(String value, String label, boolean chosen) {}

    private Section section(ResultsQuestion question, ResultsRow.Reader reader) {
        List<ResultsRow> rows = reader.rows(question, view.segment());
        ResultsChart chart = new ResultsChart(findings, reader, question, view.segment(), rows);
        return new Section(
                question.key(),
                question.text(),
                question == view.question(),
                new ResultsTable(question, view, rows),
                question.about(),
                rows.isEmpty() ? empty(question) : "",
                chart.draw(Layout.WIDE),
                chart.draw(Layout.NARROW),
                legend(question, rows),
                getUrl() + "/table.csv" + view.asking(question).query());
    }

    private String empty(ResultsQuestion question) {
        return view.segment() != null && question == ResultsQuestion.AGREEMENT
                ? "Sales and Marketing are compared over all, not by segment."
                : question.empty();
    }

    /** Whose marks are drawn, by the names the template knows. */
    private static List<String> legend(ResultsQuestion question, List<ResultsRow> rows) {
        return switch (question) {
            case DIFFERENCES, IMPORTANCE ->
                Stream.concat(
                                Stream.of("customers"),
                                rows.stream()
                                        .map(row -> row.figure().key().team())
                                        .filter(java.util.Objects::nonNull)
                                        .distinct()
                                        .sorted()
                                        .map(team -> team.code()))
                        .toList();
            case AGREEMENT -> List.of("sales", "marketing");
            case CHANGE -> List.of("before", "now");
            case SHORTFALL -> List.of("firm", "borderline");
        };
    }

    public String getWaveName() {
        return findings.wave().name();
    }

    public String getWaveUrl() {
        return "/waves/" + findings.wave().id();
    }

    public String getUrl() {
        return getWaveUrl() + "/results";
    }

    public String getEngagementName() {
        return findings.engagement().name();
    }

    public String getEngagementUrl() {
        return "/engagements/" + findings.engagement().id();
    }

    public boolean isSample() {
        return findings.engagement().sample();
    }

    public List<Section> getSections() {
        return sections;
    }

    /** What Sales, Marketing and leadership say to statements; empty where none were asked. */
    public List<DiagnosticTable> getDiagnostic() {
        return diagnostic;
    }

    public String getOpen() {
        return view.question().key();
    }

    /** All, then every planned segment; empty where none is planned. */
    public List<Choice> getChoices() {
        Map<String, FigureKey.Segment> segments = ResultsView.segments(findings);
        return segments.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(new Choice("", "All", view.segment() == null)),
                                segments.entrySet().stream()
                                        .map(entry -> new Choice(
                                                entry.getKey(),
                                                Names.segment(entry.getValue()),
                                                entry.getValue().equals(view.segment()))))
                        .toList();
    }

    /** Empty for all. */
    public String getSegment() {
        return view.segment() == null ? "" : Names.segment(view.segment());
    }

    public List<FieldSummary> getField() {
        return FieldSummary.of(findings);
    }

    public List<IndexSummary> getIndices() {
        return IndexSummary.of(findings);
    }

    /** Whether verdicts rest on answers that look careless; empty where none do look so. */
    public String getSensitivity() {
        return findings.sensitivity().words();
    }

    /** Why there are no weighted means though margins of customers are known; else empty. */
    public String getUnweighted() {
        return findings.unweighted();
    }

    /** K of the scale. */
    public int getScalePoints() {
        return findings.engagement().scalePoints();
    }

    /** The smallest gap that matters, in points. */
    public String getSmallestGap() {
        return Rounding.pointsText(findings.engagement().smallestGapPoints());
    }
}
