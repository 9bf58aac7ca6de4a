package parallax.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parallax.finding.Figure;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Verdict;
import parallax.instrument.TextPlace;
import parallax.nomination.Nomination;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.study.AnswerModes;
import parallax.study.WaveChange;

class TeamWorkbookTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"SALES", "MARKETING"})
    void sheetsStandInTheirOrderAndNoneIsHidden(Audience team) throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), team)) {
            assertThat(file.workbook()).extracting(Sheet::getSheetName).containsExactlyElementsOf(SheetNames.IN_ORDER);
            for (int i = 0; i < SheetNames.IN_ORDER.size(); i++) {
                assertThat(file.workbook().getSheetVisibility(i)).isEqualTo(SheetVisibility.VISIBLE);
                XSSFSheet sheet = file.workbook().getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(Reread.text(sheet.getRow(1).getCell(0))).startsWith(Canvas.DRAFT);
                assertThat(sheet.getHeader().getCenter()).isEqualTo(Canvas.DRAFT);
                assertThat(sheet.getFooter().getCenter())
                        .isEqualTo("Page &P of &N · Luminar Lighting · Baseline 2026 · confidential");
                assertThat(file.workbook().getPrintArea(i)).isNotNull();
            }
        }
    }

    @Test
    void theTitleIsTheFinding() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            String finding =
                    "Sales rates 3 of 11 touchpoints higher than customers do, most of all Advice on the right product.";
            assertThat(file.title(SheetNames.SUMMARY)).isEqualTo(finding);
            assertThat(file.title(SheetNames.GAP_TABLE)).isEqualTo(finding);
            assertThat(file.title(SheetNames.GAP_CHART)).isEqualTo(finding);
            assertThat(file.title(SheetNames.SIDE_BY_SIDE))
                    .isEqualTo("Sales and Marketing clearly differ on 3 of 11 touchpoints");
            assertThat(file.workbook().getProperties().getCoreProperties().getSubject())
                    .isEqualTo(finding);
        }
    }

    @Test
    void theSummaryNamesWhatToActOnWhatIsOverestimatedAndAHiddenStrength() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            assertThat(column(file.sheet(SheetNames.SUMMARY), 1, 5, 7))
                    .containsExactly(
                            "Advice on the right product falls short of its importance: customers call it 4.5 important and give it 2.6.",
                            "Written proposal: Sales believes customers give it 4.2; customers give it 3.1, 1.1 lower than Sales expected (gap +1.1, likely range +0.6 to +1.6).",
                            "Product demonstration: Sales believes customers give it 3.4; customers give it 4.2, 0.8 higher than Sales expected (gap −0.8, likely range −1.3 to −0.2).");
            assertThat(Reread.text(file.sheet(SheetNames.SUMMARY).getRow(2).getCell(0)))
                    .startsWith("61 of 148 customers (41 %), 14 of 16 Sales people.");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"SALES", "MARKETING"})
    void everyFigureOfTheGapTableIsTheServices(Audience team) throws IOException {
        Findings findings = FindingsFixture.lighting().build();
        try (Reread file = Reread.of(FindingsFixture.lighting(), team)) {
            for (var touchpoint : findings.questionnaire().touchpoints()) {
                String key = touchpoint.key();
                assertFigure(
                        file, key, GapColumn.EXPERIENCE, mean(findings, Audience.CUSTOMER, Measure.EXPERIENCE, key));
                assertFigure(
                        file, key, GapColumn.IMPORTANCE, mean(findings, Audience.CUSTOMER, Measure.IMPORTANCE, key));
                assertFigure(file, key, GapColumn.BELIEF, mean(findings, team, Measure.EXPERIENCE, key));
                assertFigure(file, key, GapColumn.OWN_IMPORTANCE, mean(findings, team, Measure.IMPORTANCE, key));
                Figure gap = findings.find(FigureKind.PERCEPTION_GAP, Measure.EXPERIENCE, null, team, key)
                        .orElseThrow();
                assertFigure(file, key, GapColumn.GAP, gap);
                assertThat(Reread.text(file.gap(key, GapColumn.FIGURE))).isEqualTo(gap.id());
                assertThat(Reread.text(file.gap(key, GapColumn.VERDICT)))
                        .startsWith(gap.verdict() == null ? "?" : gap.verdict().glyph());
            }
        }
    }

    @Test
    void aFigureIsAFormulaExactlyWhereItsCountsMayBeReleased() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.MARKETING)) {
            assertThat(file.gap("website", GapColumn.EXPERIENCE).getCellType()).isEqualTo(CellType.FORMULA);
            // nine people of Marketing: their counts are not released, and with them no unrounded gap
            assertThat(file.gap("website", GapColumn.BELIEF).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(file.gap("website", GapColumn.GAP).getCellType()).isEqualTo(CellType.NUMERIC);
            for (int row = Canvas.FIRST_ROW; row < Canvas.FIRST_ROW + 12; row++) {
                for (GapColumn column : List.of(
                        GapColumn.BELIEF, GapColumn.OWN_IMPORTANCE, GapColumn.GAP, GapColumn.LOW, GapColumn.HIGH)) {
                    XSSFCell cell = file.sheet(SheetNames.GAP_TABLE).getRow(row).getCell(column.ordinal());
                    if (cell.getCellType() == CellType.NUMERIC) {
                        assertThat(cell.getNumericCellValue() * 10)
                                .as(Reread.where(cell))
                                .isCloseTo(Math.rint(cell.getNumericCellValue() * 10), within(TOLERANCE));
                    }
                }
            }
        }
    }

    @Test
    void countsStandOnlyWhereTheyMay() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            Map<String, String> answers = Map.of(
                    "website/customer",
                    "58.0",
                    "website/marketing",
                    "rounded",
                    "trade_show/customer",
                    "rounded",
                    "newsletter/customer",
                    "[c]");
            for (var row : file.sheet(SheetNames.COUNTS)) {
                Cell key = row.getCell(CountColumn.KEY.ordinal());
                String expected = key == null ? null : answers.get(Reread.text(key));
                if (expected != null) {
                    assertThat(Reread.text(row.getCell(CountColumn.ANSWERS.ordinal())))
                            .isEqualTo(expected);
                    assertThat(Reread.text(row.getCell(CountColumn.MEAN.ordinal()))
                                    .equals(expected))
                            .isEqualTo(!expected.equals("58.0"));
                }
            }
        }
    }

    @Test
    void asSuppressedCellSaysSoHatched() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            XSSFCell gap = file.gap("newsletter", GapColumn.GAP);
            assertThat(gap.getStringCellValue()).isEqualTo("[c]");
            assertThat(gap.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.THIN_FORWARD_DIAG);
            assertThat(Reread.text(file.gap("newsletter", GapColumn.VERDICT))).isEqualTo("[c] Too few answers");
            assertThat(Reread.text(file.gap("newsletter", GapColumn.CUSTOMERS))).isEqualTo("[c]");
        }
    }

    @Test
    void noFormulaGivesAnErrorAndNoNumberIsMinusZero() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            assertThat(file.formulas()).hasSizeGreaterThan(300);
            for (Cell cell : file.cells()) {
                assertThat(Reread.text(cell)).as(Reread.where(cell)).isNotIn("#ERROR", "-0.0");
            }
        }
    }

    @Test
    void settingsAreNamedCells() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting().scalePoints(7), Audience.SALES)) {
            assertThat(named(file, "smallest_gap")).isEqualTo(0.75);
            assertThat(named(file, "minimum_group")).isEqualTo(5);
            assertThat(named(file, "minimum_team")).isEqualTo(5);
        }
    }

    @Test
    void aSevenPointScaleIsDrawnAndNamedInFull() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting().scalePoints(7), Audience.SALES)) {
            XSSFChart chart = chart(file, SheetNames.GAP_CHART);
            assertThat(chart.getCTChart()
                            .getPlotArea()
                            .getValAxArray(0)
                            .getScaling()
                            .getMax()
                            .getVal())
                    .isEqualTo(7);
            assertThat(file.parts().values()).anyMatch(part -> part.contains("7 Very good"));
        }
    }

    @Test
    void chartsAreNativeHaveAlternativeTextAndLeaveMissingMarksBlank() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            for (String sheet : List.of(SheetNames.SUMMARY, SheetNames.GAP_CHART, SheetNames.SIDE_BY_SIDE)) {
                XSSFChart chart = chart(file, sheet);
                assertThat(chart.getCTChart().getDispBlanksAs().getVal().toString())
                        .isEqualTo("gap");
            }
            assertThat(file.parts().entrySet().stream()
                            .filter(part -> part.getKey().startsWith("xl/drawings/drawing")))
                    .hasSize(3)
                    .allMatch(part -> part.getValue().contains("descr=\"")
                            && part.getValue().contains("figures stand in the table"));
            // customers, places: blank for the one touchpoint too few customers rated, never text
            var customers = chart(file, SheetNames.GAP_CHART)
                    .getCTChart()
                    .getPlotArea()
                    .getScatterChartArray(0)
                    .getSerArray(1);
            assertThat(customers.getXVal().getNumRef().getNumCache().sizeOfPtArray())
                    .isEqualTo(11);
            assertThat(customers
                            .getXVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtCount()
                            .getVal())
                    .isEqualTo(12);
        }
    }

    @Test
    void whatPeopleTypeIsNeverAFormula() throws IOException {
        String evil = "=HYPERLINK(\"http://evil.example\",\"x\")";
        FindingsFixture study = FindingsFixture.aStudy()
                .client("=1+1 & <script>alert('x')</script>")
                .waveName("@SUM(A1) \"&\" & &P")
                .row("link", evil, Owner.SALES, Phase.DECIDE)
                .customers(20, 3.0, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .marketing(12, 3.0, 4.0, Verdict.ALIGNED)
                .end(Verdict.CLEAR_ABOVE, Verdict.CLEAR_ABOVE)
                .row("script", "<script>alert(1)</script> & \u0001]]>", Owner.SALES, Phase.DECIDE)
                .customers(20, 4.0, 4.0, 0)
                .sales(12, 3.0, 4.0, Verdict.CLEAR_BELOW)
                .marketing(12, 3.0, 4.0, Verdict.ALIGNED)
                .end(Verdict.ALIGNED, Verdict.ALIGNED);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            XSSFCell label = file.gap("link", GapColumn.TOUCHPOINT);
            assertThat(label.getCellType()).isEqualTo(CellType.STRING);
            assertThat(label.getStringCellValue()).isEqualTo(evil);
            assertThat(label.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(file.formulas()).noneMatch(cell -> cell.getCellFormula().contains("HYPERLINK"));
            assertThat(Reread.text(file.gap("script", GapColumn.TOUCHPOINT)))
                    .isEqualTo("<script>alert(1)</script> & \uFFFD]]>");
            assertThat(file.title(SheetNames.SUMMARY))
                    .isEqualTo("Sales rates one of 2 touchpoints, " + evil + ", higher than customers do.");
            assertThat(file.sheet(SheetNames.SUMMARY).getFooter().getCenter())
                    .isEqualTo(
                            "Page &P of &N · =1+1 && <script>alert('x')</script> · @SUM(A1) \"&&\" && &&P · confidential");
        }
    }

    @Test
    void theFileTellsNothingButItsContent() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            var properties = file.workbook().getProperties().getCoreProperties();
            assertThat(properties.getCreator()).isEqualTo("Parallax");
            assertThat(properties.getTitle()).isEqualTo("Sales gap analysis: Luminar Lighting, Baseline 2026");
            assertThat(properties.getUnderlyingProperties().getLanguageProperty())
                    .contains("en");
            assertThat(properties.getLastModifiedByUser()).isNullOrEmpty();
            assertThat(file.parts().keySet())
                    .noneMatch(name -> name.contains("externalLink") || name.contains("pivot"));
            assertThat(file.parts().values()).noneMatch(part -> part.contains(FindingsFixture.WAVE.toString()));
        }
    }

    @Test
    void aCustomersOnlyStudySaysThatTheTeamWasNotAsked() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.customersOnly(), Audience.MARKETING)) {
            assertThat(file.title(SheetNames.SUMMARY))
                    .isEqualTo(
                            "Customers give 14 touchpoints between 3.6 and 4.3. Marketing was not asked in this wave.");
            assertThat(Reread.text(file.gap("t0", GapColumn.BELIEF))).isEqualTo("not asked");
            assertThat(Reread.text(file.gap("t0", GapColumn.VERDICT))).isEqualTo("not asked");
            assertThat(column(file.sheet(SheetNames.SUMMARY), 1, 5, 7))
                    .containsExactly(
                            "Food falls short of its importance: customers call it 3.0 important and give it 3.8.",
                            "Check-in: customers give it 3.6.",
                            "Passport control: customers give it 4.3.");
            assertThat(column(file.sheet(SheetNames.COUNTS), 1, 5, 18)).containsOnly("Customers");
        }
    }

    @Test
    void aTeamTooSmallToBeShownLeavesACustomersReport() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .people(Audience.SALES, 4, 6)
                .row("demo", "Demonstration", Owner.SALES, Phase.DECIDE)
                .customers(20, 3.0, 4.0, 0)
                .sales(4, 4.0, 4.0, Verdict.SUPPRESSED)
                .end(Verdict.SUPPRESSED, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            assertThat(file.title(SheetNames.SUMMARY))
                    .isEqualTo("Customers give 1 touchpoint 3.0. Too few answers to compare Sales with customers.");
            assertThat(Reread.text(file.gap("demo", GapColumn.PEOPLE))).isEqualTo("[c]");
            assertThat(Reread.text(file.sheet(SheetNames.SUMMARY).getRow(2).getCell(0)))
                    .contains("fewer than 5 Sales people")
                    .doesNotContain("4 of 6");
            assertThat(String.join(" ", column(file.sheet(SheetNames.METHOD), 2, 5, 40)))
                    .contains("Fewer than 5 answered.")
                    .doesNotContain("4 of 6");
        }
    }

    @Test
    void aWaveWithNothingToShowIsStillAWorkbook() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .withoutImportance()
                .row("demo", "Demonstration", Owner.SALES, Phase.DECIDE)
                .customers(3, 3.0, 4.0, 0)
                .sales(4, 4.0, 4.0, Verdict.SUPPRESSED)
                .end(Verdict.SUPPRESSED, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            assertThat(file.title(SheetNames.SUMMARY)).startsWith("Too few answers to show how customers rate.");
            assertThat(column(file.sheet(SheetNames.SUMMARY), 1, 5, 5))
                    .containsExactly("Importance was not asked in this wave.");
        }
    }

    @Test
    void aMeanAtTheEndOfTheScaleIsABoundAndSoIsItsGap() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .row("demo", "Demonstration", Owner.SALES, Phase.DECIDE)
                .customers(20, 3.8, 4.0, 0)
                .team(Audience.SALES, FindingsFixture.Answers.allEqual(6, 5), Verdict.CLEAR_ABOVE)
                .end(Verdict.SUPPRESSED, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            assertThat(Reread.text(file.gap("demo", GapColumn.BELIEF))).isEqualTo("≥ 4.5");
            assertThat(Reread.text(file.gap("demo", GapColumn.GAP))).isEqualTo("≥ +0.7");
            assertThat(Reread.text(file.gap("demo", GapColumn.LOW))).isEqualTo("[c]");
            assertThat(Reread.text(file.gap("demo", GapColumn.VERDICT))).isEqualTo("▲ Overestimated");
            assertThat(Reread.text(file.sheet(SheetNames.SUMMARY).getRow(6).getCell(1)))
                    .isEqualTo("Demonstration: Sales believes customers give it ≥ 4.5; customers give it 3.8.");
            // neither the mean of 5 nor the gap of 1.2 that would give it away
            assertThat(file.formulas()).noneMatch(cell -> Reread.text(cell).startsWith("1.2"));
        }
    }

    @Test
    void aClearGapIsNamedBeforeOneThatIsNotSettledEvenIfItWasShown() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .row("invoice", "Invoice", Owner.SALES, Phase.USE)
                .customers(20, 3.0, 4.5, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .end(Verdict.SUPPRESSED, Verdict.LEANING_ABOVE)
                .row("newsletter", "Newsletter", Owner.MARKETING, Phase.USE)
                .customers(20, 3.0, 3.0, 0)
                .sales(12, 3.8, 4.0, Verdict.LEANING_ABOVE)
                .end(Verdict.SUPPRESSED, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            List<String> findings = column(file.sheet(SheetNames.SUMMARY), 1, 5, 6);
            assertThat(findings.get(0)).startsWith("Not settled: Invoice falls short");
            assertThat(findings.get(1)).startsWith("Invoice: Sales believes");
        }
    }

    @Test
    void aHundredTouchpointsWithLongNamesFit() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy();
        List<String> names = FindingsFixture.sixtyCharacters(100);
        for (int i = 0; i < names.size(); i++) {
            study.row("t" + i, names.get(i), Owner.SALES, Phase.USE)
                    .customers(40, 3.0, 4.0, 0)
                    .sales(14, 3.1 + i * 0.015, 4.0, Verdict.NO_EVIDENCE)
                    .marketing(12, 3.0, 4.0, Verdict.ALIGNED)
                    .end(Verdict.NO_EVIDENCE, Verdict.ALIGNED);
        }
        try (Reread file = Reread.of(study, Audience.SALES)) {
            assertThat(file.sheet(SheetNames.GAP_TABLE).getLastRowNum()).isEqualTo(Canvas.FIRST_ROW + 100);
            assertThat(file.title(SheetNames.SUMMARY))
                    .isEqualTo("This study cannot yet tell where Sales and customers differ.");
        }
    }

    @Test
    void clearGapsStandFirstByTheGapAsPrintedAndWhatIsNotSettledIsNotRanked() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            List<String> keys = column(file.sheet(SheetNames.GAP_TABLE), GapColumn.KEY.ordinal(), 5, 16);
            assertThat(keys)
                    .startsWith("advice", "proposal", "handover", "demo")
                    .containsSubsequence("website", "brochure", "trade_show", "first_call", "price", "delivery")
                    .endsWith("complaints", "newsletter");
        }
    }

    @Test
    void oneIsToldInWords() throws IOException {
        FindingsFixture one = FindingsFixture.aStudy()
                .row("proposal", "Proposal", Owner.SALES, Phase.BUY)
                .customers(20, 3.0, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .marketing(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .end(Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(one, Audience.SALES)) {
            assertThat(file.title(SheetNames.SUMMARY))
                    .isEqualTo(
                            "Sales rates the one touchpoint that can be compared, Proposal, higher than customers do.");
            assertThat(file.title(SheetNames.SIDE_BY_SIDE))
                    .isEqualTo(
                            "Sales and Marketing clearly differ on the one touchpoint that can be compared, Proposal");
            assertThat(column(file.sheet(SheetNames.GAP_TABLE), 0, 6, 6)).containsExactly("1 touchpoint");
        }
    }

    @Test
    void rangesBearTheirSignsAsOnThePage() throws IOException {
        try (Reread file = Reread.of(FindingsFixture.lighting(), Audience.SALES)) {
            assertThat(column(file.sheet(SheetNames.SUMMARY), 4, 10, 11))
                    .containsExactly("+0.6 to +1.6", "+0.6 to +1.6");
        }
    }

    @Test
    void onlyTouchpointsThatWereAskedAreDrawn() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .row("proposal", "Proposal", Owner.SALES, Phase.BUY)
                .customers(20, 3.0, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .end(Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE)
                .row("website", "Website", Owner.MARKETING, Phase.DISCOVER)
                .end(Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            for (String sheet : List.of(SheetNames.SUMMARY, SheetNames.GAP_CHART, SheetNames.SIDE_BY_SIDE)) {
                var names = chart(file, sheet)
                        .getCTChart()
                        .getPlotArea()
                        .getScatterChartArray(0)
                        .getSerArray(1);
                assertThat(names.getXVal()
                                .getNumRef()
                                .getNumCache()
                                .getPtCount()
                                .getVal())
                        .as(sheet)
                        .isEqualTo(1);
            }
            assertThat(Reread.text(file.gap("website", GapColumn.EXPERIENCE))).isEqualTo("not asked");
        }
    }

    @Test
    void marksThatWouldCoverOneAnotherStandApart() throws IOException {
        FindingsFixture study = FindingsFixture.aStudy()
                .row("price", "Price", Owner.OTHER, Phase.BUY)
                .customers(20, 3.0, 4.0, 0)
                .sales(20, 3.0, 4.0, Verdict.ALIGNED)
                .marketing(20, 3.0, 4.0, Verdict.ALIGNED)
                .end(Verdict.ALIGNED, Verdict.NO_EVIDENCE)
                .row("website", "Website", Owner.MARKETING, Phase.DISCOVER)
                .customers(20, 3.0, 4.0, 0)
                .sales(20, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .marketing(20, 2.0, 4.0, Verdict.CLEAR_BELOW)
                .end(Verdict.CLEAR_ABOVE, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(study, Audience.SALES)) {
            // the lower of two rows is the one whose marks coincide
            assertThat(heightsDrawn(file)).containsExactly("1.0", "1.28", "0.72");
        }
    }

    private static List<String> heightsDrawn(Reread file) {
        List<String> heights = new ArrayList<>();
        for (int series = 1; series <= 3; series++) {
            heights.add(chart(file, SheetNames.SIDE_BY_SIDE)
                    .getCTChart()
                    .getPlotArea()
                    .getScatterChartArray(0)
                    .getSerArray(series)
                    .getYVal()
                    .getNumRef()
                    .getNumCache()
                    .getPtArray(1)
                    .getV());
        }
        return heights;
    }

    @Test
    void aNoteStandsOnlyWhereItIsNeeded() throws IOException {
        FindingsFixture plain = FindingsFixture.aStudy()
                .row("proposal", "Proposal", Owner.SALES, Phase.BUY)
                .customers(20, 3.0, 4.0, 0)
                .sales(20, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .marketing(20, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .end(Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE);
        try (Reread file = Reread.of(plain, Audience.SALES)) {
            for (String sheet : SheetNames.IN_ORDER.subList(0, 5)) {
                assertThat(textsOf(file.sheet(sheet)))
                        .as(sheet)
                        .doesNotContain("[c]")
                        .doesNotContain("before rounding");
            }
        }
        // 20 customers give 3.05, printed 3.1; 12 sellers 4.0 give a gap of 0.95, printed 1.0 and not 0.9
        FindingsFixture apart = FindingsFixture.aStudy()
                .row("proposal", "Proposal", Owner.SALES, Phase.BUY)
                .customers(20, 3.05, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .end(Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE)
                .row("website", "Website", Owner.MARKETING, Phase.DISCOVER)
                .customers(3, 3.0, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.SUPPRESSED)
                .end(Verdict.SUPPRESSED, Verdict.SUPPRESSED);
        try (Reread file = Reread.of(apart, Audience.SALES)) {
            for (String sheet : List.of(SheetNames.SUMMARY, SheetNames.GAP_TABLE, SheetNames.GAP_CHART)) {
                assertThat(textsOf(file.sheet(sheet)))
                        .as(sheet)
                        .contains("before rounding")
                        .contains("[c] ");
            }
        }
    }

    @Test
    void theMethodTellsWhatWasChangedWhileTheWaveWasAnsweredAndHow() throws IOException {
        Instant at = Instant.parse("2026-11-12T09:30:00Z");
        List<WaveChange> changes = List.of(
                new WaveChange(
                        "demo",
                        new WaveChange.Corrected(new TextPlace("demo", "hint"), "en", "When we meet.", "When we met."),
                        at,
                        "Ann Consultant"),
                new WaveChange("press", null, at, "Ann Consultant"));

        FieldNotes notes = new FieldNotes(
                changes,
                AnswerModes.of(40, 4, 5),
                Optional.of(new Nomination("Account managers", 210, 148, List.of(new Nomination.Struck("gone", 31)))));
        try (Reread sales = Reread.of(FindingsFixture.lighting(), notes, Audience.SALES)) {
            assertThat(textsOf(sales.sheet(SheetNames.METHOD)))
                    .contains(
                            "Account managers named 148 of 210 eligible contacts and struck 31 (gone: 31). Customers not named may think differently.")
                    .contains("Most answered on the web, fewer than 5 by phone.")
                    .contains(
                            "12 November 2026: a text of “demo” was corrected (en): “When we meet.” became “When we met.”.")
                    .contains("12 November 2026: “press” was not asked any more from then on.")
                    .doesNotContain("Ann Consultant");
        }
    }

    @Test
    void theMethodNamesContactVersionsAndAFingerprintThatBothWorkbooksShare() throws IOException {
        try (Reread sales = Reread.of(FindingsFixture.lighting(), Audience.SALES);
                Reread marketing = Reread.of(FindingsFixture.lighting(), Audience.MARKETING);
                Reread other = Reread.of(FindingsFixture.customersOnly(), Audience.SALES)) {
            String method = textsOf(sales.sheet(SheetNames.METHOD));
            assertThat(method)
                    .contains("Measured independently by Alder & Finch. Questions go to study@parallax.example.")
                    .contains("Questionnaire 1, answers 1, method 1.");
            assertThat(fingerprint(sales)).hasSize(64).isEqualTo(fingerprint(marketing));
            assertThat(fingerprint(other)).hasSize(64).isNotEqualTo(fingerprint(sales));
        }
    }

    private static String fingerprint(Reread file) {
        return textsOf(file.sheet(SheetNames.METHOD)).replaceFirst("(?s).*SHA-256 ([0-9a-f]+)\\..*", "$1");
    }

    private static String textsOf(XSSFSheet sheet) {
        StringBuilder texts = new StringBuilder();
        for (var row : sheet) {
            for (Cell cell : row) {
                texts.append(Reread.text(cell)).append('\n');
            }
        }
        return texts.toString();
    }

    private static void assertFigure(Reread file, String key, GapColumn column, Figure figure) {
        XSSFCell cell = file.gap(key, column);
        Figure.Estimate estimate = figure.estimate();
        if (estimate == null) {
            assertThat(Reread.text(cell)).as(key + " " + column).isEqualTo("[c]");
            return;
        }
        // where counts are not released the value is rounded to a tenth
        double tolerance = cell.getCellType() == CellType.FORMULA ? TOLERANCE : 0.05 + TOLERANCE;
        assertThat(cell.getNumericCellValue()).as(key + " " + column).isCloseTo(estimate.value(), within(tolerance));
    }

    private static Figure mean(Findings findings, Audience audience, Measure measure, String key) {
        return findings.find(FigureKind.MEAN, measure, audience, null, key).orElseThrow();
    }

    private static List<String> column(XSSFSheet sheet, int column, int firstRow, int lastRow) {
        List<String> texts = new ArrayList<>();
        for (int row = firstRow; row <= lastRow; row++) {
            texts.add(Reread.text(sheet.getRow(row).getCell(column)));
        }
        return texts;
    }

    private static double named(Reread file, String name) {
        var reference = new org.apache.poi.ss.util.CellReference(
                file.workbook().getName(name).getRefersToFormula());
        return file.sheet(reference.getSheetName())
                .getRow(reference.getRow())
                .getCell(reference.getCol())
                .getNumericCellValue();
    }

    private static XSSFChart chart(Reread file, String sheet) {
        return file.sheet(sheet).getDrawingPatriarch().getCharts().get(0);
    }
}
