package parallax.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Lays a team's report out on its six sheets. */
final class TeamWorkbook {

    private final TeamReport report;
    private final XSSFWorkbook workbook;
    private final Styles styles;

    private TeamWorkbook(TeamReport report, XSSFWorkbook workbook) {
        this.report = report;
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static void write(TeamReport report, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new TeamWorkbook(report, workbook).fill();
            workbook.write(out);
        }
    }

    private void fill() {
        SheetNames.IN_ORDER.forEach(workbook::createSheet);
        MethodSheet.nameSettings(workbook);
        Sentences sentences = new Sentences(report);
        String finding = sentences.title(SummarySheet.titleKeyCell()).value();
        TextFormula title = new TextFormula().cell("'%s'!$A$1".formatted(SheetNames.SUMMARY), finding);
        GapChartSheet gapChart = new GapChartSheet(canvas(SheetNames.GAP_CHART, GapChartSheet.WIDTHS));
        new SummarySheet(canvas(SheetNames.SUMMARY, SummarySheet.WIDTHS), sentences).write(gapChart.table());
        new GapTableSheet(canvas(SheetNames.GAP_TABLE, GapColumn.widths())).write(title);
        gapChart.write(title);
        new SideBySideSheet(canvas(SheetNames.SIDE_BY_SIDE, SideBySideSheet.WIDTHS)).write();
        new CountsSheet(canvas(SheetNames.COUNTS, CountColumn.widths())).write();
        new MethodSheet(canvas(SheetNames.METHOD, MethodSheet.WIDTHS)).write();
        workbook.setActiveSheet(0);
        describe(finding);
    }

    private Canvas canvas(String sheet, List<Integer> widths) {
        return new Canvas(workbook.getSheet(sheet), styles, report, widths);
    }

    private void describe(String finding) {
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Parallax");
        properties.setTitle("%s gap analysis: %s, %s".formatted(report.teamName(), report.client(), report.waveName()));
        properties.setSubjectProperty(finding);
        properties.getUnderlyingProperties().setLanguageProperty(Optional.of("en"));
    }
}
