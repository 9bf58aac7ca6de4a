package parallax.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.table.RowProblems;
import parallax.table.TextTable;

/**
 * Where a file of answers keeps what.
 *
 * @param segments name of a segment variable to its column, in the order of the file
 */
record AnswerColumns(
        int audience,
        int account,
        int respondent,
        int touchpoint,
        int importance,
        int experience,
        Map<String, Integer> segments) {

    private static final List<String> NEEDED =
            List.of("audience", "account", "respondent", "touchpoint", "importance", "experience");
    private static final String SEGMENT = "segment";
    private static final int MOST_SEGMENTS = 10;

    /** @throws parallax.web.RefusedException INVALID, naming the columns that are missing or not known */
    static AnswerColumns of(TextTable table) {
        RowProblems problems = new RowProblems();
        for (String name : NEEDED) {
            if (table.positionOf(name) < 0) {
                problems.add(
                        1,
                        name,
                        null,
                        "column '%s' is missing; the first row must name %s"
                                .formatted(name, String.join(", ", NEEDED)));
            }
        }
        Map<String, Integer> segments = segments(table, problems);
        problems.refuseIfAny();
        return new AnswerColumns(
                table.positionOf("audience"),
                table.positionOf("account"),
                table.positionOf("respondent"),
                table.positionOf("touchpoint"),
                table.positionOf("importance"),
                table.positionOf("experience"),
                segments);
    }

    private static Map<String, Integer> segments(TextTable table, RowProblems problems) {
        Map<String, Integer> segments = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            String name = table.header().get(i);
            String lower = name.toLowerCase(Locale.ROOT);
            if (NEEDED.contains(lower)) {
                continue;
            }
            String variable = lower.startsWith(SEGMENT + ".")
                    ? name.substring(SEGMENT.length() + 1).strip()
                    : lower;
            if (variable.isEmpty() || !lower.startsWith(SEGMENT + ".") && !lower.equals(SEGMENT)) {
                problems.add(
                        1,
                        name,
                        null,
                        "column '%s' is not known here; columns are %s, segment or segment.<name>"
                                .formatted(name, String.join(", ", NEEDED)));
            } else if (segments.putIfAbsent(variable, i) != null) {
                problems.add(1, name, null, "segment '%s' stands twice".formatted(variable));
            }
        }
        if (segments.size() > MOST_SEGMENTS) {
            problems.add(1, null, null, "%d segment columns; %d at most".formatted(segments.size(), MOST_SEGMENTS));
        }
        return segments;
    }

    /** Heading of a segment's column, by its place among the segments. */
    String segmentName(int place) {
        String variable = List.copyOf(segments.keySet()).get(place);
        return variable.equals(SEGMENT) ? SEGMENT : SEGMENT + "." + variable;
    }

    List<String> segmentValues(List<String> cells) {
        List<String> values = new ArrayList<>(segments.size());
        segments.values().forEach(position -> values.add(cells.get(position)));
        return values;
    }
}
