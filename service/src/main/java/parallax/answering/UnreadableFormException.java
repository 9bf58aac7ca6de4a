package parallax.answering;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

final class UnreadableFormException extends RefusedException {

    private static final String DETAIL =
            "The form that was sent cannot be read. Open your link again and mark your answers there.";

    UnreadableFormException() {
        super(ProblemType.MALFORMED, DETAIL);
    }

    UnreadableFormException(Throwable cause) {
        this();
        initCause(cause);
    }
}
