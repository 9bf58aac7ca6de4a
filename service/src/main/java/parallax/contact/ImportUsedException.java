package parallax.contact;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** An import whose people have been invited. */
final class ImportUsedException extends RefusedException {

    private static final long serialVersionUID = 1;

    ImportUsedException() {
        super(
                ProblemType.CONFLICT,
                "People of this import have been invited already, so it cannot be undone. Remove single people instead.");
    }
}
