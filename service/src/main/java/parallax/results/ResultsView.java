package parallax.results;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.web.InputError;

/**
 * Which results are looked at, and how.
 *
 * @param question the one that stands open
 * @param segment null for all
 * @param sort null: clear differences first, the largest on top, then the others in the order of the questionnaire
 */
record ResultsView(
        ResultsQuestion question,
        FigureKey.@Nullable Segment segment,
        @Nullable Sort sort,
        boolean descending) {

    private static final List<String> NAMES = List.of("question", "segment", "sort", "order");
    private static final String DESCENDING = "descending";
    private static final String ASCENDING = "ascending";

    /** What rows can be sorted by. */
    enum Sort {
        TOUCHPOINT,
        DIFFERENCE,
        ANSWERS,
        VERDICT;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @throws UnknownFilterException naming every value that the wave does not have */
    static ResultsView of(Findings findings, MultivaluedMap<String, String> asked) {
        List<InputError> errors = new ArrayList<>();
        new TreeSet<>(asked.keySet())
                .stream()
                        .filter(name -> !NAMES.contains(name))
                        .forEach(name -> errors.add(InputError.field(
                                name, null, "There is no such setting. Use " + String.join(", ", NAMES) + ".")));
        ResultsQuestion question =
                find(asked, "question", byKey(ResultsQuestion.values(), ResultsQuestion::key), errors);
        FigureKey.Segment segment = find(asked, "segment", segments(findings), errors);
        Sort sort = find(asked, "sort", byKey(Sort.values(), Sort::key), errors);
        String order = find(asked, "order", byKey(new String[] {ASCENDING, DESCENDING}, text -> text), errors);
        if (!errors.isEmpty()) {
            throw new UnknownFilterException(errors);
        }
        return new ResultsView(
                question == null ? ResultsQuestion.DIFFERENCES : question, segment, sort, DESCENDING.equals(order));
    }

    static Map<String, FigureKey.Segment> segments(Findings findings) {
        Map<String, FigureKey.Segment> segments = new LinkedHashMap<>();
        findings.segments()
                .forEach(variable -> variable.values().forEach(value -> {
                    FigureKey.Segment segment = new FigureKey.Segment(variable.variable(), value);
                    segments.put(code(segment), segment);
                }));
        return segments;
    }

    static String code(FigureKey.Segment segment) {
        return segment.variable() + ":" + segment.value();
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** Null where it was not asked for, or left empty in the form. */
    private static <T> @Nullable T find(
            MultivaluedMap<String, String> asked, String name, Map<String, T> known, List<InputError> errors) {
        String text = asked.getFirst(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        T value = known.get(text);
        if (value == null) {
            errors.add(InputError.field(
                    name,
                    text,
                    known.isEmpty()
                            ? "This wave has no %s.".formatted(name)
                            : "There is no such %s. Use one of %s."
                                    .formatted(name, String.join(", ", known.keySet()))));
        }
        return value;
    }

    /** The same with another question open. */
    ResultsView asking(ResultsQuestion other) {
        return new ResultsView(other, segment, sort, descending);
    }

    /** The same sorted by a column, the other way round if it was sorted by it already. */
    ResultsView sortedBy(Sort column) {
        return new ResultsView(question, segment, column, column == sort && !descending);
    }

    /** {@code ascending} or {@code descending} where rows are sorted by that column, else empty. */
    String orderOf(Sort column) {
        return column != sort ? "" : descending ? DESCENDING : ASCENDING;
    }

    /** What follows the address of the page. */
    String query() {
        List<String> parts = new ArrayList<>();
        parts.add("question=" + question.key());
        if (segment != null) {
            parts.add("segment=" + URLEncoder.encode(code(segment), StandardCharsets.UTF_8));
        }
        if (sort != null) {
            parts.add("sort=" + sort.key());
            parts.add("order=" + orderOf(sort));
        }
        return "?" + String.join("&", parts);
    }
}
