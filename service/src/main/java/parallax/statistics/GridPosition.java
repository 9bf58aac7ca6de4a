package parallax.statistics;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an item stands in the importance–performance grid (METHOD.md §6).
 *
 * @param importance mean of persons who rated both measures, in scale points
 * @param experience mean of the same persons, in scale points
 * @param aboveImportanceLine distance of importance to its line, over 0 if above
 * @param aboveExperienceLine distance of experience to its line, over 0 if above
 */
public record GridPosition(
        double importance, double experience, Difference aboveImportanceLine, Difference aboveExperienceLine) {

    /** A mean that misses its line by less has met it but for rounding. */
    private static final double ROUNDING = 1e-12;

    /** The field by the items' own lines, which put something into each half; a mean on a line counts as high. */
    public Quadrant quadrant() {
        return Quadrant.of(aboveImportanceLine.value() >= -ROUNDING, aboveExperienceLine.value() >= -ROUNDING);
    }

    /**
     * The field by the middle of the scale, {@code (K+1)/2}; a mean on it counts as high.
     *
     * @param scalePoints K
     */
    public Quadrant quadrantAtMidpoint(int scalePoints) {
        double middle = (scalePoints + 1) / 2.0;
        return Quadrant.of(importance >= middle - ROUNDING, experience >= middle - ROUNDING);
    }

    /**
     * The fields whose sides the intervals of both distances do not rule out, {@link #quadrant()} among them.
     *
     * @param confidence of each interval in (0, 1); 0.90 by METHOD.md
     * @return 1, 2 or 4 fields
     * @throws IllegalArgumentException if confidence is outside
     */
    public Set<Quadrant> possibleQuadrants(double confidence) {
        boolean importanceFirm = isFirm(aboveImportanceLine, confidence);
        boolean experienceFirm = isFirm(aboveExperienceLine, confidence);
        Set<Quadrant> possible = EnumSet.of(quadrant());
        boolean important = aboveImportanceLine.value() >= -ROUNDING;
        boolean wellExperienced = aboveExperienceLine.value() >= -ROUNDING;
        if (!importanceFirm) {
            possible.add(Quadrant.of(!important, wellExperienced));
        }
        if (!experienceFirm) {
            possible.add(Quadrant.of(important, !wellExperienced));
        }
        if (!importanceFirm && !experienceFirm) {
            possible.add(Quadrant.of(!important, !wellExperienced));
        }
        return possible;
    }

    /**
     * Whether the intervals of both distances exclude 0; else the item is borderline.
     *
     * @param confidence of each interval in (0, 1); 0.90 by METHOD.md
     * @throws IllegalArgumentException if confidence is outside
     */
    public boolean isFirm(double confidence) {
        return possibleQuadrants(confidence).size() == 1;
    }

    private static boolean isFirm(Difference distance, double confidence) {
        if (!distance.hasVariance()) {
            return false;
        }
        Interval interval = distance.interval(confidence);
        return interval.low() > ROUNDING || interval.high() < -ROUNDING;
    }

    /** Whether importance exceeds experience: the side of the diagonal that falls short. */
    public boolean isBelowDiagonal() {
        return importance - experience > ROUNDING;
    }
}
