package parallax.finding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.CountBand;
import parallax.disclosure.Suppression;
import parallax.finding.Figure.Estimate;
import parallax.questionnaire.Audience;

/** Gathers what is told of one figure. */
final class ReleasedFigureBuilder {

    /** Not the raised variance: below ten answers it can mean that all are equal. */
    private static final Set<String> TOLD =
            Flag.codes(EnumSet.of(Flag.DOMINATED, Flag.LOW_REACH, Flag.CENSUS, Flag.THESE_PEOPLE));

    /** Below this many answers a mean to 0.1 beside the exact number tells their sum (METHOD.md §9.4). */
    private static final int FEWEST_COUNTED = 10;

    private final Figure figure;
    private @Nullable Suppression suppression;
    private @Nullable Integer n;
    private @Nullable String nBand;
    private @Nullable Integer customers;
    private @Nullable String customersBand;
    private @Nullable Double value;
    private @Nullable String text;
    private @Nullable Double low;
    private @Nullable Double high;
    private @Nullable List<Double> distribution;
    private @Nullable String verdict;
    private @Nullable String waveFrom;
    private @Nullable List<String> flags;

    ReleasedFigureBuilder(Figure figure) {
        this.figure = figure;
    }

    ReleasedFigureBuilder suppressed(@Nullable Suppression reason) {
        suppression = reason;
        verdict = figure.key().kind().isGap() ? Verdict.SUPPRESSED.code() : null;
        return this;
    }

    ReleasedFigureBuilder shown(Shown shown, Estimate estimate) {
        value = shown instanceof Shown.Rounded rounded ? (Double) rounded.value() : null;
        text = shown instanceof Shown.Bound bound ? bound.text() : estimate.text(Field.QUADRANT);
        Verdict judged = figure.key().kind().isGap() ? estimate.verdict() : null;
        verdict = judged == null ? null : judged.code();
        waveFrom = estimate.text(Field.WAVE_FROM);
        flags = estimate.flags().stream().filter(TOLD::contains).sorted().toList();
        return this;
    }

    void range(@Nullable Double lower, @Nullable Double upper) {
        low = told(lower, Rounding::points);
        high = told(upper, Rounding::points);
    }

    ReleasedFigureBuilder distribution(@Nullable List<Double> shares) {
        distribution = shares;
        return this;
    }

    void sizes(boolean exact, @Nullable Double answers, @Nullable Double others) {
        boolean tellsAnswers = exact && answers != null && answers >= FEWEST_COUNTED;
        boolean tellsOthers = exact && others != null && others >= FEWEST_COUNTED;
        n = tellsAnswers ? told(answers, Double::intValue) : null;
        nBand = tellsAnswers ? null : told(answers, number -> CountBand.of(number.intValue()));
        customers = tellsOthers ? told(others, Double::intValue) : null;
        customersBand = tellsOthers ? null : told(others, number -> CountBand.of(number.intValue()));
    }

    private static <T> @Nullable T told(@Nullable Double number, Function<Double, T> told) {
        return number == null ? null : told.apply(number);
    }

    ReleasedFigure build() {
        FigureKey key = figure.key();
        return new ReleasedFigure(
                figure.id(),
                key.kind().code(),
                key.kind().hasMeasure() ? key.measure().code() : null,
                code(key.audience()),
                code(key.team()),
                key.touchpoint(),
                key.segment(),
                key.kind() == FigureKind.RESPONSE_RATE ? key.variant() : null,
                suppression == null ? null : true,
                suppression == null ? null : suppression.code(),
                n,
                nBand,
                customers,
                customersBand,
                value,
                text,
                low,
                high,
                distribution,
                verdict,
                waveFrom,
                flags);
    }

    private static @Nullable String code(@Nullable Audience audience) {
        return audience == null ? null : audience.code();
    }
}
