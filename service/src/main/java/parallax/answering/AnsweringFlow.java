package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Found;
import parallax.answering.DraftService.Held;
import parallax.answering.DraftService.Opened;
import parallax.answering.PageReader.Reading;
import parallax.answering.QuestionPage.Mood;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The way of a respondent through a form: which page comes next, and what is kept on the way. */
final class AnsweringFlow {

    private final Admission admission;
    private final DraftService drafts;
    private final AskedForms forms;
    private final AnsweringSettings settings;
    private final Notices notices;
    private final SendingFlow sending;
    private final InstantSource clock;

    AnsweringFlow(
            Admission admission,
            DraftService drafts,
            SubmitService submits,
            AskedForms forms,
            AnsweringSettings settings,
            InstantSource clock) {
        this.admission = admission;
        this.drafts = drafts;
        this.forms = forms;
        this.settings = settings;
        this.notices = new Notices(settings);
        this.sending = new SendingFlow(admission, drafts, submits, forms, settings);
        this.clock = clock;
    }

    /** Shows a page and changes nothing: mail scanners open every link. */
    Reply open(String rawToken, Visit visit) {
        LinkToken token = LinkToken.of(rawToken);
        Opened opened = drafts.open(token);
        Optional<Admitted> found = opened.admitted();
        Optional<Reply> refusal = notices.refusal(found, visit);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Admitted admitted = found.orElseThrow();
        AskedForm first = forms.of(admitted);
        Found kept = opened.draft(first);
        AskedForm asked = forms.chosen(first, admitted, kept.draft(), visit.languages());
        Way way = Way.through(asked, kept.draft().answers());
        Optional<Integer> wanted = PageReader.pageNumber(asked, visit.page());
        int number =
                wanted.map(page -> way.from(page).orElse(asked.reviewPage())).orElseGet(() -> asked.firstOpenPage(way));
        Mood mood = visit.check() ? Mood.CHECK : mood(kept, wanted.isEmpty());
        return show(asked, number, kept.draft(), mood);
    }

    /** Saves a page of answers, or submits; leads on to where the pressed button says. */
    Reply post(String rawToken, InputStream body, Visit visit) throws IOException {
        PostedForm posted;
        try {
            posted = PostedForm.read(body);
        } catch (RefusedException refusal) {
            return notices.refused(refusal, Texts.inFirstOf(visit.languages()));
        }
        LinkToken token = LinkToken.of(rawToken);
        if (posted.all(PageReader.GO).equals(List.of("submit"))) {
            return sending.send(token, posted, visit);
        }
        Saved saved = drafts.alone(token, held -> save(new Request(token, posted, visit, held)));
        // not in the draft's transaction: they would share its number, and that would join a person to a draft
        saved.started().ifPresent(admitted -> admission.markStarted(admitted, visit.device()));
        saved.progress()
                .ifPresent(progress -> admission.reached(progress.admitted(), progress.before(), progress.page()));
        return saved.reply();
    }

    private Saved save(Request request) {
        Optional<Admitted> found = request.held().admitted();
        Optional<Reply> refusal = notices.refusal(found, request.visit());
        if (refusal.isPresent()) {
            return Saved.nothing(refusal.get());
        }
        Admitted admitted = found.orElseThrow();
        AskedForm first = forms.of(admitted);
        Found kept = request.held().draft(first);
        AskedForm asked =
                forms.chosen(first, admitted, kept.draft(), request.visit().languages());
        Optional<Integer> page = PageReader.page(asked, request.posted());
        if (page.isEmpty()) {
            return Saved.nothing(notices.noPage(asked.texts()));
        }
        Admittance in = new Admittance(admitted, asked, kept);
        return page.get() == asked.reviewPage() ? saveWish(request, in) : savePage(request, in, page.get());
    }

    private Saved saveWish(Request request, Admittance in) {
        AskedForm asked = in.asked();
        WishReader.Reading wish = WishReader.read(asked.texts(), request.posted());
        Draft draft = in.kept().draft().withWish(wish.wish());
        if (!wish.errors().isEmpty()) {
            return Saved.nothing(Reply.show(
                    ProblemType.INVALID.status(),
                    context -> new ReviewPage(context, settings, asked, draft, Mood.INVALID, wish.errors())));
        }
        String go = request.posted().single(PageReader.GO).orElse("continue");
        Draft changed = withLanguage(draft, asked, go);
        request.held().save(asked, changed);
        int next = go.equals("back")
                ? Way.through(asked, draft.answers()).before(asked.reviewPage()).orElse(1)
                : asked.reviewPage();
        return saved(Reply.seeOther(request.token(), "?page=" + next), in);
    }

