package parallax.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey.Segment;
import parallax.finding.FigureKind;
import parallax.finding.ReleasedFigure;
import parallax.finding.Rounding;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Questionnaire;

/**
 * The released figures of one kind, in words.
 *
 * @param overview such as "96 figures, 12 kept back"
 * @param gap whether rows carry a likely range and a verdict
 */
public record ReleasedTable(String title, String overview, boolean gap, List<Row> rows) {

    private static final String KEPT_BACK = "[c]";
    private static final double PERCENT = 100;

    public ReleasedTable {
        rows = List.copyOf(rows);
    }

    /**
     * One figure.
     *
     * @param name what it is about: a touchpoint, or an audience where there is none
     * @param of audience or team, and measure
     * @param group all, or a segment
     * @param answers how many answers it stands on, as clients may know it
     * @param verdict of a gap; empty for others
     * @param note why it is kept back, and what else is to be said
     */
    public record Row(
            String name,
            String of,
            String group,
            String answers,
            String value,
            String range,
            String verdict,
            String note,
            boolean keptBack) {}

    /** By kind, in the order of the figures. */
    static List<ReleasedTable> of(List<ReleasedFigure> figures, Questionnaire questionnaire) {
        Map<FigureKind, List<Row>> byKind = new LinkedHashMap<>();
        for (ReleasedFigure figure : figures) {
            FigureKind kind = ReleaseWords.kind(figure.kind());
            byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(row(kind, figure, questionnaire));
        }
        return byKind.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ReleasedTable table(FigureKind kind, List<Row> rows) {
        long keptBack = rows.stream().filter(Row::keptBack).count();
        String figures = rows.size() == 1 ? "1 figure" : rows.size() + " figures";
        return new ReleasedTable(
                ReleaseWords.title(kind),
                keptBack == 0 ? figures : "%s, %d kept back".formatted(figures, keptBack),
                kind.isGap(),
                rows);
    }

    private static Row row(FigureKind kind, ReleasedFigure figure, Questionnaire questionnaire) {
        String value = value(kind, figure);
        String touchpoint = figure.touchpoint();
        String of = of(figure);
        String name = touchpoint == null ? of : label(touchpoint, questionnaire);
        return new Row(
                name.isEmpty() ? "All" : name,
                touchpoint == null ? "" : of,
                group(figure.segment()),
                answers(figure),
                value,
                figure.low() == null || figure.high() == null
                        ? ""
                        : "%s to %s".formatted(Rounding.gapText(figure.low()), Rounding.gapText(figure.high())),
                verdict(kind, figure),
                note(figure),
                value.equals(KEPT_BACK));
    }

    private static String of(ReleasedFigure figure) {
        return Stream.of(
                        words(figure.audience()),
                        words(figure.team()),
                        figure.measure() == null ? null : figure.measure(),
                        figure.rate())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String words(@Nullable String audience) {
        return audience == null ? null : ReleaseWords.audience(audience);
    }

    private static String label(String touchpoint, Questionnaire questionnaire) {
        int position = questionnaire.positionOf(touchpoint);
        return position < 0
                ? touchpoint
                : questionnaire.touchpoints().get(position).label(questionnaire.defaultLanguage());
    }

    private static String group(@Nullable Segment segment) {
        return segment == null ? "All" : "%s: %s".formatted(segment.variable(), segment.value());
    }

    private static String answers(ReleasedFigure figure) {
        String own = figure.n() == null ? figure.nBand() : figure.n().toString();
        String customers = figure.customers() == null
                ? figure.customersBand()
                : figure.customers().toString();
        if (own == null) {
            return "";
        }
        return customers == null ? own : "%s and %s customers".formatted(own, customers);
    }

    private static String value(FigureKind kind, ReleasedFigure figure) {
        Double value = figure.value();
        if (figure.text() != null) {
            return figure.text();
        }
        if (value == null) {
            return KEPT_BACK;
        }
        return switch (kind) {
            case MEAN -> Rounding.pointsText(value);
            case TOP2, REACH, CSAT, CES, RESPONSE_RATE -> Math.round(value * PERCENT) + "\u00a0%";
            case TOP2_GAP -> signed(Math.round(value * PERCENT)) + "\u00a0points";
            case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP, TREND, GRID -> Rounding.gapText(value);
            case RECOMMENDATION -> signed(Math.round(value));
            case ALIGNMENT_INDEX, PRIORITY -> Long.toString(Math.round(value));
        };
    }

    private static String signed(long value) {
        return value > 0 ? "+" + value : Long.toString(value).replace('-', '−');
    }

    private static String verdict(FigureKind kind, ReleasedFigure figure) {
        if (!kind.isGap() || figure.verdict() == null) {
            return "";
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(figure.verdict())) {
                return verdict == Verdict.SUPPRESSED ? "" : VerdictWords.labelled(kind, verdict);
            }
        }
        return figure.verdict();
    }

    private static String note(ReleasedFigure figure) {
        List<String> notes = new ArrayList<>();
        if (figure.reason() != null) {
            notes.add(ReleaseWords.because(figure.reason()));
        }
        if (figure.waveFrom() != null) {
            notes.add("since " + figure.waveFrom());
        }
        if (figure.flags() != null) {
            figure.flags().forEach(flag -> notes.add(flag.replace('_', ' ')));
        }
        if (figure.distribution() != null) {
            notes.add("answers from lowest to highest: "
                    + figure.distribution().stream()
                            .map(share -> Math.round(share * PERCENT) + "\u00a0%")
                            .collect(Collectors.joining(", ")));
        }
        return String.join("; ", notes);
    }
}
