package parallax.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How shares grow day by day, 0 to 100 % always whole: a line a group, told apart by shape and colour, named at its end. */
public final class DayChart {

    private static final double TOP = 12;
    private static final double PLOT = 210;
    private static final double BELOW = 30;
    private static final double MARK = 4;
    private static final double LINE = 18;
    private static final double TEXT_SHIFT = 5;
    /** Left of the plot stand the shares, right of it the names. */
    private static final double LEFT = 46;

    private static final double RIGHT = 150;
    private static final double NARROW_RIGHT = 118;

    private final String id;
    private final Layout layout;

    /** @param id unique on the page */
    public DayChart(String id, Layout layout) {
        this.id = id;
        this.layout = layout;
    }

    /** @param share in [0, 1], from that day on */
    public record Point(int day, double share) {}

    /**
     * One group.
     *
     * @param name stands at the end of its line
     * @param points by day, ascending; at least one
     */
    public record Series(DumbbellChart.Shape shape, String name, List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * The first and the last day of the plot.
     *
     * @param firstName as printed below it
     */
    public record Days(int first, int last, String firstName, String lastName) {}

    /** The chart as SVG; every text in it is escaped. */
    public String draw(List<Series> groups, Days days, String title, String description) {
        Svg svg = new Svg(id, layout.width(), TOP + PLOT + BELOW, title, description);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.line("grid", LEFT, y, end(), y);
            svg.text("chart-small", LEFT - 8, y + TEXT_SHIFT, "end", percent + "\u00A0%");
        }
        double below = TOP + PLOT + 22;
        svg.text("chart-small", LEFT, below, "start", days.firstName());
        if (days.last() > days.first()) {
            svg.text("chart-small", end(), below, "end", days.lastName());
        }
        for (Series group : groups) {
            drawLine(svg, group, days);
        }
        drawNames(svg, groups);
        return svg.finish();
    }

    private void drawLine(Svg svg, Series group, Days days) {
        String style = "day-line " + style(group.shape());
        double x = LEFT;
        double y = y(0);
        for (Point point : group.points()) {
            double nextX = x(point.day(), days);
            double nextY = y(point.share());
            svg.line(style, x, y, nextX, y);
            svg.line(style, nextX, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
        svg.line(style, x, y, end(), y);
        group.points().forEach(point -> drawMark(svg, group.shape(), x(point.day(), days), y(point.share())));
    }

    private static void drawMark(Svg svg, DumbbellChart.Shape shape, double x, double y) {
        switch (shape) {
            case CUSTOMERS -> svg.circle("mark-customers", x, y, MARK);
            case SALES -> svg.rectangle("mark-sales", x - MARK, y - MARK, 2 * MARK, 2 * MARK);
            case MARKETING -> svg.triangle("mark-marketing", x, y, MARK + 1);
            case BEFORE -> svg.circle("mark-before", x, y, MARK);
        }
    }

    private static String style(DumbbellChart.Shape shape) {
        return switch (shape) {
            case CUSTOMERS, BEFORE -> "day-customers";
            case SALES -> "day-sales";
            case MARKETING -> "day-marketing";
        };
    }

    /** Names of lines that end close together stand below one another, all of them within the picture. */
    private void drawNames(Svg svg, List<Series> groups) {
        List<Series> fromBelow = new ArrayList<>(groups);
        fromBelow.sort(Comparator.comparingDouble(DayChart::last));
        double lowest = TOP + PLOT;
        for (int i = 0; i < fromBelow.size(); i++) {
            Series group = fromBelow.get(i);
            double room = TOP + (fromBelow.size() - 1 - i) * LINE;
            double y = Math.max(room, Math.min(y(last(group)), lowest));
            svg.text("chart-small chart-strong", end() + 10, y + TEXT_SHIFT, "start", group.name());
            lowest = y - LINE;
        }
    }

    private static double last(Series group) {
        return group.points().get(group.points().size() - 1).share();
    }

    private double end() {
        return layout.width() - (layout == Layout.WIDE ? RIGHT : NARROW_RIGHT);
    }

    private double x(int day, Days days) {
        int span = Math.max(1, days.last() - days.first());
        return LEFT + Math.max(0, Math.min(1, (double) (day - days.first()) / span)) * (end() - LEFT);
    }

    private static double y(double share) {
        return TOP + (1 - Math.min(1, share)) * PLOT;
    }
}
