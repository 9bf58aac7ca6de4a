package parallax.workbook;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parallax.finding.Rounding;
import parallax.finding.Shown;
import parallax.questionnaire.Audience;

/**
 * The columns a dumbbell chart is drawn from, right of the chart: places are live, heights are row positions. A mark that is
 * not shown leaves its place and height blank; a text there would make Excel number the places 1, 2, 3 instead.
 */
final class DumbbellTable {

    private static final int COLUMNS_BEFORE_MARKS = 4;

    private final Canvas canvas;
    private final List<DumbbellRow> rows;
    private final List<Audience> audiences;
    private final int firstColumn;

    DumbbellTable(Canvas canvas, List<DumbbellRow> rows, List<Audience> audiences, int firstColumn) {
        this.canvas = canvas;
        this.rows = List.copyOf(rows);
        this.audiences = List.copyOf(audiences);
        this.firstColumn = firstColumn;
    }

    List<DumbbellRow> rows() {
        return rows;
    }

    List<Audience> audiences() {
        return audiences;
    }

    int scalePoints() {
        return canvas.report().scalePoints();
    }

    /** @param printed the column of the readable table that holds an audience's number */
    void write(Function<Audience, Integer> printed, int gapColumn) {
        header();
        for (int i = 0; i < rows.size(); i++) {
            int row = Canvas.FIRST_ROW + i;
            DumbbellRow data = rows.get(i);
            canvas.typed(row, nameColumn(), data.name());
            canvas.number(row, heightColumn(), height(i), Look.COUNT);
            canvas.number(row, startColumn(), 1, Look.COUNT);
            canvas.number(row, endColumn(), scalePoints(), Look.COUNT);
            for (Audience audience : audiences) {
                mark(row, i, audience, printed.apply(audience));
            }
            line(row, i);
            data.gap().ifPresent(gap -> gapLabel(row, gap, "$" + Canvas.letter(gapColumn) + (row + 1)));
        }
    }

    private void header() {
        canvas.text(Canvas.HEADER_ROW - 1, firstColumn, "What the chart is drawn from", Look.NOTE);
        List<String> fixed = List.of("Name in the chart", "Height", "Left end", "Right end");
        for (int i = 0; i < fixed.size(); i++) {
            canvas.text(Canvas.HEADER_ROW, firstColumn + i, fixed.get(i), Look.HEADER);
        }
        for (Audience audience : audiences) {
            canvas.text(Canvas.HEADER_ROW, placeColumn(audience), Words.audience(audience) + ": place", Look.HEADER);
            canvas.text(
                    Canvas.HEADER_ROW, placeColumn(audience) + 1, Words.audience(audience) + ": height", Look.HEADER);
        }
        canvas.text(Canvas.HEADER_ROW, middleColumn(), "Line: middle", Look.HEADER);
        canvas.text(Canvas.HEADER_ROW, middleColumn() + 1, "Line: height", Look.HEADER);
        canvas.text(Canvas.HEADER_ROW, halfColumn(), "Line: half its length", Look.HEADER);
        canvas.text(Canvas.HEADER_ROW, gapLabelColumn(), "Gap in the chart", Look.HEADER);
    }

    private void mark(int row, int index, Audience audience, int printedColumn) {
        Shown value = rows.get(index).value(audience);
        if (value.number().isEmpty()) {
            return;
        }
        double place = value.number().getAsDouble();
        if (value instanceof Shown.Bound) {
            canvas.number(row, placeColumn(audience), place, Look.POINTS);
        } else {
            canvas.formula(
                    row, placeColumn(audience), "$" + Canvas.letter(printedColumn) + (row + 1), place, Look.POINTS);
        }
        double aside = rows.get(index).aside(audience, markRadius());
        String formula = at(heightColumn(), row);
        if (aside == 0) {
            canvas.formula(row, placeColumn(audience) + 1, formula, height(index), Look.COUNT);
        } else {
            String shifted = formula + (aside > 0 ? "+" : "-") + TextFormula.plain(Math.abs(aside));
            canvas.formula(row, placeColumn(audience) + 1, shifted, height(index) + aside, Look.POINTS);
        }
    }

