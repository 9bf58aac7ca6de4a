package parallax.study;

import java.util.List;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Settings that figures rest on, after the first launch or import. */
public final class SettingsFrozenException extends RefusedException {

    public SettingsFrozenException(List<InputError> errors) {
        super(
                ProblemType.CONFLICT,
                "A wave of this engagement was launched or imported: the settings its figures rest on cannot change any more."
                        + " For other settings make a new engagement.",
                errors);
    }
}
