package parallax.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;

/**
 * One difference as it is printed; a number that is not shown reads {@code [c]}, one there is none of is empty.
 *
 * @param position of the touchpoint in the questionnaire
 * @param who the team, audience or measure that is compared, where a question has several
 * @param first of the two means, as the question names them
 * @param second the other mean
 * @param answers of both sides
 */
record ResultsRow(
        Figure figure,
        int position,
        String touchpoint,
        String who,
        String first,
        String second,
        String difference,
        String range,
        String answers,
        String q,
        String verdict,
        String fixFirst,
        String place,
        String notes) {

    static final String WITHHELD = "[c]";

    /** Reads rows of a wave. */
    static final class Reader {

        private final Findings findings;
        private final java.util.Map<FigureKey, Figure> byKey;
        private final Names names;

        Reader(Findings findings) {
            this.findings = findings;
            this.byKey = findings.byKey();
            this.names = new Names(findings);
        }

        /** In the order of the questionnaire; of figures that are not split by segment none for a segment. */
        List<ResultsRow> rows(ResultsQuestion question, FigureKey.@Nullable Segment segment) {
            return findings.figures().stream()
                    .filter(figure -> figure.key().kind() == question.kind()
                            && Objects.equals(figure.key().segment(), segment))
                    .map(this::row)
                    .toList();
        }

        /** The numbers of a figure that is shown. */
        Figure.@Nullable Estimate estimate(FigureKey key) {
            Figure figure = byKey.get(key);
            return figure == null ? null : figure.estimate();
        }

        private ResultsRow row(Figure figure) {
            FigureKey key = figure.key();
            Figure.Estimate estimate = figure.estimate();
            Verdict verdict = figure.verdict() == null ? Verdict.NO_EVIDENCE : figure.verdict();
            List<String> sides = estimate == null ? List.of(WITHHELD, WITHHELD) : sides(key, estimate);
            return new ResultsRow(
                    figure,
                    findings.questionnaire().positionOf(key.requireTouchpoint()),
                    names.touchpoint(key.requireTouchpoint()),
                    who(key),
                    sides.get(0),
                    sides.get(1),
                    estimate == null ? WITHHELD : difference(estimate),
                    estimate == null ? WITHHELD : range(key.kind(), estimate),
                    estimate == null ? WITHHELD : answers(estimate),
                    estimate == null || estimate.q() == null ? "" : chance(estimate.q()),
                    VerdictWords.labelled(key.kind(), verdict),
                    verdict.isClear() ? fixFirst(key) : "",
                    place(key),
                    notes(figure));
        }

        private List<String> sides(FigureKey key, Figure.Estimate estimate) {
            return switch (key.kind()) {
                case SERVICE_GAP ->
                    List.of(points(estimate.number(Field.IMPORTANCE)), points(estimate.number(Field.EXPERIENCE)));
                case TREND -> {
                    Double now = now(key);
                    Double change = estimate.number(Field.VALUE);
                    yield List.of(points(now == null || change == null ? null : now - change), points(now));
                }
                default -> List.of(points(estimate.number(Field.MEAN_A)), points(estimate.number(Field.MEAN_B)));
            };
        }

        /** The mean of this wave that a trend ends at. */
        @Nullable
        Double now(FigureKey key) {
            Figure.Estimate mean = key.audience() == null
                    ? null
                    : estimate(FigureKey.mean(key.measure(), key.audience(), key.requireTouchpoint(), key.segment()));
            return mean == null ? null : mean.number(Field.VALUE);
        }

        private String fixFirst(FigureKey key) {
            Figure.Estimate priority = key.kind() == FigureKind.SERVICE_GAP
                    ? estimate(FigureKey.priority(key.requireTouchpoint(), key.segment()))
                    : null;
            return priority == null || priority.number(Field.RANK) == null
                    ? ""
                    : "rank %s (%s–%s)"
                            .formatted(
                                    whole(priority, Field.RANK),
                                    whole(priority, Field.RANK_LOW),
                                    whole(priority, Field.RANK_HIGH));
        }

        private String place(FigureKey key) {
            Figure.Estimate grid = key.kind() == FigureKind.SERVICE_GAP
                    ? estimate(FigureKey.grid(key.requireTouchpoint(), key.segment()))
                    : null;
            if (grid == null || grid.text(Field.QUADRANT) == null) {
                return "";
            }
            return grid.text(Field.QUADRANT) + (grid.is(Field.FIRM) ? "" : ", borderline");
        }
    }

    boolean isClear() {
        return verdictCode().isClear();
    }

    Verdict verdictCode() {
        return figure.verdict() == null ? Verdict.NO_EVIDENCE : figure.verdict();
    }

    /** Signed; 0 where it is not shown. */
    double size() {
        Double value = figure.estimate() == null ? null : figure.estimate().number(Field.VALUE);
        return value == null ? 0 : value;
    }

    /** Answers of both sides together; 0 where they are not shown. */
    double people() {
        Figure.Estimate estimate = figure.estimate();
        return estimate == null
                ? 0
                : Stream.of(Field.N, Field.CUSTOMERS, Field.N_FROM, Field.N_TO)
                        .map(estimate::number)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    private static String who(FigureKey key) {
        List<String> parts = new ArrayList<>();
        Stream.of(key.team(), key.audience())
                .filter(Objects::nonNull)
                .map(Names::audience)
                .forEach(parts::add);
        if (key.kind() == FigureKind.ALIGNMENT_GAP || key.kind() == FigureKind.TREND) {
            parts.add(Names.measure(key.measure()));
        }
        return String.join(", ", parts);
    }

    private static String notes(Figure figure) {
        return figure.suppressed() != null
                ? Notes.shortly(figure.suppressed())
                : Notes.of(figure).stream().collect(Collectors.joining("; "));
    }

    private static String difference(Figure.Estimate estimate) {
        Double value = estimate.number(Field.VALUE);
        return value == null ? "" : Rounding.gapText(value);
    }

    /** A trend without spread has an interval of no width, which is no likely range: the note says so. */
    private static String range(FigureKind kind, Figure.Estimate estimate) {
        return estimate.low() == null
                        || estimate.high() == null
                        || kind == FigureKind.TREND && estimate.low().equals(estimate.high())
                ? ""
                : Rounding.gapText(estimate.low()) + " to " + Rounding.gapText(estimate.high());
    }

    private static String answers(Figure.Estimate estimate) {
        return Stream.of(Field.N, Field.CUSTOMERS, Field.N_FROM, Field.N_TO)
                .filter(field -> estimate.number(field) != null)
                .map(field -> whole(estimate, field))
                .collect(Collectors.joining(" and "));
    }

    private static String whole(Figure.Estimate estimate, Field field) {
        Double number = estimate.number(field);
        return number == null ? "" : String.valueOf(Math.round(number));
    }

    private static String points(@Nullable Double value) {
        return value == null ? "" : Rounding.pointsText(value);
    }

    private static String chance(double q) {
        return q < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", q);
    }
}