    private void line(int row, int index) {
        DumbbellRow data = rows.get(index);
        if (data.middle(markRadius()).isEmpty()) {
            return;
        }
        String all = audiences.stream()
                .map(audience -> at(placeColumn(audience), row))
                .collect(Collectors.joining(","));
        canvas.formula(
                row,
                middleColumn(),
                "(MIN(%1$s)+MAX(%1$s))/2".formatted(all),
                data.middle(markRadius()).getAsDouble(),
                Look.POINTS);
        canvas.formula(row, middleColumn() + 1, at(heightColumn(), row), height(index), Look.COUNT);
        canvas.formula(
                row,
                halfColumn(),
                "(MAX(%1$s)-MIN(%1$s))/2-%2$s".formatted(all, TextFormula.plain(markRadius())),
                data.half(markRadius()).orElse(0),
                Look.POINTS);
    }

    /** About half a mark, in scale points. */
    private double markRadius() {
        return 0.0175 * (scalePoints() - 1);
    }

    private void gapLabel(int row, Shown gap, String cell) {
        if (gap instanceof Shown.Bound bound) {
            canvas.text(row, gapLabelColumn(), bound.text(), Look.BOUND);
            return;
        }
        String formula = "IF(%1$s>0,\"+\",\"−\")&FIXED(ABS(%1$s),1)".formatted(cell);
        String text = Rounding.gapText(gap.number().orElseThrow());
        canvas.formula(row, gapLabelColumn(), new TextFormula().cell(formula, text), Look.BOUND);
    }

    /** A column of the drawing rows, at most {@code most} of them. */
    String range(int column, int most) {
        return new TableRange(canvas.sheet().getSheetName(), Math.min(most, rows.size()), 0).column(column);
    }

    Double[] places(Audience audience, int most) {
        return numbers(most, i -> rows.get(i).value(audience).number());
    }

    /** Blank where the place is blank. */
    Double[] heights(Audience audience, int most) {
        return numbers(
                most,
                i -> rows.get(i).value(audience).number().isPresent()
                        ? OptionalDouble.of(height(i) + rows.get(i).aside(audience, markRadius()))
                        : OptionalDouble.empty());
    }

    Double[] heights(int most) {
        return numbers(most, i -> OptionalDouble.of(height(i)));
    }

    Double[] constant(double value, int most) {
        return numbers(most, i -> OptionalDouble.of(value));
    }

    Double[] middles(int most) {
        return numbers(most, i -> rows.get(i).middle(markRadius()));
    }

    Double[] middleHeights(int most) {
        return numbers(
                most,
                i -> rows.get(i).middle(markRadius()).isPresent()
                        ? OptionalDouble.of(height(i))
                        : OptionalDouble.empty());
    }

    List<OptionalDouble> halves(int most) {
        return rows.stream().limit(most).map(row -> row.half(markRadius())).toList();
    }

    List<String> names(int most) {
        return rows.stream().limit(most).map(DumbbellRow::name).toList();
    }

    List<String> gapLabels(int most) {
        return rows.stream()
                .limit(most)
                .map(row -> row.gap().map(DumbbellTable::gapText).orElse(""))
                .toList();
    }

    int nameColumn() {
        return firstColumn;
    }

    int heightColumn() {
        return firstColumn + 1;
    }

    int startColumn() {
        return firstColumn + 2;
    }

    int endColumn() {
        return firstColumn + 3;
    }

    int placeColumn(Audience audience) {
        return firstColumn + COLUMNS_BEFORE_MARKS + 2 * audiences.indexOf(audience);
    }

    int middleColumn() {
        return firstColumn + COLUMNS_BEFORE_MARKS + 2 * audiences.size();
    }

    int halfColumn() {
        return middleColumn() + 2;
    }

    int gapLabelColumn() {
        return middleColumn() + 3;
    }

    private int height(int index) {
        return rows.size() - index;
    }

    private static String gapText(Shown gap) {
        return gap instanceof Shown.Bound bound
                ? bound.text()
                : Rounding.gapText(gap.number().orElse(0));
    }

    private static String at(int column, int row) {
        return "$" + Canvas.letter(column) + (row + 1);
    }

    private Double[] numbers(int most, Function<Integer, OptionalDouble> number) {
        return IntStream.range(0, Math.min(most, rows.size()))
                .mapToObj(number::apply)
                .map(value -> value.isPresent() ? value.getAsDouble() : null)
                .toArray(Double[]::new);
    }
}
