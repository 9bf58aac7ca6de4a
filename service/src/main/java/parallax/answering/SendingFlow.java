package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Found;
import parallax.answering.DraftService.Opened;
import parallax.answering.QuestionPage.Mood;
import parallax.web.ProblemType;

/** The last step of a respondent: what is asked of us besides is read, the answers are sealed, and what comes next is said. */
final class SendingFlow {

    private final Admission admission;
    private final DraftService drafts;
    private final SubmitService submits;
    private final AskedForms forms;
    private final AnsweringSettings settings;
    private final Notices notices;

    SendingFlow(
            Admission admission,
            DraftService drafts,
            SubmitService submits,
            AskedForms forms,
            AnsweringSettings settings) {
        this.admission = admission;
        this.drafts = drafts;
        this.submits = submits;
        this.forms = forms;
        this.settings = settings;
        this.notices = new Notices(settings);
    }

    Reply send(LinkToken token, PostedForm posted, Visit visit) {
        String language = posted.single(WishReader.LANGUAGE).orElse("");
        Texts texts = language.isEmpty() ? Texts.inFirstOf(visit.languages()) : Texts.in(language);
        WishReader.Reading wish = WishReader.read(texts, posted);
        if (!wish.errors().isEmpty()) {
            return again(token, wish, visit, texts);
        }
        SubmitService.Outcome outcome = submits.submitDraft(token, kept -> wish.wish());
        return switch (outcome.receipt()) {
            case RECEIVED -> notices.thanks(texts, next(outcome, texts, wish.wish()));
            case ALREADY_RECEIVED -> notices.thanks(texts, next(outcome, texts, Wish.NONE));
            case CLOSED, UNKNOWN -> notices.of(outcome.receipt(), texts);
            case EMPTY -> nothingToSend(token, posted, wish.wish(), visit.device());
        };
    }

    /** What happens next. */
    private List<String> next(SubmitService.Outcome outcome, Texts texts, Wish kept) {
        List<String> sentences = new ArrayList<>();
        outcome.admitted()
                .flatMap(admitted -> forms.closing(forms.of(admitted, texts.language())))
                .ifPresent(sentences::add);
        boolean asked = outcome.admitted()
                .filter(admitted -> !admitted.audience().isTeam())
                .isPresent();
        if (asked && kept.results()) {
            sentences.add(texts.get("results.done"));
        }
        if (asked && !kept.contact().isEmpty()) {
            sentences.add(texts.get("wish.done"));
        }
        return sentences;
    }

    /** What was typed besides waits for the answers. */
    private Reply nothingToSend(LinkToken token, PostedForm posted, Wish wish, Device device) {
        drafts.alone(
                        token,
                        held -> held.admitted().filter(Admitted::open).filter(admitted -> {
                            AskedForm asked = forms.of(admitted);
                            Found kept = held.draft(asked);
                            if (kept.draft().wish().equals(wish)) {
                                return false;
                            }
                            held.save(asked, kept.draft().withWish(wish));
                            return kept.state() == DraftService.State.NONE;
                        }))
                // not in the draft's transaction: they would share its number
                .ifPresent(admitted -> admission.markStarted(admitted, device));
        String page = posted.single(PageReader.PAGE)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .orElse("1");
        return Reply.seeOther(token, "?page=%s&check=1#open".formatted(page));
    }

    /** The last page once more, with what is wrong on it. */
    private Reply again(LinkToken token, WishReader.Reading wish, Visit visit, Texts texts) {
        Opened opened = drafts.open(token);
        Optional<Admitted> found = opened.admitted();
        Optional<Reply> refusal = notices.refusal(found, visit);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AskedForm asked = forms.of(found.orElseThrow(), texts.language());
        Draft draft = opened.draft(asked).draft().withWish(wish.wish());
        return Reply.show(
                ProblemType.INVALID.status(),
                context -> new ReviewPage(context, settings, asked, draft, Mood.INVALID, wish.errors()));
    }
}
