package parallax.chart;

/** The two drawings of a chart: redrawn for a phone, never shrunk. */
public enum Layout {
    /** Names left of the row. */
    WIDE(960, 270, 120, 30),
    /** Names above the row, for phones; figures beside the names. */
    NARROW(336, 12, 12, 26);

    private final double width;
    private final double plotStart;
    private final double rightOfPlot;
    private final int charactersALine;

    Layout(double width, double plotStart, double rightOfPlot, int charactersALine) {
        this.width = width;
        this.plotStart = plotStart;
        this.rightOfPlot = rightOfPlot;
        this.charactersALine = charactersALine;
    }

    double width() {
        return width;
    }

    double plotStart() {
        return plotStart;
    }

    double plotEnd() {
        return width - rightOfPlot;
    }

    int charactersALine() {
        return charactersALine;
    }
}
