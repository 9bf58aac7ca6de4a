package parallax.finding;

import java.util.List;

/**
 * What a release would show, and why it may not be.
 *
 * @param figures as a client may read them
 * @param cells every group a number of which is among them
 * @param offences empty if it may be released
 */
public record ReleaseDraft(
        Findings findings, List<ReleasedFigure> figures, List<ReleasedCell> cells, List<Offence> offences) {

    public ReleaseDraft {
        figures = List.copyOf(figures);
        cells = List.copyOf(cells);
        offences = List.copyOf(offences);
    }

    /** A group that stands in the way. */
    public record Offence(ReleasedCell cell, Reason reason) {}

    /** Why a group offends. */
    public enum Reason {
        /** Other people stand in it than when it was released. */
        CHANGED,
        /** With earlier releases, a number about too few follows. */
        FOLLOWS
    }
}