    private Saved savePage(Request request, Admittance in, int page) {
        Draft kept = in.kept().draft();
        Reading reading = PageReader.read(in.asked(), page, request.posted(), kept.answers());
        boolean saving = reading.go().equals("save");
        Optional<Reply> refusal = refusal(in.asked(), kept, reading);
        if (refusal.isPresent()) {
            return Saved.nothing(saving ? Reply.empty(refusal.get().status()) : refusal.get());
        }
        return keep(request, in, reading);
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
        QuestionPage.State state = new QuestionPage.State(
                asked, reading.page(), reading.answers(), version, mood, reading.errors(), reading.typed());
        return Reply.show(type.status(), context -> new QuestionPage(context, settings, state));
    }

    private Saved keep(Request request, Admittance in, Reading reading) {
        int page = reading.page();
        AskedForm asked = in.asked();
        Draft draft = in.kept().draft().begunBy(minute());
        boolean changed = differ(reading.answers(), draft.answers());
        if (changed) {
            // a page that saves as it goes counts its own saves, so a late one is older than those after it
            draft = draft.withPage(page, reading.answers(), reading.version() + 1);
        }
        Way way = Way.through(asked, draft.answers());
        boolean check = reading.go().equals("continue")
                && !reading.more()
                && !draft.isChecked(page)
                && way.open(asked.page(page)) > 0;
        if (check) {
            draft = draft.withChecked(page);
        }
        Draft kept = withLanguage(draft, asked, reading.go());
        request.held().save(asked, kept);
        Reply next = reading.go().equals("save")
                ? Reply.empty(204)
                : Reply.seeOther(
                        request.token(), check ? "?page=%d&check=1#open".formatted(page) : next(asked, way, reading));
        return saved(next, in).having(in, kept.furthest());
    }

    private int minute() {
        return Math.toIntExact(clock.instant().getEpochSecond() / 60);
    }

    private static Draft withLanguage(Draft draft, AskedForm asked, String go) {
        String language = go.startsWith(PageReader.LANGUAGE) ? go.substring(PageReader.LANGUAGE.length()) : "";
        return asked.languages().contains(language) ? draft.withLanguage(language) : draft;
    }

    private static String next(AskedForm asked, Way way, Reading reading) {
        int page = reading.page();
        String go = reading.go();
        if (go.startsWith(PageReader.CLEAR)) {
            return "?page=%d#q-%s".formatted(page, go.substring(PageReader.CLEAR.length()));
        }
        if (go.startsWith(PageReader.LANGUAGE)) {
            return "?page=" + page;
        }
        if (go.equals("back")) {
            return "?page=" + way.before(page).orElse(page);
        }
        // an answer led to a question that stands on this very page
        return reading.more() ? "?page=" + page : "?page=" + way.from(page + 1).orElse(asked.reviewPage());
    }

    private static boolean differ(Answers one, Answers other) {
        return !Arrays.equals(one.experience(), other.experience())
                || !Arrays.equals(one.importance(), other.importance())
                || !one.items().equals(other.items());
    }

    private static Mood mood(Found kept, boolean cameByLink) {
        return switch (kept.state()) {
            case NONE -> Mood.PLAIN;
            case KEPT -> cameByLink ? Mood.WELCOME : Mood.PLAIN;
            case UNREADABLE -> Mood.UNREADABLE;
        };
    }

    private Reply show(AskedForm asked, int page, Draft draft, Mood mood) {
        if (page == asked.reviewPage()) {
            return Reply.show(200, context -> new ReviewPage(context, settings, asked, draft, mood, List.of()));
        }
        QuestionPage.State state =
                new QuestionPage.State(asked, page, draft.answers(), draft.version(page), mood, List.of(), Map.of());
        return Reply.show(200, context -> new QuestionPage(context, settings, state.settled()));
    }

    private static Saved saved(Reply reply, Admittance in) {
        boolean first = in.kept().state() == DraftService.State.NONE;
        return new Saved(reply, first ? Optional.of(in.admitted()) : Optional.empty(), Optional.empty());
    }

    /** Somebody let in, in the language they read, with what they saved so far. */
    private record Admittance(Admitted admitted, AskedForm asked, Found kept) {}

    private record Request(LinkToken token, PostedForm posted, Visit visit, Held held) {}

    /** Somebody came further than before. */
    private record Progress(Admitted admitted, int before, int page) {}

    /** A reply, whose answering began with it, and who came further. */
    private record Saved(Reply reply, Optional<Admitted> started, Optional<Progress> progress) {
        static Saved nothing(Reply reply) {
            return new Saved(reply, Optional.empty(), Optional.empty());
        }

        Saved having(Admittance in, int furthest) {
            int before = in.kept().draft().furthest();
            return furthest <= before
                    ? this
                    : new Saved(reply, started, Optional.of(new Progress(in.admitted(), before, furthest)));
        }
    }
}
