package parallax.chart;

import java.util.Locale;

/**
 * Writes SVG with classes and presentation attributes only, as the content security policy demands. Text is escaped.
 */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** Opens the picture; {@code id} makes title and description ids unique on the page. */
    Svg(String id, double width, double height, String title, String description) {
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">",
                number(width),
                number(height),
                id,
                id));
        out.append("<title id=\"")
                .append(id)
                .append("-title\">")
                .append(escape(title))
                .append("</title>");
        out.append("<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(escape(description))
                .append("</desc>");
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                style,
                number(x1),
                number(y1),
                number(x2),
                number(y2)));
    }

    void rectangle(String style, double x, double y, double width, double height) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
                style,
                number(x),
                number(y),
                number(width),
                number(height)));
    }

    void circle(String style, double x, double y, double radius) {
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                style,
                number(x),
                number(y),
                number(radius)));
    }

    /** A triangle that points up, centred on (x, y). */
    void triangle(String style, double x, double y, double radius) {
        out.append(String.format(
                Locale.ROOT,
                "<path class=\"%s\" d=\"M%s %sL%s %sH%sZ\"/>",
                style,
                number(x),
                number(y - radius),
                number(x + radius),
                number(y + radius * 0.8),
                number(x - radius)));
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    void text(String style, double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
                style,
                number(x),
                number(y),
                anchor,
                escape(text)));
    }

    String finish() {
        return out.append("</svg>").toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
