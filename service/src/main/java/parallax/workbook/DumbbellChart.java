package parallax.workbook;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import parallax.questionnaire.Audience;

/**
 * A native dumbbell chart: one scatter series of marks for each audience, the lines between them as error bars around
 * their middles, names and gaps as labels of two series without marks.
 */
final class DumbbellChart {

    private static final int LINE_WIDTH_EMU = 28_575;

    /** A chart's text takes a little more room than a cell's of the same size. */
    private static final double NAME_SCALE = 1.07;

    private final DumbbellTable table;
    private final int most;
    private final int textSize;
    private final float height;

    /**
     * @param most rows to draw
     * @param textSize points
     * @param height of the chart in points
     */
    DumbbellChart(DumbbellTable table, int most, int textSize, float height) {
        this.table = table;
        this.most = most;
        this.textSize = textSize;
        this.height = height;
    }

    void draw(XSSFSheet sheet, ClientAnchor place, ChartWords words) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
        chart.setTitleText(words.title());
        chart.setTitleOverlay(false);
        XDDFValueAxis across = across(chart, words);
        XDDFValueAxis up = up(chart, across);
        XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, across, up);
        data.setStyle(ScatterStyle.LINE_MARKER);
        data.setVaryColors(false);
        series(
                data,
                source(table.middles(most), table.middleColumn()),
                source(table.middleHeights(most), table.middleColumn() + 1),
                "Lines");
        for (Audience audience : table.audiences()) {
            marks(data, audience);
        }
        labels(data, table.startColumn(), 1);
        labels(data, table.endColumn(), table.scalePoints());
        chart.plot(data);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        finish(chart);
        legend(chart);
        ChartLook.alternativeText(chart, words.name(), words.description());
        ChartLook.text(chart, textSize);
        ChartLook.layOut(chart, shareForNames(charactersOf(sheet, place)), height);
    }

    private XDDFValueAxis across(XSSFChart chart, ChartWords words) {
        XDDFValueAxis axis = chart.createValueAxis(AxisPosition.BOTTOM);
        axis.setMinimum(1);
        axis.setMaximum(table.scalePoints());
        axis.setMajorUnit(1);
        axis.setNumberFormat(words.axisFormat());
        axis.setTitle(words.axis());
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.getOrAddMajorGridProperties().setLineProperties(ChartLook.line(Ink.HAIRLINE, 0.75));
        axis.getOrAddShapeProperties().setLineProperties(ChartLook.line(Ink.CONNECTOR, 0.75));
        return axis;
    }

    private XDDFValueAxis up(XSSFChart chart, XDDFValueAxis across) {
        XDDFValueAxis axis = chart.createValueAxis(AxisPosition.LEFT);
        int rows = Math.min(most, table.rows().size());
        double top = table.rows().size() + 0.5;
        axis.setMinimum(top - rows);
        axis.setMaximum(top);
        axis.setMajorUnit(1);
        axis.setCrosses(AxisCrosses.MIN);
        axis.setTickLabelPosition(AxisTickLabelPosition.NONE);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(ChartLook.noLine());
        across.setCrosses(AxisCrosses.MIN);
        return axis;
    }

    private void marks(XDDFScatterChartData data, Audience audience) {
        int column = table.placeColumn(audience);
        series(
                data,
                source(table.places(audience, most), column),
                source(table.heights(audience, most), column + 1),
                Words.audience(audience));
    }

    private void labels(XDDFScatterChartData data, int column, double place) {
        series(
                data,
                source(table.constant(place, most), column),
                source(table.heights(most), table.heightColumn()),
                "Labels");
    }

    private XDDFNumericalDataSource<Double> source(Double[] numbers, int column) {
        return XDDFDataSourcesFactory.fromArray(numbers, table.range(column, most), column);
    }

    private static void series(
            XDDFScatterChartData data,
            XDDFNumericalDataSource<Double> across,
            XDDFNumericalDataSource<Double> up,
            String title) {
        XDDFScatterChartData.Series series = (XDDFScatterChartData.Series) data.addSeries(across, up);
        series.setTitle(title, null);
        series.setSmooth(false);
    }

    private void finish(XSSFChart chart) {
        List<CTScatterSer> series =
                chart.getCTChart().getPlotArea().getScatterChartArray(0).getSerList();
        int audiences = table.audiences().size();
        for (int i = 0; i < audiences; i++) {
            ChartLook.mark(series.get(1 + i), table.audiences().get(i));
        }
        CTScatterSer names = series.get(1 + audiences);
        CTScatterSer gaps = series.get(2 + audiences);
        for (CTScatterSer unmarked : List.of(series.get(0), names, gaps)) {
            ChartLook.noMark(unmarked);
        }
        // a series of their own, drawn first, so that no line crosses a mark
        lines(series.get(0));
        int size = textSize * 100;
        new CellLabels(table.range(table.nameColumn(), most), table.names(most), STDLblPos.L, size, false, Ink.INK)
                .addTo(names);
        new CellLabels(
                        table.range(table.gapLabelColumn(), most),
                        table.gapLabels(most),
                        STDLblPos.R,
                        size,
                        true,
                        Ink.INK)
                .addTo(gaps);
    }

    /** The library's own call for error bars fails on new ones. */
    private void lines(CTScatterSer middles) {
        CTErrBars bars = middles.addNewErrBars();
        bars.addNewErrDir().setVal(STErrDir.X);
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(true);
        reach(bars.addNewPlus(), table.halfColumn(), table.halves(most));
        reach(bars.addNewMinus(), table.halfColumn(), table.halves(most));
        var line = bars.addNewSpPr().addNewLn();
        line.setW(LINE_WIDTH_EMU);
        line.addNewSolidFill().addNewSrgbClr().setVal(Ink.CONNECTOR.rgb());
    }

    private void reach(CTNumDataSource source, int column, List<OptionalDouble> lengths) {
        var reference = source.addNewNumRef();
        reference.setF(table.range(column, most));
        CTNumData cache = reference.addNewNumCache();
        cache.setFormatCode("General");
        cache.addNewPtCount().setVal(lengths.size());
        for (int i = 0; i < lengths.size(); i++) {
            if (lengths.get(i).isPresent()) {
                CTNumVal value = cache.addNewPt();
                value.setIdx(i);
                value.setV(Double.toString(lengths.get(i).getAsDouble()));
            }
        }
    }

    private void legend(XSSFChart chart) {
        XDDFChartLegend legend = chart.getOrAddLegend();
        legend.setPosition(LegendPosition.TOP);
        int audiences = table.audiences().size();
        for (int unmarked : List.of(0, audiences + 1, audiences + 2)) {
            XDDFLegendEntry entry = legend.addEntry();
            entry.setIndex(unmarked);
            entry.setDelete(true);
        }
    }

    private static double charactersOf(XSSFSheet sheet, ClientAnchor place) {
        return IntStream.range(place.getCol1(), place.getCol2())
                .mapToDouble(column -> sheet.getColumnWidth(column) / 256.0)
                .sum();
    }

    /** Names stand left of the plot, so the plot must leave room for the longest. */
    private double shareForNames(double characters) {
        double widest = table.names(most).stream()
                .mapToDouble(name -> TextWidth.of(name, false))
                .max()
                .orElse(0);
        return Math.min(0.52, Math.max(0.15, 0.02 + widest * NAME_SCALE * textSize / 10 / characters));
    }
}
