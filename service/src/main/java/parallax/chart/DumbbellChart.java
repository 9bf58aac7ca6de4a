package parallax.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row a touchpoint, several means on one scale: the first mark of a row is what the others are held against, on the band
 * of its likely range. A figure stands only where the caller gives one.
 */
public final class DumbbellChart {

    private static final double TOP = 34;
    private static final double MARK = 7;
    private static final double TEXT_SHIFT = 5;
    private static final double LINE = 18;
    private static final double GROUP_HEIGHT = 34;
    /** On a phone, from the last line of text to the marks, which may stand higher than the middle of their row. */
    private static final double ABOVE_MARKS = 22;

    private static final double NARROW_FIRST_LINE = 16;

    /** Marks nearer than this hide one another: then Sales stands a little higher and Marketing a little lower. */
    private static final double TOO_NEAR = 2 * MARK;

    private static final double ASIDE = 8;

    private final String id;
    private final Layout layout;
    private final Scale scale;

    /** @param id unique on the page */
    public DumbbellChart(String id, Layout layout, Scale scale) {
        this.id = id;
        this.layout = layout;
        this.scale = scale;
    }

    /** Whose mean a mark is: told by shape and by colour. */
    public enum Shape {
        CUSTOMERS,
        SALES,
        MARKETING,
        /** The same audience in the wave before. */
        BEFORE
    }

    /** @param value in scale points, 1 to K */
    public record Mark(Shape shape, double value) {}

    /** Ends of the first mark's likely range, in scale points. */
    public record Range(double low, double high) {}

    /**
     * One row.
     *
     * @param group heading it stands under; empty for none
     * @param marks the one held against first; empty where it is withheld
     * @param figures the differences that may be claimed, a line each
     */
    public record Row(
            String group,
            String label,
            List<Mark> marks,
            @Nullable Range range,
            List<String> figures) {

        public Row {
            marks = List.copyOf(marks);
            figures = List.copyOf(figures);
        }

        /** With one figure, or none where it is empty. */
        public Row(String group, String label, List<Mark> marks, @Nullable Range range, String figure) {
            this(group, label, marks, range, figure.isEmpty() ? List.of() : List.of(figure));
        }
    }

    /** The chart as SVG; every text in it is escaped. */
    public String draw(List<Row> rows, String title, String description) {
        double height = TOP + heightOf(rows) + 28;
        Svg svg = new Svg(id, layout.width(), height, title, description);
        drawAxis(svg, height);
        double y = TOP;
        String group = "";
        for (Row row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                svg.text("chart-small chart-strong", 0, y + 24, "start", group);
                y += GROUP_HEIGHT;
            }
            drawRow(svg, row, y);
            y += heightOf(row);
        }
        return svg.finish();
    }

    private void drawAxis(Svg svg, double height) {
        svg.text("chart-small", layout.plotStart(), 14, "start", scale.lowWord());
        svg.text("chart-small", plotEnd(), 14, "end", scale.highWord());
        for (int point = 1; point <= scale.points(); point++) {
            svg.line("grid", x(point), TOP - 6, x(point), height - 24);
            svg.text("chart-small", x(point), height - 8, "middle", Integer.toString(point));
        }
    }

    private void drawRow(Svg svg, Row row, double top) {
        List<String> name = Lines.of(row.label(), layout.charactersALine());
        double middle;
        if (layout == Layout.WIDE) {
            middle = top + heightOf(row) / 2;
            double first = middle + TEXT_SHIFT - (name.size() - 1) * LINE / 2;
            for (int i = 0; i < name.size(); i++) {
                svg.text("chart-text", layout.plotStart() - 16, first + i * LINE, "end", name.get(i));
            }
        } else {
            for (int i = 0; i < name.size(); i++) {
                svg.text("chart-text", 0, top + NARROW_FIRST_LINE + i * LINE, "start", name.get(i));
            }
            middle = top + linesOf(row) * LINE + ABOVE_MARKS;
        }
        drawMarks(svg, row, middle);
        drawFigures(
                svg,
                row.figures(),
                layout == Layout.WIDE
                        ? middle + TEXT_SHIFT - (row.figures().size() - 1) * LINE / 2
                        : top + NARROW_FIRST_LINE);
    }

    private void drawFigures(Svg svg, List<String> figures, double firstLine) {
        for (int i = 0; i < figures.size(); i++) {
            svg.text("chart-text chart-strong", layout.width(), firstLine + i * LINE, "end", figures.get(i));
        }
    }

    private void drawMarks(Svg svg, Row row, double y) {
        if (row.marks().isEmpty()) {
            double middle = (1 + scale.points()) / 2.0;
            svg.text("chart-small", x(middle), y + TEXT_SHIFT, "middle", "[c] too few answers");
            return;
        }
        if (row.range() != null) {
            double low = x(row.range().low());
            double high = x(row.range().high());
            svg.rectangle("range", low, y - MARK, high - low, 2 * MARK);
            svg.line("tick", low, y - MARK, low, y + MARK);
            svg.line("tick", high, y - MARK, high, y + MARK);
        }
        double first = x(row.marks().get(0).value());
        row.marks().stream().skip(1).forEach(mark -> svg.line("connector", first, y, x(mark.value()), y));
        double aside = marksTouch(row) ? ASIDE : 0;
        row.marks().forEach(mark -> draw(svg, mark.shape(), x(mark.value()), y + aside * side(mark.shape())));
    }

    private boolean marksTouch(Row row) {
        double[] places = row.marks().stream()
                .mapToDouble(mark -> x(mark.value()))
                .sorted()
                .toArray();
        return IntStream.range(1, places.length).anyMatch(i -> places[i] - places[i - 1] < TOO_NEAR);
    }

    private static int side(Shape shape) {
        return switch (shape) {
            case CUSTOMERS -> 0;
            case SALES -> -1;
            case MARKETING, BEFORE -> 1;
        };
    }

    private static void draw(Svg svg, Shape shape, double x, double y) {
        switch (shape) {
            case CUSTOMERS -> svg.circle("mark-customers", x, y, MARK);
            case SALES -> svg.rectangle("mark-sales", x - 6, y - 6, 12, 12);
            case MARKETING -> svg.triangle("mark-marketing", x, y, 8);
            case BEFORE -> svg.circle("mark-before", x, y, MARK - 1);
        }
    }

    private static double groups(List<Row> rows) {
        return rows.stream()
                .map(Row::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .count();
    }

    private double heightOf(List<Row> rows) {
        return groups(rows) * GROUP_HEIGHT
                + rows.stream().mapToDouble(this::heightOf).sum();
    }

    private double heightOf(Row row) {
        int lines = linesOf(row);
        return layout == Layout.WIDE ? Math.max(32, lines * LINE + 8) : lines * LINE + ABOVE_MARKS + 18;
    }

    private int linesOf(Row row) {
        return Math.max(
                Lines.of(row.label(), layout.charactersALine()).size(),
                row.figures().size());
    }

    private double plotEnd() {
        return layout.plotEnd();
    }

    private double x(double value) {
        return layout.plotStart() + scale.share(value) * (plotEnd() - layout.plotStart());
    }
}
