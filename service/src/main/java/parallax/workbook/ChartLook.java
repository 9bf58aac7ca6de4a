package parallax.workbook;

import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTManualLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutMode;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutTarget;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import parallax.questionnaire.Audience;

/** Fills, lines, marks and text of charts, all set: a workbook without a theme gives no defaults. */
final class ChartLook {

    /** The customers' mark is smaller, so that where two marks meet both can be seen. */
    private static final short CUSTOMERS_SIZE = 9;

    private static final short TEAM_SIZE = 11;
    private static final double POINTS_ABOVE = 56;
    private static final double POINTS_BELOW = 50;
    private static final double SHARE_FOR_GAPS = 0.08;

    private ChartLook() {}

    static XDDFLineProperties line(Ink ink, double points) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(ink.rgb())));
        line.setWidth(points);
        return line;
    }

    static XDDFLineProperties noLine() {
        return new XDDFLineProperties(new XDDFNoFillProperties());
    }

    static void mark(CTScatterSer series, Audience audience) {
        withoutLine(series);
        CTMarker marker = marker(series, shape(audience));
        if (!marker.isSetSize()) {
            marker.addNewSize();
        }
        marker.getSize().setVal(audience.isTeam() ? TEAM_SIZE : CUSTOMERS_SIZE);
        CTShapeProperties look = marker.isSetSpPr() ? marker.getSpPr() : marker.addNewSpPr();
        look.addNewSolidFill().addNewSrgbClr().setVal(Ink.of(audience).rgb());
        look.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(Ink.WHITE.rgb());
    }

    static void noMark(CTScatterSer series) {
        withoutLine(series);
        marker(series, STMarkerStyle.NONE);
    }

    static void alternativeText(XSSFChart chart, String name, String description) {
        chart.getGraphicFrame().setName(name);
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(description);
    }

    static void text(XSSFChart chart, int points) {
        CTChartSpace space = chart.getCTChartSpace();
        CTTextBody body = space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr();
        body.addNewBodyPr();
        CTTextParagraph paragraph = body.addNewP();
        style(paragraph.addNewPPr().addNewDefRPr(), points, false);
        titleText(chart.getCTChart().getTitle().getTx().getRich(), points + 1, true);
        titleText(
                chart.getCTChart()
                        .getPlotArea()
                        .getValAxArray(0)
                        .getTitle()
                        .getTx()
                        .getRich(),
                points - 1,
                false);
    }

    /** Leaves the left for names, the right for gaps. */
    static void layOut(XSSFChart chart, double shareForNames, float height) {
        CTPlotArea area = chart.getCTChart().getPlotArea();
        CTManualLayout layout = (area.isSetLayout() ? area.getLayout() : area.addNewLayout()).addNewManualLayout();
        layout.addNewLayoutTarget().setVal(STLayoutTarget.INNER);
        layout.addNewXMode().setVal(STLayoutMode.EDGE);
        layout.addNewYMode().setVal(STLayoutMode.EDGE);
        layout.addNewX().setVal(shareForNames);
        layout.addNewY().setVal(POINTS_ABOVE / height);
        layout.addNewW().setVal(1 - shareForNames - SHARE_FOR_GAPS);
        layout.addNewH().setVal(1 - (POINTS_ABOVE + POINTS_BELOW) / height);
    }

    private static void titleText(CTTextBody body, int points, boolean bold) {
        for (CTTextParagraph paragraph : body.getPList()) {
            for (CTRegularTextRun run : paragraph.getRList()) {
                style(run.isSetRPr() ? run.getRPr() : run.addNewRPr(), points, bold);
            }
        }
    }

    private static void style(CTTextCharacterProperties properties, int points, boolean bold) {
        properties.setSz(points * 100);
        properties.setB(bold);
        if (!properties.isSetSolidFill()) {
            properties.addNewSolidFill().addNewSrgbClr().setVal(Ink.INK.rgb());
        }
        if (!properties.isSetLatin()) {
            properties.addNewLatin().setTypeface(Styles.FONT);
        }
    }

    private static CTMarker marker(CTScatterSer series, STMarkerStyle.Enum shape) {
        CTMarker marker = series.isSetMarker() ? series.getMarker() : series.addNewMarker();
        if (!marker.isSetSymbol()) {
            marker.addNewSymbol();
        }
        marker.getSymbol().setVal(shape);
        return marker;
    }

    private static void withoutLine(CTScatterSer series) {
        CTShapeProperties look = series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
        if (look.isSetLn()) {
            look.unsetLn();
        }
        look.addNewLn().addNewNoFill();
    }

    private static STMarkerStyle.Enum shape(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> STMarkerStyle.CIRCLE;
            case SALES -> STMarkerStyle.SQUARE;
            case MARKETING -> STMarkerStyle.TRIANGLE;
            case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
        };
    }
}
