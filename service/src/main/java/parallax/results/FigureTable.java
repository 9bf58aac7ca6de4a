package parallax.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;

/** Figures as CSV: one row a figure, columns named as in JSON, empty where a figure does not have one. */
final class FigureTable {

    private static final List<Column> KEYS = List.of(
            new Column("id", FigureJson::id),
            new Column("kind", FigureJson::kind),
            new Column("measure", FigureJson::measure),
            new Column("audience", FigureJson::audience),
            new Column("team", FigureJson::team),
            new Column("touchpoint", FigureJson::touchpoint),
            new Column(
                    "segment_variable",
                    figure -> figure.segment() == null ? null : figure.segment().variable()),
            new Column(
                    "segment_value",
                    figure -> figure.segment() == null ? null : figure.segment().value()),
            new Column("rate", FigureJson::rate),
            new Column("suppressed", FigureJson::suppressed),
            new Column("reason", FigureJson::reason),
            new Column("verdict", FigureJson::verdict),
            new Column("flags", figure -> figure.flags() == null ? null : String.join(" ", figure.flags())));

    private static final List<Column> COLUMNS = Stream.concat(
                    KEYS.stream(),
                    Arrays.stream(Field.values())
                            .map(field -> new Column(
                                    field.column(), figure -> figure.fields().get(field.column()))))
            .toList();

    private static final String STARTS_FORMULA = "=+-@\t\r＝＋－＠";

    private FigureTable() {}

    static String csv(List<Figure> figures) {
        String header = COLUMNS.stream().map(Column::name).collect(Collectors.joining(","));
        Stream<String> rows = figures.stream()
                .map(FigureJson::from)
                .map(figure -> COLUMNS.stream()
                        .map(column -> cell(column.value().apply(figure)))
                        .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> parts) {
            return cell(parts(parts));
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        // A spreadsheet would run what looks like a formula; an apostrophe makes it show the text.
        String shown = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = shown.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }

    private static String parts(Map<?, ?> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining("; "));
    }

    private record Column(String name, Function<FigureJson, @Nullable Object> value) {}
}
