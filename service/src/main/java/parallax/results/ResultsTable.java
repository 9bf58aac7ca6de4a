package parallax.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKind;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.table.CsvText;

/** The rows that answer one question as a table: sorted, without columns that would be empty. */
public final class ResultsTable {

    private final ResultsQuestion question;
    private final ResultsView view;
    private final List<ResultsRow> rows;
    private final List<Column> columns;

    ResultsTable(ResultsQuestion question, ResultsView view, List<ResultsRow> rows) {
        this.question = question;
        this.view = view;
        this.rows = sorted(rows, view);
        this.columns = Arrays.stream(Column.values())
                .filter(column -> rows.stream()
                        .map(column.text)
                        .anyMatch(text -> !text.isEmpty() && !text.equals(ResultsRow.WITHHELD)))
                .toList();
    }

    private enum Column {
        TOUCHPOINT("Touchpoint", false, ResultsView.Sort.TOUCHPOINT, ResultsRow::touchpoint),
        WHO("Compared", false, null, ResultsRow::who),
        FIRST("", true, null, ResultsRow::first),
        SECOND("", true, null, ResultsRow::second),
        DIFFERENCE("Difference", true, ResultsView.Sort.DIFFERENCE, ResultsRow::difference),
        RANGE("Likely range", true, null, ResultsRow::range),
        VERDICT("Verdict", false, ResultsView.Sort.VERDICT, ResultsRow::verdict),
        ANSWERS("Answers", true, ResultsView.Sort.ANSWERS, ResultsRow::answers),
        Q("q", true, null, ResultsRow::q),
        FIX_FIRST("Fix first", false, null, ResultsRow::fixFirst),
        PLACE("In the map", false, null, ResultsRow::place),
        NOTES("Notes", false, null, ResultsRow::notes);

        private final String label;
        private final boolean numeric;
        private final ResultsView.@Nullable Sort sort;
        private final Function<ResultsRow, String> text;

        Column(String label, boolean numeric, ResultsView.@Nullable Sort sort, Function<ResultsRow, String> text) {
            this.label = label;
            this.numeric = numeric;
            this.sort = sort;
            this.text = text;
        }

        String label(ResultsQuestion question) {
            return switch (this) {
                case FIRST -> question.first();
                case SECOND -> question.second();
                case ANSWERS -> question == ResultsQuestion.SHORTFALL ? "Rated both" : label;
                case DIFFERENCE -> question.kind() == FigureKind.TREND ? "Change" : label;
                default -> label;
            };
        }
    }

    /**
     * A column's head.
     *
     * @param url sorts by it; empty where it cannot be sorted by
     * @param order {@code ascending} or {@code descending} where it is sorted by it; else empty
     */
    public record Head(String label, boolean numeric, String url, String order) {}

    /** @param kind names the column in the style sheet */
    public record Cell(String label, String text, boolean numeric, String kind) {}

    /**
     * A row.
     *
     * @param name of the figure, for a link that is read alone
     * @param url of the page that tells where it comes from
     * @param cells without the touchpoint, which heads the row
     */
    public record Row(String touchpoint, String name, String url, boolean clear, List<Cell> cells) {}

    public List<Head> heads() {
        return columns.stream()
                .map(column -> new Head(
                        column.label(question),
                        column.numeric,
                        column.sort == null
                                ? ""
                                : view.asking(question).sortedBy(column.sort).query() + "#" + question.key(),
                        column.sort == null ? "" : view.orderOf(column.sort)))
                .toList();
    }

    public List<Row> rows() {
        return rows.stream()
                .map(row -> new Row(
                        row.touchpoint(),
                        row.who().isEmpty() ? row.touchpoint() : row.touchpoint() + ", " + row.who(),
                        "/figures/" + row.figure().id(),
                        row.isClear(),
                        columns.stream()
                                .skip(1)
                                .map(column -> cell(column, row))
                                .toList()))
                .toList();
    }

    private Cell cell(Column column, ResultsRow row) {
        return new Cell(
                column.label(question),
                column.text.apply(row),
                column.numeric,
                column.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** What the table says on the whole: "3 clear, 2 probable, 7 not settled, 1 not shown". */
    public String overview() {
        return Stream.of(
                        count("clear", Verdict::isClear),
                        count("probable", Verdict::isLeaning),
                        count("seen alike or unchanged", verdict -> verdict == Verdict.ALIGNED),
                        count("not settled", verdict -> verdict == Verdict.NO_EVIDENCE || verdict == Verdict.TOO_WIDE),
                        count("not comparable", verdict -> verdict == Verdict.NOT_COMPARABLE),
                        count("not shown", verdict -> verdict == Verdict.SUPPRESSED))
                .filter(text -> !text.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElse("nothing to compare");
    }

    private String count(String what, java.util.function.Predicate<Verdict> verdict) {
        long count =
                rows.stream().filter(row -> verdict.test(row.verdictCode())).count();
        return count == 0 ? "" : count + " " + what;
    }

    /** The same as CSV, with the id of each figure. */
    String csv() {
        CsvText csv = new CsvText();
        csv.row(Stream.concat(columns.stream().map(column -> column.label(question)), Stream.of("Figure"))
                .toList());
        rows.forEach(row -> csv.row(Stream.concat(
                        columns.stream().map(column -> plain(column, row)),
                        Stream.of(row.figure().id()))
                .toList()));
        return csv.toString();
    }

    /** Numbers as programs read them. */
    private static String plain(Column column, ResultsRow row) {
        String text = column.text.apply(row);
        return column.numeric ? text.replace("+", "").replace('−', '-') : text;
    }

    private static List<ResultsRow> sorted(List<ResultsRow> rows, ResultsView view) {
        Comparator<ResultsRow> order = order(view);
        return rows.stream().sorted(order.thenComparing(ResultsRow::position)).toList();
    }

    /** A difference that is not clear is never ranked: such rows keep the order of the questionnaire, below the clear ones. */
    private static Comparator<ResultsRow> order(ResultsView view) {
        if (view.sort() == null) {
            return Comparator.comparing((ResultsRow row) -> !row.isClear())
                    .thenComparing(row -> row.isClear() ? -Rounding.width(row.size()) : 0);
        }
        Comparator<ResultsRow> order = switch (view.sort()) {
            case TOUCHPOINT -> Comparator.comparing(ResultsRow::touchpoint, String.CASE_INSENSITIVE_ORDER);
            case ANSWERS -> Comparator.comparing(ResultsRow::people);
            case VERDICT -> Comparator.comparing(row -> row.verdictCode().ordinal());
            case DIFFERENCE -> Comparator.comparing(row -> row.isClear() ? Rounding.points(row.size()) : 0);
        };
        Comparator<ResultsRow> directed = view.descending() ? order.reversed() : order;
        return view.sort() == ResultsView.Sort.DIFFERENCE
                ? Comparator.comparing((ResultsRow row) -> !row.isClear()).thenComparing(directed)
                : directed;
    }
}
