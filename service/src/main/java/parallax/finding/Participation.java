package parallax.finding;

import org.jspecify.annotations.Nullable;

/**
 * How many of an audience took part.
 *
 * @param responses complete and partial responses, those that figures stand on
 * @param breakOffs responses dropped because fewer than half of the questions were answered
 * @param accounts accounts with at least one response; for teams equal to {@code responses}
 * @param people invited, or size of the team; null: unknown (answers gathered elsewhere without a frame)
 */
public record Participation(
        int responses,
        int breakOffs,
        int accounts,
        @Nullable Integer people) {}
