package parallax.answering;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

final class TooMuchPostedException extends RefusedException {

    TooMuchPostedException() {
        super(
                ProblemType.TOO_LARGE,
                "A page of answers may hold %d KB. Open your link again and mark your answers there."
                        .formatted(PostedForm.MOST_BYTES / 1024));
    }
}
