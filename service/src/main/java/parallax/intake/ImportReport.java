package parallax.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;

/**
 * What became of a file of people; the four counts together are its rows.
 *
 * @param ready new people, written
 * @param updated people known before, with something changed
 * @param duplicates rows that say nothing new, or say more of a person for whom an earlier row stands (then a problem tells both)
 * @param rejected rows not written, for one or more problems
 * @param stopped of the rejected: people who asked not to be written to; absent when there are none
 * @param problems the first 200, with row, column, value and what is wrong; also columns that are not known
 * @param importId names the import, to undo it; absent when nothing was to be written
 */
public record ImportReport(
        int ready,
        int updated,
        int duplicates,
        int rejected,
        @Nullable Integer stopped,
        List<InputError> problems,
        @Nullable UUID importId) {

    public ImportReport {
        problems = List.copyOf(problems);
    }

    static ImportReport of(Counts counts, List<InputError> problems, @Nullable UUID importId) {
        return new ImportReport(
                counts.ready(),
                counts.updated(),
                counts.duplicates(),
                counts.rejected(),
                counts.stopped() == 0 ? null : counts.stopped(),
                problems,
                importId);
    }
}
