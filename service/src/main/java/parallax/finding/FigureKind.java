package parallax.finding;

import java.util.Locale;

/** The kinds of METHOD.md §11 that the service computes. */
public enum FigureKind {
    MEAN,
    REACH,
    PERCEPTION_GAP,
    PRIORITY_GAP,
    ALIGNMENT_GAP,
    SERVICE_GAP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a difference, and so carries a verdict. */
    public boolean isGap() {
        return this != MEAN && this != REACH;
    }
}
