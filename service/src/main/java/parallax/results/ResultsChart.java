package parallax.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.chart.DumbbellChart;
import parallax.chart.DumbbellChart.Mark;
import parallax.chart.DumbbellChart.Shape;
import parallax.chart.Layout;
import parallax.chart.MapChart;
import parallax.chart.Scale;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/** Draws what a question's table tells: means side by side, or a map of importance and experience. */
final class ResultsChart {

    private final Findings findings;
    private final ResultsRow.Reader reader;
    private final ResultsQuestion question;
    private final FigureKey.@Nullable Segment segment;
    private final Map<String, List<ResultsRow>> rows;

    /** @param rows in the order of the questionnaire */
    ResultsChart(
            Findings findings,
            ResultsRow.Reader reader,
            ResultsQuestion question,
            FigureKey.@Nullable Segment segment,
            List<ResultsRow> rows) {
        this.findings = findings;
        this.reader = reader;
        this.question = question;
        this.segment = segment;
        Measure drawn = question == ResultsQuestion.IMPORTANCE ? Measure.IMPORTANCE : Measure.EXPERIENCE;
        this.rows = rows.stream()
                .filter(row -> !row.figure().key().kind().hasMeasure()
                        || row.figure().key().measure() == drawn)
                .collect(Collectors.groupingBy(
                        row -> row.figure().key().requireTouchpoint(), LinkedHashMap::new, Collectors.toList()));
    }

    /** SVG in which every text is escaped; empty where nothing is left to draw. */
    String draw(Layout layout) {
        String id = question.key() + "-" + (layout == Layout.WIDE ? "wide" : "narrow");
        String description = "The same figures stand in the table below, with their likely ranges.";
        if (question == ResultsQuestion.SHORTFALL) {
            return map(id, layout, description);
        }
        List<DumbbellChart.Row> drawn = rows.values().stream()
                .sorted(Comparator.comparingDouble(ResultsChart::leading).reversed())
                .map(this::row)
                .toList();
        return drawn.stream().allMatch(row -> row.marks().isEmpty())
                ? ""
                : new DumbbellChart(id, layout, scale()).draw(drawn, question.text(), description);
    }

    private Scale scale() {
        int points = findings.questionnaire().scalePoints();
        return question == ResultsQuestion.IMPORTANCE
                ? new Scale(points, "not important", "extremely important")
                : new Scale(points, "very poor", "very good");
    }

    /** The largest clear difference of a touchpoint; 0 where none is clear, so that nothing else is ranked. */
    private static double leading(List<ResultsRow> rows) {
        return rows.stream()
                .filter(ResultsRow::isClear)
                .mapToDouble(row -> Math.abs(row.size()))
                .max()
                .orElse(0);
    }

    private DumbbellChart.Row row(List<ResultsRow> ofTouchpoint) {
        String figure = ofTouchpoint.stream()
                .filter(ResultsRow::isClear)
                .filter(this::isDrawn)
                .max(Comparator.comparingDouble(row -> Math.abs(row.size())))
                .map(row -> Rounding.gapText(row.size()))
                .orElse("");
        List<Mark> marks = switch (question) {
            case AGREEMENT -> sides(ofTouchpoint.get(0));
            case CHANGE -> change(ofTouchpoint);
            default -> beliefs(ofTouchpoint);
        };
        return new DumbbellChart.Row(
                "", ofTouchpoint.get(0).touchpoint(), marks, marks.isEmpty() ? null : range(ofTouchpoint), figure);
    }

    /** Of changes only one audience's are drawn: customers', unless they were not asked. */
    private boolean isDrawn(ResultsRow row) {
        return question != ResultsQuestion.CHANGE || row.figure().key().audience() == changing();
    }

