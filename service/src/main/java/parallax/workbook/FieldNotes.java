package parallax.workbook;

import java.util.List;
import java.util.Optional;
import parallax.nomination.Nomination;
import parallax.study.AnswerModes;
import parallax.study.WaveChange;

/**
 * What the method sheet tells of the field.
 *
 * @param changes what was changed in the wave while it was answered, oldest first
 * @param modes how the customers answered; empty where it is not known or may not be told
 * @param nomination how the customers were chosen; empty where nobody recorded it
 */
record FieldNotes(List<WaveChange> changes, Optional<AnswerModes> modes, Optional<Nomination> nomination) {

    FieldNotes {
        changes = List.copyOf(changes);
    }
}
