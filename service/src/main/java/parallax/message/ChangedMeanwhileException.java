package parallax.message;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Somebody else changed a text after it was opened here. */
final class ChangedMeanwhileException extends RefusedException {

    private final transient MessageText theirs;

    ChangedMeanwhileException(MessageText theirs) {
        super(ProblemType.CHANGED_MEANWHILE, ProblemType.CHANGED_MEANWHILE.detail());
        this.theirs = theirs;
    }

    MessageText theirs() {
        return theirs;
    }
}
