package parallax.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places on two scales, numbered: one from left to right, one from bottom to top. Two lines divide the plot into four
 * fields, a diagonal joins what is equal on both. The names stand beside the plot, on a phone below it.
 */
public final class MapChart {

    private static final double TOP = 26;
    private static final double LEFT = 30;
    private static final double MARK = 5;
    private static final double LINE = 22;
    private static final double LETTER = 8;
    /** Keeps a field's name off the diagonal. */
    private static final double DIAGONAL = 30;
    /** Where a number may stand beside its mark, the best place first. */
    private static final double[][] PLACES = {
        {13, 5}, {-13, 5}, {0, -9}, {0, 19}, {12, -8}, {-12, -8}, {12, 17}, {-12, 17}, {26, 5}, {-26, 5}, {0, -24},
        {0, 34}
    };

    private final String id;
    private final Layout layout;
    private final Axes axes;

    /** @param id unique on the page */
    public MapChart(String id, Layout layout, Axes axes) {
        this.id = id;
        this.layout = layout;
        this.axes = axes;
    }

    /**
     * What is drawn around the places.
     *
     * @param points K; both axes run from 1 to K
     * @param right name of the axis from left to right
     * @param up name of the axis from bottom to top
     * @param lineRight where the plot is divided from left to right, in scale points
     * @param lineUp where it is divided from bottom to top
     * @param fields names of the four fields: top left, top right, bottom left, bottom right
     */
    public record Axes(int points, String right, String up, double lineRight, double lineUp, List<String> fields) {

        public Axes {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One place.
     *
     * @param settled whether it surely lies in its field; else it is drawn as a ring
     */
    public record Place(String label, double right, double up, boolean settled) {}

    private record Spot(double x, double y) {

        /** Of a number that stands here. */
        Spot middle() {
            return new Spot(x, y - 4);
        }

        boolean isNear(Spot other, double across, double down) {
            return Math.abs(x - other.x) < across && Math.abs(y - other.y) < down;
        }
    }

    /** The chart as SVG; every text in it is escaped. */
    public String draw(List<Place> places, String title, String description) {
        double names = layout == Layout.WIDE ? 0 : places.size() * LINE + 8;
        Svg svg = new Svg(id, layout.width(), TOP + side() + 44 + names, title, description);
        drawAxes(svg);
        List<Spot> marks = places.stream()
                .map(place -> new Spot(x(place.right()), y(place.up())))
                .toList();
        List<Spot> numbers = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Spot mark = marks.get(i);
            svg.circle(places.get(i).settled() ? "mark-customers" : "mark-open", mark.x(), mark.y(), MARK);
            Spot number = free(mark, marks, numbers);
            numbers.add(number);
            svg.text("chart-small chart-strong", number.x(), number.y(), "middle", Integer.toString(i + 1));
        }
        drawNames(svg, places);
        return svg.finish();
    }

    private void drawAxes(Svg svg) {
        for (int point = 1; point <= axes.points(); point++) {
            svg.line("grid", x(point), y(1), x(point), y(axes.points()));
            svg.line("grid", x(1), y(point), x(axes.points()), y(point));
            svg.text("chart-small", x(point), y(1) + 18, "middle", Integer.toString(point));
            svg.text("chart-small", LEFT - 8, y(point) + 4, "end", Integer.toString(point));
        }
        svg.line("connector", x(1), y(1), x(axes.points()), y(axes.points()));
        svg.line("line", x(axes.lineRight()), y(1), x(axes.lineRight()), y(axes.points()));
        svg.line("line", x(1), y(axes.lineUp()), x(axes.points()), y(axes.lineUp()));
        svg.text("chart-small", 0, 13, "start", "↑ " + axes.up());
        svg.text("chart-small", x(axes.points()), y(1) + 38, "end", axes.right() + " →");
        svg.text(
                "chart-small",
                x(1) + 6,
                y(axes.points()) + 16,
                "start",
                axes.fields().get(0));
        svg.text(
                "chart-small",
                x(axes.points()) - 6,
                y(axes.points()) + 16,
                "end",
                axes.fields().get(1));
        svg.text(
                "chart-small", x(1) + DIAGONAL, y(1) - 8, "start", axes.fields().get(2));
        svg.text(
                "chart-small",
                x(axes.points()) - 6,
                y(1) - 8,
                "end",
                axes.fields().get(3));
    }

    private void drawNames(Svg svg, List<Place> places) {
        double left = layout == Layout.WIDE ? LEFT + side() + 40 : 0;
        double top = layout == Layout.WIDE ? TOP + 10 : TOP + side() + 66;
        int characters = (int) ((layout.width() - left - 30) / LETTER);
        for (int i = 0; i < places.size(); i++) {
            double y = top + i * (layout == Layout.WIDE ? Math.min(LINE, side() / places.size()) : LINE);
            svg.text("chart-small chart-strong", left + 20, y, "end", Integer.toString(i + 1));
            svg.text(
                    "chart-text",
                    left + 30,
                    y,
                    "start",
                    Lines.shortened(places.get(i).label(), characters));
        }
    }

    /** The first place beside a mark that covers no mark, no number and, if there is one, no line; else the last. */
    private Spot free(Spot mark, List<Spot> marks, List<Spot> numbers) {
        List<Spot> open = Arrays.stream(PLACES)
                .map(place -> new Spot(mark.x() + place[0], mark.y() + place[1]))
                .filter(number -> marks.stream().noneMatch(other -> other.isNear(number.middle(), 12, 11))
                        && numbers.stream().noneMatch(other -> other.isNear(number, 17, 13)))
                .toList();
        double[] last = PLACES[PLACES.length - 1];
        return open.stream()
                .filter(number -> !isOnLine(number.middle()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .orElse(new Spot(mark.x() + last[0], mark.y() + last[1]));
    }

    private boolean isOnLine(Spot spot) {
        double diagonal = y(1) - (spot.x() - x(1));
        return Math.abs(spot.x() - x(axes.lineRight())) < 10
                || Math.abs(spot.y() - y(axes.lineUp())) < 8
                || Math.abs(spot.y() - diagonal) < 16;
    }

    private double side() {
        return layout == Layout.WIDE ? 480 : layout.width() - LEFT - 8;
    }

    private double x(double value) {
        return LEFT + (value - 1) / (axes.points() - 1) * side();
    }

    private double y(double value) {
        return TOP + side() - (value - 1) / (axes.points() - 1) * side();
    }
}
