package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Distribution;
import parallax.disclosure.Suppression;
import parallax.finding.ClientTable.Question;
import parallax.finding.Figure.Estimate;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/** Turns a wave's figures into those a client may have. */
final class ReleasedFigures {

    private static final double PERCENT = 100;

    private final Findings findings;
    private final FieldedWave wave;
    private final ClientTables tables;
    private final Map<FigureKey, Figure> byKey;
    private final Map<FigureKey.Segment, Place> places = new HashMap<>();

    private ReleasedFigures(Findings findings, FieldedWave wave, ClientTables tables) {
        this.findings = findings;
        this.wave = wave;
        this.tables = tables;
        byKey = findings.byKey();
        Place.of(wave.segments()).forEach(place -> {
            if (place.segment() != null) {
                places.put(place.segment(), place);
            }
        });
    }

    /** In the order of the findings. */
    static List<ReleasedFigure> of(Findings findings, FieldedWave wave, ClientTables tables, ReleaseScope scope) {
        ReleasedFigures released = new ReleasedFigures(findings, wave, tables);
        return findings.figures().stream()
                .filter(figure -> released.isReleased(figure, scope))
                .map(released::figure)
                .toList();
    }

    /**
     * Of segments means and gaps only: beside a band, a share to 0.01 would give the number of persons away. A weighted figure
     * tells of persons in other shares than the tables do. A change tells the earlier wave's mean: only where that is released.
     */
    private boolean isReleased(Figure figure, ReleaseScope scope) {
        FigureKey key = figure.key();
        if (FigureKey.WEIGHTED.equals(key.variant())
                || (key.kind() == FigureKind.TREND && !isChangeOfToldMean(figure, scope))) {
            return false;
        }
        if (key.segment() == null) {
            return true;
        }
        return scope.variables().contains(key.segment().variable())
                && switch (key.kind()) {
                    case MEAN, PERCEPTION_GAP, PRIORITY_GAP, SERVICE_GAP, TREND -> true;
                    case TOP2,
                            REACH,
                            TOP2_GAP,
                            RECOMMENDATION,
                            CSAT,
                            CES,
                            ALIGNMENT_GAP,
                            ALIGNMENT_INDEX,
                            PRIORITY,
                            GRID,
                            RESPONSE_RATE -> false;
                };
    }

    private boolean isChangeOfToldMean(Figure figure, ReleaseScope scope) {
        FieldedWave before = wave.previous();
        FigureKey key = figure.key();
        Estimate estimate = figure.estimate();
        return before != null
                && key.audience() != null
                && (estimate == null || estimate.number(Field.VALUE) != null)
                && scope.told()
                        .getOrDefault(before.wave().id(), Set.of())
                        .contains(
                                FigureKey.mean(key.measure(), key.audience(), key.requireTouchpoint(), key.segment()));
    }

    private ReleasedFigure figure(Figure figure) {
        Suppression suppression = suppression(figure);
        Estimate estimate = figure.estimate();
        return suppression != null || estimate == null
                ? numberless(figure, suppression)
                : numbered(figure, estimate, shown(figure.key(), estimate));
    }

    private ReleasedFigure numberless(Figure figure, @Nullable Suppression suppression) {
        return new ReleasedFigureBuilder(figure).suppressed(suppression).build();
    }

    private ReleasedFigure numbered(Figure figure, Estimate estimate, Shown shown) {
        boolean exact = figure.key().segment() == null && !isOfPairs(figure.key());
        ReleasedFigureBuilder told = new ReleasedFigureBuilder(figure).shown(shown, estimate);
        told.sizes(exact, estimate.number(Field.N), estimate.number(Field.CUSTOMERS));
        // without spread in the answers a range of no width would look like certainty
        boolean hasRange = !estimate.flags().contains(Flag.NO_SPREAD.code());
        if (figure.key().kind().isGap() && shown instanceof Shown.Rounded && hasRange) {
            told.range(estimate.low(), estimate.high());
        }
        return told.distribution(distribution(figure.key())).build();
    }

    private static boolean isOfPairs(FigureKey key) {
        return switch (key.kind()) {
            case SERVICE_GAP, PRIORITY, GRID -> true;
            default -> false;
        };
    }

    /** What everyone is not shown, what clients are not, and shares of a few or of answers that are nearly all the same. */
    private @Nullable Suppression suppression(Figure figure) {
        if (figure.suppressed() != null) {
            return figure.suppressed();
        }
        Place place = place(figure.key());
        boolean ofShares = tellsShares(figure.key().kind());
        for (ClientTable table : standsOn(figure.key())) {
            Suppression suppression = table.suppression(place);
            if (suppression != null) {
                return suppression;
            }
            if (ofShares && !table.cell(place).tellsShares()) {
                return Suppression.EXTREME;
            }
        }
        FigureKey key = figure.key();
        if (key.kind() == FigureKind.TREND
                && key.audience() != null
                && mean(key.audience(), key.measure(), key) instanceof Shown.Bound) {
            return Suppression.EXTREME;
        }
        // A score at its end, or a place in the grid, would give a mean away that is only bounded.
        boolean ofMeans =
                figure.key().kind() == FigureKind.PRIORITY || figure.key().kind() == FigureKind.GRID;
        return ofMeans && bound(figure.key()).isPresent() ? Suppression.EXTREME : null;
    }

