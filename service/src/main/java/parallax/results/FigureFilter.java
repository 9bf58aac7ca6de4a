package parallax.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;
import parallax.web.InputError;

/** Picks a wave's figures by a query, and refuses a query that names what the wave does not have. */
final class FigureFilter {

    private final Findings findings;
    private final FigureQuery query;
    private final List<InputError> errors = new ArrayList<>();

    private FigureFilter(Findings findings, FigureQuery query) {
        this.findings = findings;
        this.query = query;
    }

    /** @throws UnknownFilterException naming every value that the wave does not have */
    static List<Figure> pick(Findings findings, FigureQuery query) {
        return new FigureFilter(findings, query).pick();
    }

    private List<Figure> pick() {
        List<FigureKind> kinds = known("kind", query.kinds, byName(FigureKind.values(), FigureKind::code));
        List<Measure> measures = known("measure", query.measures, byName(Measure.values(), Measure::code));
        List<Audience> audiences =
                known("audience", query.audiences, byName(Audience.raters().toArray(Audience[]::new), Audience::code));
        Audience[] allTeams =
                Audience.raters().stream().filter(Audience::isTeam).toArray(Audience[]::new);
        List<Audience> teams = known("team", query.teams, byName(allTeams, Audience::code));
        List<String> touchpoints = known("touchpoint", query.touchpoints, touchpoints());
        List<FigureKey.Segment> segments = known("segment", query.segments, segments());
        if (!errors.isEmpty()) {
            throw new UnknownFilterException(errors);
        }
        return findings.figures().stream()
                .filter(figure -> fits(kinds, figure.key().kind())
                        && fits(measures, measure(figure.key()))
                        && fits(audiences, figure.key().audience())
                        && fits(teams, figure.key().team())
                        && fits(touchpoints, figure.key().touchpoint())
                        && fits(segments, figure.key().segment()))
                .toList();
    }

    private static <T> boolean fits(List<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static @Nullable Measure measure(FigureKey key) {
        return key.kind().hasMeasure() ? key.measure() : null;
    }

    private <T> List<T> known(String name, List<String> wanted, Map<String, T> byName) {
        List<T> known = new ArrayList<>();
        for (String text : wanted) {
            T value = byName.get(text);
            if (value == null) {
                errors.add(InputError.field(name, text, message(name, byName)));
            } else {
                known.add(value);
            }
        }
        return known;
    }

    private static String message(String name, Map<String, ?> byName) {
        return byName.isEmpty()
                ? "This wave has no %s.".formatted(name)
                : "This wave has no such %s. Use one of %s.".formatted(name, String.join(", ", byName.keySet()));
    }

    private Map<String, String> touchpoints() {
        return byName(
                findings.questionnaire().touchpoints().stream()
                        .map(Touchpoint::key)
                        .toArray(String[]::new),
                Function.identity());
    }

    private Map<String, FigureKey.Segment> segments() {
        return byName(
                findings.segments().stream()
                        .flatMap(variable -> variable.values().stream()
                                .map(value -> new FigureKey.Segment(variable.variable(), value)))
                        .toArray(FigureKey.Segment[]::new),
                segment -> segment.variable() + ":" + segment.value());
    }

    private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
        return Stream.of(values)
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
