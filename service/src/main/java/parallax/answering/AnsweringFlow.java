package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Found;
import parallax.answering.DraftService.Held;
import parallax.answering.PageReader.Reading;
import parallax.answering.QuestionPage.Mood;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The way of a respondent through a form: which page comes next, and what is kept on the way. */
final class AnsweringFlow {

    private final Admission admission;
    private final DraftService drafts;
    private final SubmitService submits;
    private final AskedForms forms;
    private final AnsweringSettings settings;
    private final Notices notices;

    AnsweringFlow(
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

    /**
     * Shows a page and changes nothing: mail scanners open every link.
     *
     * @param page number of the page; without a usable one, the first page with an open question
     * @param check whether to point out what is open
     */
    Reply open(String rawToken, @Nullable String page, boolean check) {
        LinkToken token = LinkToken.of(rawToken);
        Optional<Admitted> found = admission.find(token.value());
        if (found.isEmpty()) {
            return notices.unknown();
        }
        if (!found.get().open()) {
            return notices.of(forms.refusalOf(found.get()));
        }
        AskedForm asked = forms.of(found.get());
        Found kept = drafts.find(token, asked);
        Optional<Integer> wanted = PageReader.pageNumber(asked, page);
        int number = wanted.orElseGet(() -> asked.firstOpenPage(kept.draft().answers()));
        Mood mood = check ? Mood.CHECK : mood(kept, wanted.isEmpty());
        return show(asked, number, kept.draft(), mood);
    }

    /** Saves a page of answers, or submits; leads on to where the pressed button says. */
    Reply post(String rawToken, InputStream body) throws IOException {
        PostedForm posted;
        try {
            posted = PostedForm.read(body);
        } catch (RefusedException refusal) {
            return notices.refused(refusal);
        }
        LinkToken token = LinkToken.of(rawToken);
        if (posted.all(PageReader.GO).equals(List.of("submit"))) {
            return submit(token, posted);
        }
        Saved saved = drafts.alone(token, held -> save(token, posted, held));
        // not in the draft's transaction: they would share its number, and that would join a person to a draft
        saved.started().ifPresent(admission::markStarted);
        return saved.reply();
    }

    private Reply submit(LinkToken token, PostedForm posted) {
        List<InputError> errors = PageReader.frameErrors(posted, Set.of());
        if (!errors.isEmpty()) {
            return notices.refused(new InvalidAnswersException(errors.get(0).message(), errors));
        }
        Receipt receipt = submits.submitDraft(token);
        return switch (receipt) {
            case RECEIVED, ALREADY_RECEIVED -> Reply.seeOther(token, "");
            case CLOSED, UNKNOWN -> notices.of(receipt);
            case EMPTY -> Reply.seeOther(token, "?page=%s&check=1#open".formatted(pageOf(posted)));
        };
    }

    private static String pageOf(PostedForm posted) {
        return posted.single(PageReader.PAGE)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .orElse("1");
    }

    private Saved save(LinkToken token, PostedForm posted, Held held) {
        Optional<Admitted> found = admission.find(token.value());
        if (found.isEmpty()) {
            return Saved.nothing(notices.unknown());
        }
        if (!found.get().open()) {
            return Saved.nothing(notices.of(forms.refusalOf(found.get())));
        }
        AskedForm asked = forms.of(found.get());
        Optional<Integer> page = PageReader.page(asked, posted);
        if (page.isEmpty()) {
            return Saved.nothing(notices.refused(new RefusedException(
                    ProblemType.INVALID, "The form did not say which of its pages was sent. Open your link again.")));
        }
        if (page.get() > asked.questionPages()) {
            return Saved.nothing(Reply.seeOther(token, "?page=" + page.get()));
        }
        Found kept = held.draft(asked);
        Reading reading =
                PageReader.read(asked, page.get(), posted, kept.draft().answers());
        return refusal(asked, kept.draft(), reading)
                .map(Saved::nothing)
                .orElseGet(() -> keep(token, asked, kept, reading, held, found.get()));
    }

    private Optional<Reply> refusal(AskedForm asked, Draft kept, Reading reading) {
        if (!reading.errors().isEmpty()) {
            return Optional.of(again(ProblemType.INVALID, asked, kept, reading, Mood.INVALID));
        }
        boolean older = reading.version() < kept.version(reading.page());
        return older && differ(reading.answers(), kept.answers())
                ? Optional.of(again(ProblemType.CONFLICT, asked, kept, reading, Mood.CHANGED))
                : Optional.empty();
    }

    private Reply again(ProblemType type, AskedForm asked, Draft kept, Reading reading, Mood mood) {
        // an invalid page was not told of another window's save, so it keeps the version it came with
        int version = mood == Mood.INVALID ? reading.version() : kept.version(reading.page());
        QuestionPage.State state =
                new QuestionPage.State(asked, reading.page(), reading.answers(), version, mood, reading.errors());
        return Reply.show(type.status(), context -> new QuestionPage(context, settings, state));
    }

    private Saved keep(LinkToken token, AskedForm asked, Found kept, Reading reading, Held held, Admitted admitted) {
        int page = reading.page();
        Draft draft = kept.draft();
        if (differ(reading.answers(), draft.answers())) {
            draft = draft.withPage(page, reading.answers());
        }
        boolean stay = reading.go().equals("continue")
                && !draft.isChecked(page)
                && !asked.openQuestions(page, draft.answers()).isEmpty();
        if (stay) {
            draft = draft.withChecked(page);
        }
        held.save(asked, draft);
        Reply next = Reply.seeOther(token, stay ? "?page=%d&check=1#open".formatted(page) : next(reading));
        return new Saved(next, kept.state() == DraftService.State.NONE ? Optional.of(admitted) : Optional.empty());
    }

    private static String next(Reading reading) {
        int page = reading.page();
        if (reading.go().startsWith(PageReader.CLEAR)) {
            return "?page=%d#q-%s".formatted(page, reading.go().substring(PageReader.CLEAR.length()));
        }
        return "?page=" + (reading.go().equals("back") ? Math.max(1, page - 1) : page + 1);
    }

    private static boolean differ(Answers one, Answers other) {
        return !Arrays.equals(one.experience(), other.experience())
                || !Arrays.equals(one.importance(), other.importance());
    }

    private static Mood mood(Found kept, boolean cameByLink) {
        return switch (kept.state()) {
            case NONE -> Mood.PLAIN;
            case KEPT -> cameByLink ? Mood.WELCOME : Mood.PLAIN;
            case UNREADABLE -> Mood.UNREADABLE;
        };
    }

    private Reply show(AskedForm asked, int page, Draft draft, Mood mood) {
        if (page == asked.parts()) {
            return Reply.show(200, context -> new ReviewPage(context, settings, asked, draft.answers(), mood));
        }
        boolean nothingOpen = asked.openQuestions(page, draft.answers()).isEmpty();
        Mood shown = mood == Mood.CHECK && nothingOpen ? Mood.PLAIN : mood;
        QuestionPage.State state =
                new QuestionPage.State(asked, page, draft.answers(), draft.version(page), shown, List.of());
        return Reply.show(200, context -> new QuestionPage(context, settings, state));
    }

    /** A reply, and whose answering began with it. */
    private record Saved(Reply reply, Optional<Admitted> started) {

        static Saved nothing(Reply reply) {
            return new Saved(reply, Optional.empty());
        }
    }
}
