package parallax.intake;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** An import whose people have been written to, or are about to be. */
final class ImportUsedException extends RefusedException {

    private static final long serialVersionUID = 1;

    private ImportUsedException(String detail) {
        super(ProblemType.CONFLICT, detail);
    }

    static ImportUsedException mailed() {
        return new ImportUsedException(
                "Mails to people of this import have left, so it cannot be undone. Remove single people instead.");
    }

    static ImportUsedException invited() {
        return new ImportUsedException(
                "People of this import are invited to a wave. Cancel its launch while its mails wait, then undo the import; afterwards remove single people instead.");
    }
}
