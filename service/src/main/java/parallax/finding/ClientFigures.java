package parallax.finding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.finding.Figure.Estimate;
import parallax.finding.TouchpointCounts.MeasureCounts;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;

/**
 * A wave's figures over all segments as the client may read them: rounded to 0.1 (shares to 0.01) unless they follow from
 * released counts, bounded at the ends of the scale, withheld where suppressed (METHOD.md §9.4, 9.5).
 */
public final class ClientFigures {

    /** Below this many answers a share of none or all is told as a bound. */
    private static final int FEWEST_FOR_EXTREME_SHARES = 10;

    private static final Shown WITHHELD = new Shown.Withheld();
    private static final Shown NOT_ASKED = new Shown.NotAsked();

    private final int scalePoints;
    private final List<String> touchpoints;
    private final Map<FigureKey, Figure> figures;
    private final Map<CountsKey, TouchpointCounts> counts;

    public ClientFigures(Findings findings) {
        scalePoints = findings.questionnaire().scalePoints();
        touchpoints = findings.questionnaire().touchpoints().stream()
                .map(Touchpoint::key)
                .toList();
        figures = findings.byKey();
        counts = findings.counts().stream()
                .collect(Collectors.toMap(
                        count -> new CountsKey(count.touchpoint(), count.audience()), Function.identity()));
    }

    /**
     * A hash of these figures: equal in both teams' workbooks, different as soon as one figure is. Made from nothing finer than
     * what is printed, so nothing finer can be tried out against it.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        for (String key : touchpoints) {
            text.append(key).append('\n');
            for (Audience audience : Audience.raters()) {
                for (Measure measure : Measure.values()) {
                    text.append(mean(audience, measure, key)).append('\n');
                }
            }
            for (Audience team : List.of(Audience.SALES, Audience.MARKETING)) {
                text.append(perceptionGap(team, key)).append('\n');
            }
            text.append(alignmentGap(key)).append('\n');
            text.append(notEncountered(key)).append('\n');
        }
        return Sha256.hex(text.toString());
    }

    /** Mean of a measure, scale points; a team's experience is its guess of the customers'. */
    public Shown mean(Audience audience, Measure measure, String touchpoint) {
        return figure(FigureKind.MEAN, measure, audience, null, touchpoint)
                .map(figure -> estimate(figure)
                        .map(estimate -> mean(audience, measure, touchpoint, estimate))
                        .orElse(WITHHELD))
                .orElse(NOT_ASKED);
    }

    /** Whether an audience was asked for a measure of a touchpoint. */
    public boolean wasAsked(Audience audience, Measure measure, String touchpoint) {
        return figure(FigureKind.MEAN, measure, audience, null, touchpoint).isPresent();
    }

    /** Numeric answers behind a mean; empty where the mean is withheld or was not asked. */
    public OptionalInt answers(Audience audience, Measure measure, String touchpoint) {
        return figure(FigureKind.MEAN, measure, audience, null, touchpoint)
                .flatMap(ClientFigures::estimate)
                .map(estimate -> OptionalInt.of(estimate.n()))
                .orElse(OptionalInt.empty());
    }

    /** Share in [0, 1] of those customers who did not meet the touchpoint. */
    public Shown notEncountered(String touchpoint) {
        Optional<Figure> reach = figure(FigureKind.REACH, Measure.EXPERIENCE, Audience.CUSTOMER, null, touchpoint);
        return reach.map(figure -> estimate(figure)
                        .map(estimate -> notEncountered(touchpoint, estimate))
                        .orElse(WITHHELD))
                .orElse(NOT_ASKED);
    }

    /** Team minus customers on experience. */
    public ShownGap perceptionGap(Audience team, String touchpoint) {
        return gap(
                figure(FigureKind.PERCEPTION_GAP, Measure.EXPERIENCE, null, team, touchpoint),
                mean(team, Measure.EXPERIENCE, touchpoint),
                mean(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint));
    }

    /** Sales minus Marketing on experience. */
    public ShownGap alignmentGap(String touchpoint) {
        return gap(
                figure(FigureKind.ALIGNMENT_GAP, Measure.EXPERIENCE, null, null, touchpoint),
                mean(Audience.SALES, Measure.EXPERIENCE, touchpoint),
                mean(Audience.MARKETING, Measure.EXPERIENCE, touchpoint));
    }

    /** Counts of a touchpoint, an audience and a measure, where they may be released. */
    public Optional<MeasureCounts> counts(Audience audience, Measure measure, String touchpoint) {
        TouchpointCounts both = counts.get(new CountsKey(touchpoint, audience));
        if (both == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (measure) {
                    case EXPERIENCE -> both.experience();
                    case IMPORTANCE -> both.importance();
                });
    }

    /** Whether fewer than half of the customers met the touchpoint. */
    public boolean isRarelyMet(String touchpoint) {
        return figure(FigureKind.REACH, Measure.EXPERIENCE, Audience.CUSTOMER, null, touchpoint)
                .flatMap(ClientFigures::estimate)
                .filter(reach -> reach.flags().contains(Flag.LOW_REACH.code()))
                .isPresent();
    }

