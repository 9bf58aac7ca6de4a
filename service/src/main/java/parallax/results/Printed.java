package parallax.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKind;
import parallax.finding.Rounding;

/**
 * A figure with the digits that pages and files print.
 *
 * @param value such as "+1.1" or "33 %"
 * @param range such as "+0.4 to +1.8"; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Printed(String value, @Nullable String range) {

    /** Null for a figure that is not shown or has no number. */
    static @Nullable Printed of(Figure figure) {
        Figure.Estimate estimate = figure.estimate();
        if (estimate == null) {
            return null;
        }
        FigureKind kind = figure.key().kind();
        if (kind == FigureKind.GRID) {
            String quadrant = estimate.text(Field.QUADRANT);
            return quadrant == null
                    ? null
                    : new Printed(quadrant + (estimate.is(Field.FIRM) ? ", firm" : ", borderline"), null);
        }
        Double value = estimate.number(Field.VALUE);
        Double low = estimate.low();
        Double high = estimate.high();
        return value == null
                ? null
                : new Printed(
                        number(kind, value),
                        low == null || high == null || low.equals(high) && kind == FigureKind.TREND
                                ? null
                                : number(kind, low) + " to " + number(kind, high));
    }

    private static String number(FigureKind kind, double value) {
        return switch (kind) {
            case MEAN -> Rounding.pointsText(value);
            case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP, TREND -> Rounding.gapText(value);
            case TOP2, REACH, RESPONSE_RATE -> whole(100 * value) + "\u00a0%";
            case TOP2_GAP -> signed(100 * value) + "\u00a0%";
            case CSAT, CES -> whole(value) + "\u00a0%";
            case RECOMMENDATION -> signed(value);
            case ALIGNMENT_INDEX, PRIORITY, GRID -> whole(value);
        };
    }

    private static String signed(double value) {
        return (Math.round(Rounding.withoutNoise(value)) > 0 ? "+" : "") + whole(value);
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(Rounding.withoutNoise(value))).replace('-', '−');
    }
}
