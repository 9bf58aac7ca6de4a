package parallax.interview;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.interview.InterviewDrafts.Holder;
import parallax.interview.InterviewDrafts.Kept;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.ProblemType;
import parallax.web.SeeOther;

/** The way of an interviewer through a form. What is heard is kept after every page. */
final class InterviewFlow {

    private static final String REVIEW = "review";
    private static final int INVALID = ProblemType.INVALID.status();
    private static final int CONFLICT = ProblemType.CONFLICT.status();

    private final CallService calls;
    private final InterviewService interviews;
    private final InterviewDrafts drafts;
    private final InterviewViews views;
    private final InterviewCookie cookies;

    InterviewFlow(
            CallService calls,
            InterviewService interviews,
            InterviewDrafts drafts,
            InterviewViews views,
            InterviewCookie cookies) {
        this.calls = calls;
        this.interviews = interviews;
        this.drafts = drafts;
        this.views = views;
        this.cookies = cookies;
    }

    /**
     * Whose interview a request is about.
     *
     * @param token of the cookie; null: the browser holds none
     */
    record Held(
            Caller caller,
            WaveId wave,
            UUID invitation,
            @Nullable String token) {

        String callUrl() {
            return "/waves/%s/calls/%s".formatted(wave, invitation);
        }

        String url(String page) {
            return callUrl() + "/interview?page=" + page;
        }

        @Override
        public String toString() {
            return "Held " + invitation;
        }
    }

    /** Begins, or goes on with what this browser holds. One that was begun elsewhere goes on there, unless this begins anew. */
    Response start(Held held, boolean anew, ContainerRequestContext request) {
        InterviewFrame frame = views.frame(held.wave(), held.invitation(), held.caller());
        Optional<Heard> kept = anew ? Optional.empty() : kept(held).map(Kept::heard);
        if (kept.isPresent()) {
            return SeeOther.to(held.url(firstOpen(frame.script(), kept.get())));
        }
        if (!anew && frame.row().isOpen() && drafts.isHeldElsewhere(held.invitation())) {
            return Response.status(CONFLICT)
                    .entity(views.call(
                            PageContext.of(request),
                            held.wave(),
                            held.invitation(),
                            held.token(),
                            CallPage.Typed.NOTHING))
                    .build();
        }
        Holder holder = new Holder(drafts.newToken(), held.caller(), held.invitation());
        if (!frame.wave().state().takesAnswers() || !drafts.begin(holder, frame.script())) {
            throw calls.refusal(frame.wave(), calls.require(held.wave(), held.invitation()));
        }
        return Response.fromResponse(SeeOther.to(held.url(firstOpen(frame.script(), Heard.NOTHING))))
                .cookie(cookies.issue(held.wave(), held.invitation(), holder.token()))
                .build();
    }

    Response show(Held held, @Nullable String page, boolean more, ContainerRequestContext request) {
        InterviewFrame frame = views.frame(held.wave(), held.invitation(), held.caller());
        Optional<Heard> heard = kept(held).map(Kept::heard);
        if (heard.isEmpty()) {
            return notHere(held);
        }
        PageContext context = PageContext.of(request);
        return page(frame.script(), heard.get(), page)
                .map(found -> new InterviewPage(
                        context, frame, found, PostedPage.Reading.unchanged(found, heard.get()), more))
                .map(shown -> Response.ok(shown).build())
                .orElseGet(() -> Response.ok(new InterviewReviewPage(context, frame, heard.get(), List.of()))
                        .build());
    }

    Response post(Held held, MultivaluedMap<String, String> form, ContainerRequestContext request) {
        InterviewFrame frame = views.frame(held.wave(), held.invitation(), held.caller());
        Optional<Kept> kept = kept(held);
        if (kept.isEmpty()) {
            return notHere(held);
        }
        String go = Objects.requireNonNullElse(form.getFirst(PostedPage.GO), "continue");
        if (go.equals("submit")) {
            return submit(held, frame, kept.get().heard(), form, request);
        }
        Optional<FormPage> page = page(frame.script(), kept.get().heard(), form.getFirst(PostedPage.PAGE));
        return page.isEmpty()
                ? SeeOther.to(held.url(REVIEW))
                : save(held, frame, new Sent(page.get(), kept.get(), form, go), request);
    }

    private record Sent(FormPage page, Kept kept, MultivaluedMap<String, String> form, String go) {}

