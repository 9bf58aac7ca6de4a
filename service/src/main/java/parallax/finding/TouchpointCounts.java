package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * Whole-number counts of one touchpoint and audience over the whole wave, for formulas a reader can follow.
 * A measure's counts are null where METHOD.md §9.4 forbids them: fewer than 10 answers, fewer than 3 that
 * differ from the commonest (where all are equal only, their absence would tell just that), or suppressed.
 */
public record TouchpointCounts(
        String touchpoint,
        Audience audience,
        @Nullable MeasureCounts experience,
        @Nullable MeasureCounts importance) {

    /**
     * Counts of one measure.
     *
     * @param answers numeric answers
     * @param sum sum of the ratings
     * @param topTwo answers in the two highest scale points
     * @param notEncountered answers "did not encounter" or "can't judge"
     * @param leftOpen persons who were asked and left it open
     */
    public record MeasureCounts(int answers, long sum, int topTwo, int notEncountered, int leftOpen) {}
}