    private @Nullable Audience changing() {
        Set<Audience> audiences = rows.values().stream()
                .flatMap(List::stream)
                .map(row -> row.figure().key().audience())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return audiences.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private List<Mark> beliefs(List<ResultsRow> ofTouchpoint) {
        Double customers = customers(ofTouchpoint.get(0), Field.VALUE);
        List<Mark> marks = new ArrayList<>();
        if (customers != null) {
            marks.add(new Mark(Shape.CUSTOMERS, customers));
            for (ResultsRow row : ofTouchpoint) {
                Double team = number(row, Field.MEAN_A);
                Audience audience = row.figure().key().team();
                if (team != null && audience != null) {
                    marks.add(new Mark(audience == Audience.SALES ? Shape.SALES : Shape.MARKETING, team));
                }
            }
        }
        return marks;
    }

    private static List<Mark> sides(ResultsRow row) {
        Double sales = number(row, Field.MEAN_A);
        Double marketing = number(row, Field.MEAN_B);
        return sales == null || marketing == null
                ? List.of()
                : List.of(new Mark(Shape.SALES, sales), new Mark(Shape.MARKETING, marketing));
    }

    private List<Mark> change(List<ResultsRow> ofTouchpoint) {
        for (ResultsRow row : ofTouchpoint) {
            Audience audience = row.figure().key().audience();
            Double change = number(row, Field.VALUE);
            Double now = reader.now(row.figure().key());
            if (audience != null && audience == changing() && change != null && now != null) {
                Shape shape = switch (audience) {
                    case CUSTOMER -> Shape.CUSTOMERS;
                    case SALES -> Shape.SALES;
                    case MARKETING -> Shape.MARKETING;
                    case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
                };
                return List.of(new Mark(Shape.BEFORE, now - change), new Mark(shape, now));
            }
        }
        return List.of();
    }

    private DumbbellChart.@Nullable Range range(List<ResultsRow> ofTouchpoint) {
        if (question == ResultsQuestion.AGREEMENT || question == ResultsQuestion.CHANGE) {
            return null;
        }
        Double low = customers(ofTouchpoint.get(0), Field.LOW);
        Double high = customers(ofTouchpoint.get(0), Field.HIGH);
        return low == null || high == null ? null : new DumbbellChart.Range(low, high);
    }

    private @Nullable Double customers(ResultsRow row, Field field) {
        FigureKey key = row.figure().key();
        Figure.Estimate mean =
                reader.estimate(FigureKey.mean(key.measure(), Audience.CUSTOMER, key.requireTouchpoint(), segment));
        return mean == null ? null : mean.number(field);
    }

    private static @Nullable Double number(ResultsRow row, Field field) {
        return row.figure().estimate() == null ? null : row.figure().estimate().number(field);
    }

    private String map(String id, Layout layout, String description) {
        List<MapChart.Place> places = new ArrayList<>();
        double right = 0;
        double up = 0;
        for (Map.Entry<String, List<ResultsRow>> entry : rows.entrySet()) {
            Figure.Estimate grid = reader.estimate(FigureKey.grid(entry.getKey(), segment));
            Double experience = grid == null ? null : grid.number(Field.EXPERIENCE);
            Double importance = grid == null ? null : grid.number(Field.IMPORTANCE);
            Double lineRight = grid == null ? null : grid.number(Field.EXPERIENCE_LINE);
            Double lineUp = grid == null ? null : grid.number(Field.IMPORTANCE_LINE);
            if (grid != null && experience != null && importance != null && lineRight != null && lineUp != null) {
                right = lineRight;
                up = lineUp;
                places.add(new MapChart.Place(
                        entry.getValue().get(0).touchpoint(), experience, importance, grid.is(Field.FIRM)));
            }
        }
        MapChart.Axes axes = new MapChart.Axes(
                findings.questionnaire().scalePoints(),
                "Experience",
                "Importance",
                right,
                up,
                List.of("Concentrate here", "Keep up", "Low priority", "Possible overkill"));
        return places.isEmpty() ? "" : new MapChart(id, layout, axes).draw(places, question.text(), description);
    }
}
