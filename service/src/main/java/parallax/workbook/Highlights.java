package parallax.workbook;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure;
import parallax.finding.FigureKind;
import parallax.finding.Rounding;
import parallax.finding.Verdict;

/**
 * Which touchpoints the Summary names.
 *
 * @param actFirst the largest clear shortfall against importance
 * @param overestimated the touchpoint the team overestimates most, if possible another one than {@code actFirst}
 * @param underestimated the one it underestimates most
 * @param largest up to five compared touchpoints, clear ones first
 */
record Highlights(
        Optional<Pick> actFirst, Optional<Pick> overestimated, Optional<Pick> underestimated, List<Line> largest) {

    private static final int MOST_ROWS = 5;

    /** A touchpoint, and whether what is said of it is settled. */
    record Pick(Line line, boolean settled) {}

    static Highlights of(TeamReport report) {
        Optional<Pick> actFirst = actFirst(report);
        String shown = actFirst.map(pick -> pick.line().key()).orElse("");
        Predicate<Line> another = line -> !line.key().equals(shown);
        Comparator<Line> byGap = comparingDouble(Line::gapToSortBy);
        return new Highlights(
                actFirst,
                pick(report, another, Verdict.CLEAR_ABOVE, Verdict.LEANING_ABOVE, byGap),
                pick(report, line -> true, Verdict.CLEAR_BELOW, Verdict.LEANING_BELOW, byGap.reversed()),
                largest(report));
    }

    /** A clear one already shown comes before one that is not settled. */
    private static Optional<Pick> pick(
            TeamReport report, Predicate<Line> another, Verdict clear, Verdict leaning, Comparator<Line> most) {
        Predicate<Line> isClear = line -> line.hasVerdict(clear);
        return best(report, another.and(isClear), most)
                .or(() -> best(report, isClear, most))
                .map(line -> new Pick(line, true))
                .or(() -> best(report, another.and(line -> line.hasVerdict(leaning)), most)
                        .map(line -> new Pick(line, false)));
    }

    private static Optional<Line> best(TeamReport report, Predicate<Line> allowed, Comparator<Line> most) {
        return report.lines().stream().filter(allowed).max(most);
    }

    private static Optional<Pick> actFirst(TeamReport report) {
        Map<String, Figure> shortfalls = report.findings().figures().stream()
                .filter(figure -> figure.key().kind() == FigureKind.SERVICE_GAP
                        && figure.key().segment() == null)
                .collect(Collectors.toMap(
                        figure -> figure.key().requireTouchpoint(), Function.identity(), (first, second) -> first));
        Comparator<Line> most = comparingDouble(line -> value(shortfalls.get(line.key())));
        return withShortfall(report, shortfalls, Verdict.CLEAR_ABOVE, most)
                .map(line -> new Pick(line, true))
                .or(() -> withShortfall(report, shortfalls, Verdict.LEANING_ABOVE, most)
                        .map(line -> new Pick(line, false)));
    }

    private static Optional<Line> withShortfall(
            TeamReport report, Map<String, Figure> shortfalls, Verdict verdict, Comparator<Line> most) {
        return best(
                report,
                line -> {
                    Figure figure = shortfalls.get(line.key());
                    return figure != null && figure.verdict() == verdict;
                },
                most);
    }

    private static double value(@Nullable Figure figure) {
        return figure == null || figure.estimate() == null
                ? Double.NEGATIVE_INFINITY
                : figure.estimate().value();
    }

    private static List<Line> largest(TeamReport report) {
        Comparator<Line> clearFirst = comparingInt(line -> line.isClear() ? 0 : line.isLeaning() ? 1 : 2);
        ToIntFunction<Line> place = line -> report.findings().questionnaire().positionOf(line.key());
        return report.lines().stream()
                .filter(Line::isCompared)
                .sorted(clearFirst
                        .thenComparingDouble(line -> line.isClear() ? -Rounding.width(line.gapToSortBy()) : 0)
                        .thenComparingInt(place))
                .limit(MOST_ROWS)
                .toList();
    }
}
