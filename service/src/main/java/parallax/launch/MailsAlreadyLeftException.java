package parallax.launch;

import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A launch that cannot be cancelled any more. */
final class MailsAlreadyLeftException extends RefusedException {

    MailsAlreadyLeftException() {
        super(
                ProblemType.CONFLICT,
                "The first mails have left or somebody has begun to answer, so the launch cannot be cancelled any more. Close the wave to end it.");
    }
}
