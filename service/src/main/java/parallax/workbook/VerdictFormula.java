package parallax.workbook;

import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKind;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;

/** The first rule that fits decides: the verdict as a formula over the TRUE and FALSE of its row. */
record VerdictFormula(int row) {

    TextFormula of(Verdict verdict) {
        String formula = choose(
                GapColumn.TOO_FEW,
                quoted(Verdict.SUPPRESSED),
                choose(
                        GapColumn.CLEAR,
                        choose(GapColumn.HIGHER, quoted(Verdict.CLEAR_ABOVE), quoted(Verdict.CLEAR_BELOW)),
                        choose(GapColumn.ALIKE, quoted(Verdict.ALIGNED), undecided())));
        return new TextFormula().cell(formula, words(verdict));
    }

    private String undecided() {
        return choose(
                GapColumn.LEANING,
                choose(GapColumn.HIGHER, quoted(Verdict.LEANING_ABOVE), quoted(Verdict.LEANING_BELOW)),
                choose(GapColumn.TOO_WIDE, quoted(Verdict.TOO_WIDE), quoted(Verdict.NO_EVIDENCE)));
    }

    private String choose(GapColumn rule, String then, String otherwise) {
        return "IF(%s,%s,%s)".formatted(rule.at(row), then, otherwise);
    }

    /** What the formula comes to; a gap that was not asked has no verdict. */
    static String words(@Nullable Verdict verdict) {
        return verdict == null ? Canvas.NOT_ASKED : VerdictWords.labelled(FigureKind.PERCEPTION_GAP, verdict);
    }

    private static String quoted(Verdict verdict) {
        return '"' + words(verdict) + '"';
    }
}
