package parallax.workbook;

import java.util.List;
import java.util.Optional;
import parallax.study.AnswerModes;
import parallax.study.WaveChange;

/**
 * What the method sheet tells of the field.
 *
 * @param changes what was changed in the wave while it was answered, oldest first
 * @param modes how the customers answered; empty where it is not known or may not be told
 */
record FieldNotes(List<WaveChange> changes, Optional<AnswerModes> modes) {

    FieldNotes {
        changes = List.copyOf(changes);
    }
}
