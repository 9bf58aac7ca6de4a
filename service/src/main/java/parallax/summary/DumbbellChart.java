package parallax.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import parallax.finding.Rounding;
import parallax.questionnaire.Audience;

/**
 * The one chart of the summary: a row a touchpoint, customers as a dark dot on the band of their likely range, what Sales
 * believes as a square, what Marketing believes as a triangle. A figure stands only where the difference is clear.
 */
final class DumbbellChart {

    private static final double TOP = 34;
    private static final double MARK = 7;
    private static final double TEXT_SHIFT = 5;
    private static final double LINE = 18;
    private static final double GROUP_HEIGHT = 34;

    private final String id;
    private final Layout layout;
    private final int scalePoints;
    private final String lowWord;
    private final String highWord;

    /** The two redrawings: never a shrunken picture. */
    enum Layout {
        /** Names left of the row. */
        WIDE(960, 270, 30),
        /** Names above the row, for phones. */
        NARROW(336, 12, 38);

        private final double width;
        private final double plotStart;
        private final int charactersALine;

        Layout(double width, double plotStart, int charactersALine) {
            this.width = width;
            this.plotStart = plotStart;
            this.charactersALine = charactersALine;
        }
    }

    DumbbellChart(String id, Layout layout, int scalePoints, String lowWord, String highWord) {
        this.id = id;
        this.layout = layout;
        this.scalePoints = scalePoints;
        this.lowWord = lowWord;
        this.highWord = highWord;
    }

    String draw(List<GapRow> rows, String title, String description) {
        double height = TOP + heightOf(rows) + 28;
        Svg svg = new Svg(id, layout.width, height, title, description);
        drawAxis(svg, height);
        double y = TOP;
        GapGroup group = null;
        for (GapRow row : rows) {
            if (row.group() != group) {
                group = row.group();
                svg.text("chart-small chart-strong", 0, y + 24, "start", group.title());
                y += GROUP_HEIGHT;
            }
            drawRow(svg, row, y);
            y += heightOf(row);
        }
        return svg.finish();
    }

    private void drawAxis(Svg svg, double height) {
        svg.text("chart-small", layout.plotStart, 14, "start", lowWord);
        svg.text("chart-small", plotEnd(), 14, "end", highWord);
        for (int point = 1; point <= scalePoints; point++) {
            svg.line("grid", x(point), TOP - 6, x(point), height - 24);
            svg.text("chart-small", x(point), height - 8, "middle", Integer.toString(point));
        }
    }

    private void drawRow(Svg svg, GapRow row, double top) {
        List<String> name = wrap(row.label(), layout.charactersALine);
        double middle;
        if (layout == Layout.WIDE) {
            middle = top + heightOf(row) / 2;
            double first = middle + TEXT_SHIFT - (name.size() - 1) * LINE / 2;
            for (int i = 0; i < name.size(); i++) {
                svg.text("chart-text", layout.plotStart - 16, first + i * LINE, "end", name.get(i));
            }
        } else {
            for (int i = 0; i < name.size(); i++) {
                svg.text("chart-text", 0, top + 16 + i * LINE, "start", name.get(i));
            }
            middle = top + name.size() * LINE + 16;
        }
        drawMarks(svg, row, middle);
        drawFigure(svg, row, middle);
    }

    private void drawMarks(Svg svg, GapRow row, double y) {
        OptionalDouble customers = row.customers().number();
        if (customers.isEmpty()) {
            svg.text("chart-small", x((1 + scalePoints) / 2.0), y + TEXT_SHIFT, "middle", "[c] too few answers");
            return;
        }
        if (row.range() != null) {
            double low = x(row.range().low());
            double high = x(row.range().high());
            svg.rectangle("range", low, y - MARK, high - low, 2 * MARK);
            svg.line("tick", low, y - MARK, low, y + MARK);
            svg.line("tick", high, y - MARK, high, y + MARK);
        }
        for (GapRow.Belief belief : row.beliefs()) {
            belief.mean().number().ifPresent(mean -> svg.line("connector", x(customers.getAsDouble()), y, x(mean), y));
        }
        svg.circle("mark-customers", x(customers.getAsDouble()), y, MARK);
        for (GapRow.Belief belief : row.beliefs()) {
            belief.mean().number().ifPresent(mean -> drawBelief(svg, belief.team(), x(mean), y));
        }
    }

    private static void drawBelief(Svg svg, Audience team, double x, double y) {
        if (team == Audience.SALES) {
            svg.rectangle("mark-sales", x - 6, y - 6, 12, 12);
        } else {
            svg.triangle("mark-marketing", x, y, 8);
        }
    }

    /** A figure of a row that is not clear stands in grey, with its range, in the table; here it would read as a claim. */
    private void drawFigure(Svg svg, GapRow row, double y) {
        GapRow.Belief leading = row.leading();
        if (leading != null && leading.verdict().isClear()) {
            svg.text(
                    "chart-text chart-strong",
                    layout.width,
                    y + TEXT_SHIFT,
                    "end",
                    Rounding.gapText(leading.gapValue()));
        }
    }

    private double heightOf(List<GapRow> rows) {
        double groups = rows.stream().map(GapRow::group).distinct().count() * GROUP_HEIGHT;
        return groups + rows.stream().mapToDouble(this::heightOf).sum();
    }

    private double heightOf(GapRow row) {
        int lines = wrap(row.label(), layout.charactersALine).size();
        return layout == Layout.WIDE ? Math.max(32, lines * LINE + 8) : lines * LINE + 34;
    }

    private double plotEnd() {
        return layout.width - 64;
    }

    private double x(double value) {
        return layout.plotStart + (value - 1) / (scalePoints - 1) * (plotEnd() - layout.plotStart);
    }

    static List<String> wrap(String text, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
