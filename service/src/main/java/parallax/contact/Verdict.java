package parallax.contact;

import java.util.List;

/**
 * What becomes of one row of a file.
 *
 * @param problems why it was rejected, or why it was left out as a duplicate that says something else; empty otherwise
 * @param warnings what to look at twice, though the row is taken
 */
public record Verdict(Outcome outcome, List<Wrong> problems, List<Wrong> warnings) {

    public Verdict {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static Verdict of(Outcome outcome) {
        return new Verdict(outcome, List.of(), List.of());
    }

    /** What can become of a row. */
    public enum Outcome {
        /** A new person. */
        READY,
        /** A person known before, with something changed. */
        UPDATED,
        /** Says nothing new, or an earlier row of the file stands for the same person. */
        DUPLICATE,
        REJECTED,
        /** Rejected, as this person asked not to be written to: counted, never listed. */
        STOPPED
    }
}
