package parallax.workbook;

import java.math.BigDecimal;
import parallax.finding.Rounding;
import parallax.finding.Shown;

/** A sentence as a formula, built together with the words it must come to. */
final class TextFormula {

    private final StringBuilder formula = new StringBuilder();
    private final StringBuilder value = new StringBuilder();

    /** Fixed words. */
    TextFormula words(String words) {
        return append('"' + words.replace("\"", "\"\"") + '"', words);
    }

    /** The content of a cell with a text or a whole number in it. */
    TextFormula cell(String expression, String content) {
        return append(expression, content);
    }

    /** A cell with scale points, to one decimal; or its words where the number is not shown. */
    TextFormula points(String expression, Shown shown) {
        if (!isNumber(shown)) {
            return append(expression, text(shown));
        }
        String sign = Rounding.points(shown.number().orElseThrow()) < 0 ? "\"−\"&" : "";
        return append(sign + size(expression), text(shown));
    }

    /** As {@link #points}, with the sign that a gap always bears: "+1.1". */
    TextFormula gap(String expression, Shown shown) {
        if (!isNumber(shown)) {
            return append(expression, text(shown));
        }
        String text = Rounding.gapText(shown.number().orElseThrow());
        String sign = Character.isDigit(text.charAt(0)) ? "" : "\"%s\"&".formatted(text.substring(0, 1));
        return append(sign + size(expression), text);
    }

    /** As {@link #points}, without the sign. */
    TextFormula size(String expression, Shown shown) {
        return isNumber(shown)
                ? append(
                        size(expression),
                        Rounding.pointsText(Math.abs(shown.number().orElseThrow())))
                : append(expression, text(shown));
    }

    private static String size(String expression) {
        // FIXED and not TEXT: the pattern of TEXT means something else in a spreadsheet set to German
        return "FIXED(ABS(%s),1)".formatted(expression);
    }

    private static boolean isNumber(Shown shown) {
        return shown instanceof Shown.Exact || shown instanceof Shown.Rounded;
    }

    String formula() {
        return formula.toString();
    }

    String value() {
        return value.toString();
    }

    /** A number as a spreadsheet joins it to text: no trailing zeros. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private TextFormula append(String expression, String content) {
        if (!formula.isEmpty()) {
            formula.append('&');
        }
        formula.append(expression);
        value.append(content);
        return this;
    }

    private static String text(Shown shown) {
        if (shown instanceof Shown.Bound bound) {
            return bound.text();
        }
        if (shown.number().isPresent()) {
            return Rounding.pointsText(shown.number().getAsDouble());
        }
        return shown instanceof Shown.NotAsked ? Canvas.NOT_ASKED : Canvas.WITHHELD;
    }
}
