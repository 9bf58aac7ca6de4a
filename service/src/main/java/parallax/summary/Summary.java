package parallax.summary;

import java.util.List;

/**
 * The perception-gap summary of a wave as it is printed: sentences and numbers already rounded for the client.
 *
 * @param headline the finding in one or two sentences
 * @param trustLine who answered, and what is never shown
 * @param wideChart SVG, trusted: every text in it was escaped
 * @param narrowChart the same, redrawn for phones
 * @param notes what a reader of the table must know
 * @param workbooks that this wave has
 */
public record Summary(
        String client,
        String wave,
        String engagement,
        String engagementUrl,
        String waveUrl,
        boolean sample,
        String headline,
        String trustLine,
        String wideChart,
        String narrowChart,
        List<TableRow> table,
        List<String> teams,
        List<String> notes,
        List<Workbook> workbooks,
        String method) {

    public Summary {
        table = List.copyOf(table);
        teams = List.copyOf(teams);
        notes = List.copyOf(notes);
        workbooks = List.copyOf(workbooks);
    }

    /** A link to a team's workbook. */
    public record Workbook(String label, String url) {}

    /**
     * One touchpoint in the table.
     *
     * @param experience the customers' mean with its likely range, or {@code [c]}
     * @param importance the customers' mean, {@code [c]} or "not asked"
     * @param met share who met it
     * @param teams one cell for each team of the summary, in its order
     */
    public record TableRow(
            String touchpoint,
            String owner,
            String answers,
            String experience,
            String importance,
            String met,
            List<TeamCell> teams) {

        public TableRow {
            teams = List.copyOf(teams);
        }
    }

    /**
     * A team's view of one touchpoint.
     *
     * @param believes what the team believes customers give it
     * @param difference with its likely range
     * @param clear whether the difference may be claimed; else it is printed in grey
     */
    public record TeamCell(String believes, String difference, String verdict, boolean clear) {}
}
