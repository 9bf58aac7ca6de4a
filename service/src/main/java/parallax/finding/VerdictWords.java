package parallax.finding;

import java.util.EnumMap;
import java.util.Map;

/** The words of a verdict (METHOD.md §11), the same on page, workbook, deck and API. */
public final class VerdictWords {

    private static final Map<FigureKind, Decided> DECIDED = new EnumMap<>(Map.of(
            FigureKind.PERCEPTION_GAP,
            new Decided(
                    "Overestimated",
                    "Underestimated strength",
                    "Seen alike",
                    "Probably overestimated",
                    "Probably underestimated"),
            FigureKind.PRIORITY_GAP,
            new Decided(
                    "Importance overestimated",
                    "Importance underestimated",
                    "Seen alike",
                    "Importance probably overestimated",
                    "Importance probably underestimated"),
            FigureKind.ALIGNMENT_GAP,
            new Decided(
                    "Sales rates it higher",
                    "Marketing rates it higher",
                    "Seen alike",
                    "Sales probably rates it higher",
                    "Marketing probably rates it higher"),
            FigureKind.SERVICE_GAP,
            new Decided(
                    "Falls short of its importance",
                    "Exceeds its importance",
                    "Delivered as important as it is",
                    "Probably falls short of its importance",
                    "Probably exceeds its importance"),
            FigureKind.TREND,
            new Decided("Up", "Down", "Unchanged", "Probably up", "Probably down")));

    private VerdictWords() {}

    /**
     * What a verdict says of a gap, such as "Overestimated".
     *
     * @throws IllegalArgumentException for kinds that carry no verdict
     */
    public static String words(FigureKind kind, Verdict verdict) {
        return switch (verdict) {
            case SUPPRESSED -> "Too few answers";
            case NOT_COMPARABLE -> "Not comparable";
            case TOO_WIDE -> "Can't tell yet (too few answers for this spread)";
            case NO_EVIDENCE -> "Can't tell yet";
            default -> decided(kind, verdict);
        };
    }

    /** Glyph and words, such as "▲ Overestimated". */
    public static String labelled(FigureKind kind, Verdict verdict) {
        return verdict.glyph() + " " + words(kind, verdict);
    }

    /**
     * A perception gap from the customers' side: "1.1 lower than Sales expected".
     *
     * @param gap team minus customers, scale points
     */
    public static String againstExpectation(String team, double gap) {
        double rounded = Rounding.points(gap);
        return rounded == 0
                ? "as %s expected".formatted(team)
                : "%s %s than %s expected"
                        .formatted(Rounding.pointsText(Math.abs(gap)), rounded > 0 ? "lower" : "higher", team);
    }

    private static String decided(FigureKind kind, Verdict verdict) {
        Decided words = DECIDED.get(kind);
        if (words == null) {
            throw new IllegalArgumentException(kind.code() + " carries no verdict");
        }
        return switch (verdict) {
            case CLEAR_ABOVE -> words.above;
            case CLEAR_BELOW -> words.below;
            case ALIGNED -> words.aligned;
            case LEANING_ABOVE -> words.maybeAbove;
            case LEANING_BELOW -> words.maybeBelow;
            case SUPPRESSED, TOO_WIDE, NO_EVIDENCE, NOT_COMPARABLE ->
                throw new IllegalArgumentException(verdict.code());
        };
    }

    /** What is said of a gap where something is. */
    private record Decided(String above, String below, String aligned, String maybeAbove, String maybeBelow) {}
}
