package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.answering.Admission.Admitted;
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

    Reply unknown(Texts texts) {
        return notice(
                        NOT_FOUND,
                        texts,
                        texts.get("unknown.title"),
                        texts.get("unknown.cut"),
                        texts.get("unknown.newer"),
                        texts.get("unknown.ended"))
                .asMiss();
    }

    /** Why a link is not let in; empty: it is. */
    Optional<Reply> refusal(Optional<Admitted> found, Visit visit) {
        if (found.isEmpty()) {
            return Optional.of(unknown(Texts.inFirstOf(visit.languages())));
        }
        Admitted admitted = found.get();
        return admitted.open()
                ? Optional.empty()
                : Optional.of(of(Receipt.of(admitted.standing()), Texts.in(admitted.language())));
    }

    /** For a link that takes no answers. */
    Reply of(Receipt refusal, Texts texts) {
        return switch (refusal) {
            case RECEIVED, ALREADY_RECEIVED -> received(NOT_FOUND, texts, List.of());
            case CLOSED -> closed(texts);
            case UNKNOWN, EMPTY -> unknown(texts);
        };
    }

    /**
     * For whoever has just sent a form, or sends it once more.
     *
     * @param next what happens next, a sentence each
     */
    Reply thanks(Texts texts, List<String> next) {
        return received(OK, texts, next);
    }

    private Reply received(int status, Texts texts, List<String> next) {
        List<String> sentences = new ArrayList<>(List.of(texts.get("thanks.used"), texts.get("thanks.counted")));
        sentences.addAll(next);
        sentences.add(texts.get("thanks.close_page"));
        return notice(status, texts, texts.get("thanks.title"), sentences.toArray(String[]::new));
    }

    /** Who has answered is forgotten when a wave closes, so the page must be true for both. */
    private Reply closed(Texts texts) {
        return notice(
                NOT_FOUND,
                texts,
                texts.get("closed.title"),
                texts.get("closed.sent"),
                texts.get("closed.not_sent", "button", texts.get("review.send")));
    }

    /** For a form that no page of ours sent. */
    Reply refused(RefusedException refusal, Texts texts) {
        String title = texts.get("title.error", "title", texts.get("refused." + kind(refusal) + ".title"));
        String text = switch (refusal.type()) {
            case TOO_LARGE -> texts.get("refused.too_large.text", "kilobytes", PostedForm.MOST_BYTES / 1024);
            case MALFORMED -> texts.get("refused.malformed.text");
            default -> String.valueOf(refusal.getMessage());
        };
        return notice(refusal.type().status(), texts, title, text);
    }

    Reply noPage(Texts texts) {
        String title = texts.get("title.error", "title", texts.get("refused.invalid.title"));
        return notice(ProblemType.INVALID.status(), texts, title, texts.get("refused.no_page.text"));
    }

    private static String kind(RefusedException refusal) {
        return switch (refusal.type()) {
            case TOO_LARGE -> "too_large";
            case MALFORMED -> "malformed";
            default -> "invalid";
        };
    }

    Reply named(Texts texts) {
        return notice(OK, texts, texts.get("not_me.done.title"), texts.get("not_me.done.text"));
    }

    private Reply notice(int status, Texts texts, String heading, String... sentences) {
        return Reply.show(status, context -> new NoticePage(context, settings, texts, heading, List.of(sentences)));
    }
}