    /** Whether one account gave more than half of the customers' answers. */
    public boolean isDominated(String touchpoint) {
        return figure(FigureKind.MEAN, Measure.EXPERIENCE, Audience.CUSTOMER, null, touchpoint)
                .flatMap(ClientFigures::estimate)
                .filter(mean -> mean.flags().contains(Flag.DOMINATED.code()))
                .isPresent();
    }

    private Shown mean(Audience audience, Measure measure, String touchpoint, Estimate estimate) {
        if (counts(audience, measure, touchpoint).isPresent()) {
            return new Shown.Exact(estimate.value());
        }
        return roundedMean(estimate.value(), scalePoints);
    }

    /** A mean as fine as a client may have it; at an end of the scale a bound. */
    static Shown roundedMean(double mean, int scalePoints) {
        double rounded = Rounding.points(mean);
        if (rounded >= scalePoints) {
            return new Shown.Bound("≥ " + Rounding.pointsText(scalePoints - 0.5), scalePoints - 0.5);
        }
        return rounded <= 1 ? new Shown.Bound("≤ 1.5", 1.5) : new Shown.Rounded(rounded);
    }

    /** A share in [0, 1] as fine as a client may have it; none or all of a few is a bound. */
    static Shown roundedShare(double share, int answers) {
        double rounded = Rounding.share(share);
        if (answers < FEWEST_FOR_EXTREME_SHARES && rounded == 0) {
            return new Shown.Bound("< 10 %", 0.1);
        }
        if (answers < FEWEST_FOR_EXTREME_SHARES && rounded == 1) {
            return new Shown.Bound("> 90 %", 0.9);
        }
        return new Shown.Rounded(rounded);
    }

    private Shown notEncountered(String touchpoint, Estimate reach) {
        double share = 1 - reach.value();
        if (counts(Audience.CUSTOMER, Measure.EXPERIENCE, touchpoint).isPresent()) {
            return new Shown.Exact(share);
        }
        return roundedShare(share, reach.n());
    }

    private static ShownGap gap(Optional<Figure> figure, Shown minuend, Shown subtrahend) {
        if (figure.isEmpty()) {
            return new ShownGap(NOT_ASKED, NOT_ASKED, NOT_ASKED, null, null);
        }
        String id = figure.get().id();
        Estimate estimate = figure.get().estimate();
        if (estimate == null) {
            return new ShownGap(WITHHELD, WITHHELD, WITHHELD, Verdict.SUPPRESSED, id);
        }
        Optional<Shown> bound = boundOfGap(minuend, subtrahend);
        if (bound.isPresent()) {
            return new ShownGap(bound.get(), WITHHELD, WITHHELD, estimate.verdict(), id);
        }
        boolean exact = minuend instanceof Shown.Exact && subtrahend instanceof Shown.Exact;
        Shown value = exact ? new Shown.Exact(Rounding.withoutNoise(estimate.value())) : rounded(estimate.value());
        return new ShownGap(value, rounded(estimate.low()), rounded(estimate.high()), estimate.verdict(), id);
    }

    /** A gap, or the middle of its range, beside the other side's mean would give away a mean that is only bounded. */
    static Optional<Shown> boundOfGap(Shown minuend, Shown subtrahend) {
        boolean first = minuend instanceof Shown.Bound;
        boolean second = subtrahend instanceof Shown.Bound;
        if (!first && !second) {
            return Optional.empty();
        }
        double edge = Rounding.points(
                minuend.number().orElseThrow() - subtrahend.number().orElseThrow());
        boolean atLeast = first ? isUpper(minuend) : !isUpper(subtrahend);
        boolean undecided = first && second && isUpper(minuend) == isUpper(subtrahend);
        String sign = undecided ? "≈ " : atLeast ? "≥ " : "≤ ";
        return Optional.of(new Shown.Bound(sign + Rounding.gapText(edge), edge));
    }

    private static boolean isUpper(Shown bound) {
        return bound instanceof Shown.Bound atEnd && atEnd.text().startsWith("≥");
    }

    private static Shown rounded(@Nullable Double value) {
        return value == null ? WITHHELD : new Shown.Rounded(Rounding.points(value));
    }

    private static Optional<Estimate> estimate(Figure figure) {
        return Optional.ofNullable(figure.estimate());
    }

    private Optional<Figure> figure(
            FigureKind kind, Measure measure, @Nullable Audience audience, @Nullable Audience team, String touchpoint) {
        return Optional.ofNullable(figures.get(new FigureKey(kind, measure, audience, team, touchpoint, null)));
    }

    private record CountsKey(String touchpoint, Audience audience) {}

    /**
     * A gap with its likely range.
     *
     * @param verdict null where the gap was not asked
     * @param figureId null where the gap was not asked
     */
    public record ShownGap(
            Shown value,
            Shown low,
            Shown high,
            @Nullable Verdict verdict,
            @Nullable String figureId) {

        /** The verdict, where the gap was asked. */
        public Verdict requireVerdict() {
            return Objects.requireNonNull(verdict, "a gap that was not asked has no verdict");
        }
    }
}
