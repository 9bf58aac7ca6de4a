package parallax.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure.Estimate;
import parallax.questionnaire.Measure;

/**
 * The gaps that answer one question, over all segments, clear ones first.
 *
 * @param empty what to say when the wave has no such gap
 */
public record ResultsTable(String question, List<Row> rows, String empty) {

    private static final String WITHHELD = "[c]";

    public ResultsTable {
        rows = List.copyOf(rows);
    }

    /**
     * One gap.
     *
     * @param who the team, or what is compared
     * @param answers of both sides
     */
    public record Row(
            String touchpoint,
            String who,
            String answers,
            String gap,
            String range,
            String q,
            String verdict,
            boolean clear,
            String id) {}

    static List<ResultsTable> allOf(Findings findings) {
        return List.of(
                table(
                        findings,
                        "Where do teams and customers differ?",
                        List.of(FigureKind.PERCEPTION_GAP),
                        "No team was asked in this wave."),
                table(
                        findings,
                        "What falls short of its importance?",
                        List.of(FigureKind.SERVICE_GAP),
                        "Customers were not asked how important the touchpoints are."),
                table(
                        findings,
                        "Do Sales and Marketing agree?",
                        List.of(FigureKind.ALIGNMENT_GAP),
                        "Not both teams were asked in this wave."),
                table(
                        findings,
                        "Do teams know what matters to customers?",
                        List.of(FigureKind.PRIORITY_GAP),
                        "No team was asked how important the touchpoints are."));
    }

    private static ResultsTable table(Findings findings, String question, List<FigureKind> kinds, String empty) {
        List<Row> rows = findings.figures().stream()
                .filter(figure ->
                        kinds.contains(figure.key().kind()) && figure.key().segment() == null)
                .sorted(Comparator.comparing((Figure figure) -> rank(figure.verdict()))
                        .thenComparing(ResultsTable::size, Comparator.reverseOrder()))
                .map(figure -> row(findings, figure))
                .toList();
        return new ResultsTable(question, rows, empty);
    }

    private static int rank(@Nullable Verdict verdict) {
        if (verdict == null || verdict == Verdict.SUPPRESSED) {
            return 3;
        }
        return verdict.isClear() ? 0 : verdict.isLeaning() ? 1 : 2;
    }

    private static double size(Figure figure) {
        return figure.estimate() == null ? 0 : Math.abs(figure.estimate().value());
    }

    private static Row row(Findings findings, Figure figure) {
        FigureKey key = figure.key();
        int position = findings.questionnaire().positionOf(key.touchpoint());
        String language = findings.questionnaire().defaultLanguage();
        String touchpoint = findings.questionnaire().touchpoints().get(position).label(language);
        Verdict verdict = figure.verdict() == null ? Verdict.NO_EVIDENCE : figure.verdict();
        Estimate estimate = figure.estimate();
        return new Row(
                touchpoint,
                who(key),
                estimate == null ? WITHHELD : answers(estimate),
                estimate == null ? WITHHELD : Rounding.gapText(estimate.value()),
                estimate == null ? WITHHELD : range(estimate),
                estimate == null || estimate.q() == null ? "" : shownQ(estimate.q()),
                VerdictWords.labelled(key.kind(), verdict),
                verdict.isClear(),
                figure.id());
    }

    private static String who(FigureKey key) {
        List<String> parts = new ArrayList<>();
        if (key.team() != null) {
            parts.add(key.team().code().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + key.team().code().substring(1));
        }
        if (key.kind() == FigureKind.ALIGNMENT_GAP) {
            parts.add(key.measure() == Measure.EXPERIENCE ? "Experience" : "Importance");
        }
        return String.join(", ", parts);
    }

    private static String answers(Estimate estimate) {
        return Stream.of(estimate.n(), estimate.customers())
                .filter(n -> n != null)
                .map(String::valueOf)
                .reduce((first, second) -> first + " and " + second)
                .orElse("");
    }

    private static String range(Estimate estimate) {
        return estimate.low() == null || estimate.high() == null
                ? ""
                : Rounding.gapText(estimate.low()) + " to " + Rounding.gapText(estimate.high());
    }

    private static String shownQ(double q) {
        return q < 0.001 ? "< 0.001" : String.format(java.util.Locale.ROOT, "%.3f", q);
    }
}
