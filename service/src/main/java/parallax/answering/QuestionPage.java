package parallax.answering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.web.InputError;
import parallax.web.KeptPage;
import parallax.web.PageContext;

/** A page of questions, with what is answered marked. */
public final class QuestionPage extends AnsweringPage {

    private final State state;
    private final Way way;
    private final FieldViews views;

    QuestionPage(PageContext context, AnsweringSettings settings, State state) {
        super("question.ftlh", context, settings, state.asked().texts());
        this.state = state;
        this.way = Way.through(state.asked(), state.answers());
        this.views = new FieldViews(state);
    }

    /** A page that nobody has answered or been told anything on yet. */
    @Override
    protected @Nullable KeptPage sameForAll() {
        boolean untouched = state.mood() == Mood.PLAIN
                && state.version() == 0
                && state.typed().isEmpty()
                && way.answered(page()) == 0;
        return untouched
                ? state.asked().pages().of(new Untouched(state.page(), way.part(state.page()), way.parts(), getShown()))
                : null;
    }

    private record Untouched(int page, int part, int parts, String shown) {}

    public String getTitle() {
        String title = title(state.asked(), getHeading());
        return switch (state.mood()) {
            case INVALID, CHANGED -> getTexts().get("title.error", "title", title);
            case CHECK -> getOpenSentence() + ". " + title;
            case PLAIN, WELCOME, UNREADABLE -> title;
        };
    }

    /** Such as {@code Part 2 of 5: Decide}. */
    public String getHeading() {
        return getTexts()
                .get(
                        "heading.part",
                        Map.of(
                                "number",
                                Integer.toString(way.part(state.page())),
                                "parts",
                                Integer.toString(way.parts()),
                                "title",
                                page().title()));
    }

    public List<String> getIntro() {
        Audience audience = state.asked().form().audience();
        String kind = switch (audience) {
            case CUSTOMER -> "customers";
            case SALES, MARKETING -> "team";
            case LEADERSHIP -> "leadership";
        };
        return List.of(
                getTexts().get("intro." + kind),
                getTexts()
                        .get(
                                "intro.minutes",
                                "minutes",
                                Minutes.of(state.asked().form())));
    }

    /** Whether somebody else may be named. */
    public boolean isReferring() {
        return state.asked().form().audience() == Audience.CUSTOMER;
    }

    public boolean isFirst() {
        return way.before(state.page()).isEmpty();
    }

    public int getNumber() {
        return state.page();
    }

    public int getVersion() {
        return state.version();
    }

    /** Positions of the items shown, with dots between; empty on a page of touchpoints. */
    public String getShown() {
        return items().map(item -> Integer.toString(item.position())).collect(Collectors.joining("."));
    }

    /** Lower case: plain, welcome, unreadable, check, invalid, changed. */
    public String getMood() {
        return state.mood().name().toLowerCase(Locale.ROOT);
    }

    public Promise getPromise() {
        return state.asked().frame().promise();
    }

    @Override
    public List<LanguageView> getLanguages() {
        return languages(state.asked());
    }

    public List<InputError> getErrors() {
        return state.errors();
    }

    /** Field that an error can lead to, to the id there. */
    public Map<String, String> getPlaces() {
        return Stream.concat(getTouchpoints().stream().flatMap(one -> one.fields().stream()), getItems().stream())
                .collect(Collectors.toMap(FieldView::name, FieldView::firstId));
    }

    /** Such as {@code Open questions: 2}. */
    public String getOpenSentence() {
        return getTexts().get("check.title", "open", way.open(page()));
    }

    /** What may be done about the open questions. */
    public String getOpenAdvice() {
        boolean hasWayOut = way.openQuestions(page()).stream()
                .anyMatch(question -> question.options().stream().anyMatch(FormOption::wayOut));
        return hasWayOut
                ? getTexts()
                        .get("check.advice.way_out", "way_out", state.asked().wayOut())
                : getTexts().get("check.advice");
    }

    /** The id to go to first. */
    public String getFirstOpen() {
        String field = Stream.concat(
                        way.openQuestions(page()).stream().map(FormQuestion::name),
                        way.openItems(page()).stream().map(FormItem::name))
                .findFirst()
                .orElse("");
        return getPlaces().getOrDefault(field, "main");
    }

    public List<TouchpointView> getTouchpoints() {
        return page().touchpoints().stream().map(this::touchpoint).toList();
    }

    public List<FieldView> getItems() {
        return items().map(item -> views.of(item)).toList();
    }

    private Stream<FormItem> items() {
        return page().items().stream().filter(way::asks);
    }

    private FormPage page() {
        return state.asked().page(state.page());
    }

    private TouchpointView touchpoint(FormTouchpoint touchpoint) {
        return new TouchpointView(
                touchpoint.position(),
                touchpoint.label(),
                touchpoint.hint(),
                touchpoint.questions().stream()
                        .map(question -> views.of(question, touchpoint.hint() != null))
                        .toList());
    }

    /** Why the page is shown. */
    enum Mood {
        PLAIN,
        /** There are earlier answers. */
        WELCOME,
        /** There were earlier answers, and they cannot be opened. */
        UNREADABLE,
        /** The open questions are pointed out. */
        CHECK,
        /** Something that was sent is none of the answers. */
        INVALID,
        /** Another window saved the page meanwhile. */
        CHANGED
    }

    /**
     * What the page shows.
     *
     * @param answers those to mark, saved or only typed
     * @param version of the page in the draft
     * @param typed item position to what was sent and is no answer to it
     */
    record State(
            AskedForm asked,
            int page,
            Answers answers,
            int version,
            Mood mood,
            List<InputError> errors,
            Map<Integer, ItemAnswer> typed) {

        /** Without a check where nothing is open any more. */
        State settled() {
            boolean open = Way.through(asked, answers).open(asked.page(page)) > 0;
            return mood == Mood.CHECK && !open
                    ? new State(asked, page, answers, version, Mood.PLAIN, errors, typed)
                    : this;
        }
    }

    /** A touchpoint on the page. */
    public record TouchpointView(
            int position, String label, @Nullable String hint, List<FieldView> fields) {}
}
