package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.Measure;
import parallax.web.InputError;
import parallax.web.PageContext;

/** A page of questions, with what is answered marked. */
public final class QuestionPage extends AnsweringPage {

    private final State state;

    QuestionPage(PageContext context, AnsweringSettings settings, State state) {
        super("question.ftlh", context, settings, state.asked().form().language());
        this.state = state;
    }

    public String getTitle() {
        String prefix = switch (state.mood()) {
            case INVALID, CHANGED -> "Error: ";
            case CHECK -> getOpenSentence() + " ";
            default -> "";
        };
        return prefix + getHeading() + " – " + Titles.study(state.asked());
    }

    /** Such as {@code Part 2 of 5: Decide}. */
    public String getHeading() {
        return "Part %d of %d: %s"
                .formatted(
                        state.page(),
                        state.asked().parts(),
                        state.asked().page(state.page()).title());
    }

    public String getClient() {
        return state.asked().client();
    }

    public boolean isTeam() {
        return state.asked().form().audience().isTeam();
    }

    public boolean isFirst() {
        return state.page() == 1;
    }

    public int getNumber() {
        return state.page();
    }

    public int getVersion() {
        return state.version();
    }

    /** Lower case: plain, welcome, unreadable, check, invalid, changed. */
    public String getMood() {
        return state.mood().name().toLowerCase(Locale.ROOT);
    }

    public int getMinutes() {
        return Minutes.of(state.asked().form().audience(), state.asked().touchpoints());
    }

    public Promise getPromise() {
        return state.asked().promise();
    }

    public List<InputError> getErrors() {
        return state.errors();
    }

    /** Fields that an error can lead to. */
    public List<String> getNames() {
        return state.asked().page(state.page()).questions().stream()
                .map(FormQuestion::name)
                .toList();
    }

    /** Such as {@code 2 questions are open.} */
    public String getOpenSentence() {
        int open = openQuestions().size();
        return open == 1 ? "1 question is open." : open + " questions are open.";
    }

    /** What may be done about the open questions. */
    public String getOpenAdvice() {
        String them = openQuestions().size() == 1 ? "it" : "them";
        boolean hasWayOut = openQuestions().stream()
                .anyMatch(question -> question.options().stream().anyMatch(FormOption::wayOut));
        return hasWayOut
                ? "Answer %s, mark ‘%s’, or continue without."
                        .formatted(them, state.asked().wayOut())
                : "Answer %s, or continue without.".formatted(them);
    }

    /** The field to go to first. */
    public String getFirstOpen() {
        return openQuestions().stream().findFirst().map(FormQuestion::name).orElse("");
    }

    public List<TouchpointView> getTouchpoints() {
        return state.asked().page(state.page()).touchpoints().stream()
                .map(this::touchpoint)
                .toList();
    }

    private List<FormQuestion> openQuestions() {
        return state.asked().openQuestions(state.page(), state.answers());
    }

    private TouchpointView touchpoint(FormTouchpoint touchpoint) {
        return new TouchpointView(
                touchpoint.position(),
                touchpoint.label(),
                touchpoint.hint(),
                touchpoint.questions().stream()
                        .map(question -> question(question, touchpoint.hint() != null))
                        .toList());
    }

    private QuestionView question(FormQuestion question, boolean hasHint) {
        Optional<String> error = state.errors().stream()
                .filter(wrong -> question.name().equals(wrong.pointer()))
                .map(InputError::message)
                .findFirst();
        List<String> describedBy = new ArrayList<>();
        if (hasHint && question.measure() == Measure.EXPERIENCE) {
            describedBy.add("h" + question.position());
        }
        if (error.isPresent()) {
            describedBy.add("e-" + question.name());
        }
        return new QuestionView(
                question.name(),
                question.text(),
                options(question),
                String.join(" ", describedBy),
                error.orElse(null),
                state.mood() == Mood.CHECK && state.answers().isOpen(question),
                question.measure() == Measure.IMPORTANCE,
                state.answers().isOptional(question));
    }

    private List<OptionView> options(FormQuestion question) {
        String chosen = question.write(state.answers().to(question));
        return question.options().stream()
                .map(option -> new OptionView(
                        option.value(),
                        option.label(),
                        option.wayOut(),
                        option.value().equals(chosen)))
                .toList();
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
     */
    record State(AskedForm asked, int page, Answers answers, int version, Mood mood, List<InputError> errors) {}

    /** A touchpoint on the page. */
    public record TouchpointView(
            int position, String label, @Nullable String hint, List<QuestionView> questions) {}

    /**
     * A question on the page.
     *
     * @param describedBy ids of its hint and its error; may be empty
     * @param mayBeOptional whether the way out of another question makes this one optional
     * @param optional whether it is so now
     */
    public record QuestionView(
            String name,
            String text,
            List<OptionView> options,
            String describedBy,
            @Nullable String error,
            boolean open,
            boolean mayBeOptional,
            boolean optional) {}

    /** A row to choose. */
    public record OptionView(String value, String label, boolean wayOut, boolean chosen) {}
}
