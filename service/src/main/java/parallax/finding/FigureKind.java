package parallax.finding;

import java.util.Locale;

/** The kinds of figures (METHOD.md §11). */
public enum FigureKind {
    MEAN,
    TOP2,
    REACH,
    PERCEPTION_GAP,
    PRIORITY_GAP,
    ALIGNMENT_GAP,
    SERVICE_GAP,
    TOP2_GAP,
    RECOMMENDATION,
    CSAT,
    CES,
    TREND,
    ALIGNMENT_INDEX,
    PRIORITY,
    GRID,
    RESPONSE_RATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a difference that is tested, and so carries a verdict. */
    public boolean isGap() {
        return switch (this) {
            case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP, TREND -> true;
            case MEAN,
                    TOP2,
                    REACH,
                    TOP2_GAP,
                    RECOMMENDATION,
                    CSAT,
                    CES,
                    ALIGNMENT_INDEX,
                    PRIORITY,
                    GRID,
                    RESPONSE_RATE -> false;
        };
    }

    /** Whether it stands on one measure, and tells which. */
    public boolean hasMeasure() {
        return switch (this) {
            case MEAN, TOP2, REACH, PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, TOP2_GAP, TREND, ALIGNMENT_INDEX ->
                true;
            case SERVICE_GAP, RECOMMENDATION, CSAT, CES, PRIORITY, GRID, RESPONSE_RATE -> false;
        };
    }
}