    private Response save(Held held, InterviewFrame frame, Sent sent, ContainerRequestContext request) {
        Script script = frame.script();
        Heard before = sent.kept().heard();
        PostedPage.Reading reading = PostedPage.read(script, sent.page(), before, sent.form());
        List<InputError> changed = Meanwhile.differences(script, sent.page(), before, reading);
        if (!changed.isEmpty()) {
            PostedPage.Reading told = new PostedPage.Reading(
                    Script.version(sent.page(), before), reading.heard(), reading.shown(), changed);
            return again(CONFLICT, frame, sent.page(), told, request);
        }
        Heard now = script.asked(reading.heard());
        Holder holder = new Holder(Objects.requireNonNull(held.token()), held.caller(), held.invitation());
        if (!drafts.replace(holder, script, sent.kept(), now)) {
            // saved by another tab at this very moment, or ended
            return kept(held).isPresent()
                            && calls.require(held.wave(), held.invitation()).isOpen()
                    ? post(held, sent.form(), request)
                    : SeeOther.to(held.callUrl());
        }
        if (!reading.errors().isEmpty()) {
            PostedPage.Reading told = new PostedPage.Reading(
                    Script.version(sent.page(), now), reading.heard(), reading.shown(), reading.errors());
            return again(INVALID, frame, sent.page(), told, request);
        }
        List<FormItem> shown = script.items(sent.page(), before);
        Optional<FormItem> followed = script.items(sent.page(), now).stream()
                .filter(item -> !shown.contains(item))
                .findFirst();
        if (followed.isPresent() && !sent.go().equals("back")) {
            return SeeOther.to(held.url(
                    sent.page().number() + "&more=1#f-" + followed.get().name()));
        }
        return SeeOther.to(held.url(
                sent.go().equals("back") ? before(script, now, sent.page()) : after(script, now, sent.page())));
    }

    private static Response again(
            int status,
            InterviewFrame frame,
            FormPage page,
            PostedPage.Reading reading,
            ContainerRequestContext request) {
        return Response.status(status)
                .entity(new InterviewPage(PageContext.of(request), frame, page, reading, false))
                .build();
    }

    private Response submit(
            Held held,
            InterviewFrame frame,
            Heard heard,
            MultivaluedMap<String, String> form,
            ContainerRequestContext request) {
        if (!PostedPage.version(form).equals(frame.script().version(heard))) {
            return notSent(
                    CONFLICT,
                    "Answers were changed in another tab since this page was opened. Nothing was sent: look again, then send.",
                    frame,
                    heard,
                    request);
        }
        if (frame.script().isEmpty(frame.script().asked(heard))) {
            return notSent(
                    INVALID,
                    "Nothing was answered yet. Go back to the questions, or leave and say how the call ended.",
                    frame,
                    heard,
                    request);
        }
        interviews.submit(held.caller(), frame.wave(), frame.row(), heard);
        return Response.fromResponse(SeeOther.to(
                        "/waves/" + held.wave() + "/calls",
                        "The interview is received. Nobody, you included, can open its answers again."))
                .cookie(cookies.expired(held.wave(), held.invitation()))
                .build();
    }

    private static Response notSent(
            int status, String why, InterviewFrame frame, Heard heard, ContainerRequestContext request) {
        List<InputError> errors = List.of(InputError.field("parts", null, why));
        return Response.status(status)
                .entity(new InterviewReviewPage(PageContext.of(request), frame, heard, errors))
                .build();
    }

    private Optional<Kept> kept(Held held) {
        return views.heard(held.token(), held.caller(), held.invitation());
    }

    /** Another browser, another interviewer, or an interview that was sent. */
    private static Response notHere(Held held) {
        return SeeOther.to(
                held.callUrl(),
                "No interview with this person is open in this browser: it was sent, or begun anew elsewhere. Nothing was saved.");
    }

    private static Optional<FormPage> page(Script script, Heard heard, @Nullable String number) {
        List<FormPage> pages = script.pages(heard);
        if (number == null) {
            return pages.stream().findFirst();
        }
        return pages.stream()
                .filter(page -> number.equals(String.valueOf(page.number())))
                .findFirst();
    }

    /** The first page where nothing was answered; the review when there is none. */
    private static String firstOpen(Script script, Heard heard) {
        return script.pages(heard).stream()
                .filter(page -> page.questions().stream().allMatch(question -> heard.to(question) == 0)
                        && page.items().stream().allMatch(item -> heard.to(item).isNone()))
                .findFirst()
                .map(page -> String.valueOf(page.number()))
                .orElse(REVIEW);
    }

    private static String after(Script script, Heard heard, FormPage page) {
        return script.pages(heard).stream()
                .filter(other -> other.number() > page.number())
                .findFirst()
                .map(other -> String.valueOf(other.number()))
                .orElse(REVIEW);
    }

    private static String before(Script script, Heard heard, FormPage page) {
        return script.pages(heard).stream()
                .filter(other -> other.number() < page.number())
                .max(Comparator.comparingInt(FormPage::number))
                .map(other -> String.valueOf(other.number()))
                .orElse(String.valueOf(page.number()));
    }
}
