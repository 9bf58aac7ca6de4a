package parallax.answering;

import java.util.List;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** What is said where no form is shown. Only the holder of a link learns that it was used, or that its study has closed. */
final class Notices {

    private static final int OK = 200;
    private static final int NOT_FOUND = ProblemType.NOT_FOUND.status();

    private final AnsweringSettings settings;

    Notices(AnsweringSettings settings) {
        this.settings = settings;
    }

    Reply unknown() {
        return notice(
                        NOT_FOUND,
                        "This link does not lead to a study",
                        "It may have been cut off or changed on the way. Open it once more from the mail, or copy the whole line.",
                        "If the study has ended, its links were taken away for good. Answers sent before are received.")
                .asMiss();
    }

    /** For a link that takes no answers. */
    Reply of(Receipt refusal) {
        return switch (refusal) {
            case RECEIVED, ALREADY_RECEIVED -> received();
            case CLOSED -> closed();
            case UNKNOWN, EMPTY -> unknown();
        };
    }

    private Reply received() {
        return notice(
                OK,
                "Thank you. Your answers are received.",
                "This link is used up: if you came back to it, your answers were already received and nothing was added.",
                "Nobody, including you, can open them again. They are counted together with those of others, and the"
                        + " results are made when the study has closed.");
    }

    /** Who has answered is forgotten when a wave closes, so the page must be true for both. */
    private Reply closed() {
        return notice(
                NOT_FOUND,
                "This study has closed",
                "If you sent your answers before: thank you, they were received and count.",
                "If you did not press “Send my answers”, nothing you marked was sent, and it is deleted. The study takes no"
                        + " more answers.");
    }

    Reply refused(RefusedException refusal) {
        return notice(
                refusal.type().status(), "Error: " + refusal.type().title(), String.valueOf(refusal.getMessage()));
    }

    private Reply notice(int status, String heading, String... sentences) {
        return Reply.show(status, context -> new NoticePage(context, settings, heading, List.of(sentences)));
    }
}
