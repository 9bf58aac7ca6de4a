package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey.Segment;
import parallax.questionnaire.Audience;

/**
 * A group whose number was released, as the ledger remembers it.
 *
 * @param question what they were asked: {@code experience}, {@code importance}, {@code pairs} for those who gave both, or the
 *     kind of a score
 * @param touchpoint null for scores
 * @param segment null for the total
 * @param n persons with a number
 * @param fingerprint SHA-256, in hex, over the sorted ids of their responses: tells whether the group is the same, not who is
 *     in it
 */
public record ReleasedCell(
        Audience audience,
        String question,
        @Nullable String touchpoint,
        @Nullable Segment segment,
        int n,
        String fingerprint) {}
