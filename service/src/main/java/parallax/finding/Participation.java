package parallax.finding;

import org.jspecify.annotations.Nullable;

/**
 * How many of an audience took part, and how completely (METHOD.md §1).
 *
 * @param responses complete and partial responses, those that figures stand on
 * @param breakOffs responses dropped because fewer than half of the questions were answered
 * @param accounts accounts with at least one response; for teams equal to {@code responses}
 * @param people invited, or size of the team; null: unknown (answers gathered elsewhere without a frame)
 * @param complete those of {@code responses} with at least 80 % of the questions answered
 * @param partial the other {@code responses}
 * @param straightLined those of {@code responses} that gave at least eight ratings and all of them alike
 * @param removed straight-lined responses that were given too fast as well; 0 as long as no duration is kept beside answers
 */
public record Participation(
        int responses,
        int breakOffs,
        int accounts,
        @Nullable Integer people,
        int complete,
        int partial,
        int straightLined,
        int removed) {

    /** Everybody who took part answered completely. */
    public Participation(int responses, int breakOffs, int accounts, @Nullable Integer people) {
        this(responses, breakOffs, accounts, people, responses, 0, 0, 0);
    }

    static Participation of(Panel panel, @Nullable Integer people) {
        Panel.Quality quality = panel.quality();
        return new Participation(
                panel.people(),
                quality.breakOffs(),
                panel.sources(),
                people,
                quality.complete(),
                panel.people() - quality.complete(),
                quality.straightLined(),
                0);
    }
}