    private static boolean tellsShares(FigureKind kind) {
        return switch (kind) {
            case TOP2, TOP2_GAP, RECOMMENDATION, CSAT, CES -> true;
            case MEAN,
                    REACH,
                    PERCEPTION_GAP,
                    PRIORITY_GAP,
                    ALIGNMENT_GAP,
                    SERVICE_GAP,
                    TREND,
                    ALIGNMENT_INDEX,
                    PRIORITY,
                    GRID,
                    RESPONSE_RATE -> false;
        };
    }

    private int[] onScale(int[] ratings) {
        return Arrays.copyOfRange(ratings, 1, wave.scalePoints() + 1);
    }

    private Place place(FigureKey key) {
        FigureKey.Segment segment = key.segment();
        return segment == null ? Place.ALL : places.getOrDefault(segment, Place.ALL);
    }

    private List<ClientTable> standsOn(FigureKey key) {
        if (key.touchpoint() == null) {
            return table(key.audience(), key.kind().code(), Question.OF_NO_TOUCHPOINT).stream()
                    .toList();
        }
        int item = findings.questionnaire().positionOf(key.touchpoint());
        String measure = key.measure().code();
        List<Optional<ClientTable>> sides = switch (key.kind()) {
            case MEAN, TOP2, REACH, TREND -> List.of(table(key.audience(), measure, item));
            case PERCEPTION_GAP, PRIORITY_GAP ->
                List.of(table(key.team(), measure, item), table(Audience.CUSTOMER, measure, item));
            case TOP2_GAP ->
                key.team() == null
                        ? teams(measure, item)
                        : List.of(table(key.team(), measure, item), table(Audience.CUSTOMER, measure, item));
            case ALIGNMENT_GAP -> teams(measure, item);
            case SERVICE_GAP, PRIORITY, GRID ->
                List.of(
                        table(Audience.CUSTOMER, ClientTables.PAIRS, item),
                        table(Audience.CUSTOMER, Measure.IMPORTANCE.code(), item),
                        table(Audience.CUSTOMER, Measure.EXPERIENCE.code(), item));
            case RECOMMENDATION, CSAT, CES, ALIGNMENT_INDEX, RESPONSE_RATE -> List.of();
        };
        return sides.stream().flatMap(Optional::stream).toList();
    }

    private List<Optional<ClientTable>> teams(String measure, int item) {
        return List.of(table(Audience.SALES, measure, item), table(Audience.MARKETING, measure, item));
    }

    private Optional<ClientTable> table(@Nullable Audience audience, String name, int item) {
        return audience == null ? Optional.empty() : tables.table(audience, name, item);
    }

    private Shown shown(FigureKey key, Estimate estimate) {
        Double value = estimate.number(Field.VALUE);
        if (value == null) {
            return new Shown.Withheld();
        }
        Double answers = estimate.number(Field.N);
        int n = answers == null ? Integer.MAX_VALUE : answers.intValue();
        return switch (key.kind()) {
            case MEAN -> ClientFigures.roundedMean(value, wave.scalePoints());
            case TOP2, REACH, RESPONSE_RATE -> ClientFigures.roundedShare(value, n);
            case CSAT, CES -> ClientFigures.roundedShare(value / PERCENT, n);
            case TOP2_GAP -> new Shown.Rounded(Rounding.share(value));
            case RECOMMENDATION, ALIGNMENT_INDEX, PRIORITY -> new Shown.Rounded(Math.rint(value) + 0.0);
            case TREND, GRID -> new Shown.Rounded(Rounding.points(value));
            case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP ->
                bound(key).orElseGet(() -> new Shown.Rounded(Rounding.points(value)));
        };
    }

    /** Beside a mean that is only bounded, an exact gap would give the mean away. */
    private Optional<Shown> bound(FigureKey key) {
        Shown first;
        Shown second;
        switch (key.kind()) {
            case SERVICE_GAP, PRIORITY, GRID -> {
                first = mean(Audience.CUSTOMER, Measure.IMPORTANCE, key);
                second = mean(Audience.CUSTOMER, Measure.EXPERIENCE, key);
            }
            case ALIGNMENT_GAP -> {
                first = mean(Audience.SALES, key.measure(), key);
                second = mean(Audience.MARKETING, key.measure(), key);
            }
            default -> {
                first = mean(key.team() == null ? Audience.SALES : key.team(), key.measure(), key);
                second = mean(Audience.CUSTOMER, key.measure(), key);
            }
        }
        return ClientFigures.boundOfGap(first, second);
    }

    private Shown mean(Audience audience, Measure measure, FigureKey gap) {
        FigureKey key = FigureKey.mean(measure, audience, gap.requireTouchpoint(), gap.segment());
        Figure figure = byKey.get(key);
        if (figure == null) {
            figure = byKey.get(FigureKey.mean(measure, audience, gap.requireTouchpoint(), null));
        }
        return figure == null || figure.estimate() == null
                ? new Shown.Withheld()
                : ClientFigures.roundedMean(figure.estimate().value(), wave.scalePoints());
    }

    /** Of totals only: beside a band, shares to 0.01 would give the number of persons away. */
    private @Nullable List<Double> distribution(FigureKey key) {
        if (key.kind() != FigureKind.MEAN || key.segment() != null || key.touchpoint() == null) {
            return null;
        }
        return standsOn(key).stream()
                .findFirst()
                .map(table -> table.cell(Place.ALL).ratings())
                .flatMap(ratings -> Distribution.of(onScale(ratings)))
                .map(ReleasedFigures::shares)
                .orElse(null);
    }

    private static List<Double> shares(int[] counts) {
        double answers = Arrays.stream(counts).sum();
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add(Rounding.share(count / answers));
        }
        return shares;
    }
}
