package parallax.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parallax.finding.FigureKind;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Audience;

/**
 * The statements of one section as a page prints them, in the order of the questionnaire.
 *
 * @param meaning what agreeing means
 * @param audiences heads of the columns of means
 * @param pairs heads of the columns of differences
 */
public record DiagnosticTable(
        String title, String meaning, List<String> audiences, List<String> pairs, List<Row> rows) {

    private static final String WITHHELD = Verdict.SUPPRESSED.glyph();
    private static final String NOT_ASKED = "not asked";

    /** A statement. */
    public record Row(String text, List<MeanCell> means, List<GapCell> gaps) {}

    /**
     * What an audience says.
     *
     * @param mean such as "3.4"; [c] where it is not shown
     * @param people such as "n 12"; empty where it is not shown
     */
    public record MeanCell(String audience, String mean, String people) {}

    /**
     * A difference.
     *
     * @param value such as "+0.8"; [c] where it is not shown
     * @param range such as "+0.3 to +1.3"; empty where it is not shown
     * @param verdict glyph and words
     * @param clear whether it is a claim; others stand in grey
     */
    public record GapCell(String pair, String value, String range, String verdict, boolean clear) {}

    /** A table for each section that the wave asks anything of. */
    public static List<DiagnosticTable> of(Diagnostic diagnostic) {
        return Arrays.stream(Section.values())
                .map(section -> of(diagnostic, section))
                .filter(table -> !table.rows.isEmpty())
                .toList();
    }

    private static DiagnosticTable of(Diagnostic diagnostic, Section section) {
        List<Diagnostic.Item> items = diagnostic.items().stream()
                .filter(item -> item.section() == section)
                .toList();
        List<Audience> audiences = diagnostic.audiences().stream()
                .filter(audience -> items.stream()
                        .anyMatch(item -> item.views().stream().anyMatch(view -> view.audience() == audience)))
                .toList();
        List<Pair> pairs = Pair.ALL.stream()
                .filter(pair -> audiences.contains(pair.first()) && audiences.contains(pair.second()))
                .toList();
        return new DiagnosticTable(
                section.title(),
                section.meaning(),
                audiences.stream().map(DiagnosticTable::name).toList(),
                pairs.stream().map(DiagnosticTable::name).toList(),
                items.stream().map(item -> row(item, audiences, pairs)).toList());
    }

    private static Row row(Diagnostic.Item item, List<Audience> audiences, List<Pair> pairs) {
        List<MeanCell> means = new ArrayList<>();
        for (Audience audience : audiences) {
            means.add(item.views().stream()
                    .filter(view -> view.audience() == audience)
                    .findFirst()
                    .map(DiagnosticTable::mean)
                    .orElseGet(() -> new MeanCell(name(audience), NOT_ASKED, "")));
        }
        List<GapCell> gaps = new ArrayList<>();
        for (Pair pair : pairs) {
            gaps.add(item.gaps().stream()
                    .filter(gap -> gap.audience() == pair.first() && gap.against() == pair.second())
                    .findFirst()
                    .map(gap -> gap(pair, gap))
                    .orElseGet(() -> new GapCell(name(pair), NOT_ASKED, "", "", false)));
        }
        return new Row(item.text(), means, gaps);
    }

    private static MeanCell mean(View view) {
        View.Estimate one = view.estimate();
        return one == null
                ? new MeanCell(name(view.audience()), WITHHELD, "")
                : new MeanCell(name(view.audience()), Rounding.pointsText(one.mean()), "n\u00a0" + one.n());
    }

    private static GapCell gap(Pair pair, ViewGap gap) {
        ViewGap.Estimate one = gap.estimate();
        if (one == null) {
            return new GapCell(name(pair), WITHHELD, "", words(gap), false);
        }
        return new GapCell(
                name(pair),
                Rounding.gapText(one.value()),
                Rounding.gapText(one.spread().low()) + " to "
                        + Rounding.gapText(one.spread().high()),
                one.verdict().glyph() + " " + words(gap),
                one.verdict().isClear());
    }

    /** What a verdict says of a gap between two audiences, such as "Sales agrees more". */
    static String words(ViewGap gap) {
        return switch (gap.verdict()) {
            case CLEAR_ABOVE -> name(gap.audience()) + " agrees more";
            case CLEAR_BELOW -> name(gap.against()) + " agrees more";
            case LEANING_ABOVE -> name(gap.audience()) + " probably agrees more";
            case LEANING_BELOW -> name(gap.against()) + " probably agrees more";
            case ALIGNED, NO_EVIDENCE, TOO_WIDE, SUPPRESSED, NOT_COMPARABLE ->
                VerdictWords.words(FigureKind.ALIGNMENT_GAP, gap.verdict());
        };
    }

    private static String name(Pair pair) {
        return name(pair.first()) + " less " + name(pair.second());
    }

    private static String name(Audience audience) {
        return switch (audience) {
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
            case CUSTOMER -> "Customers";
        };
    }
}
