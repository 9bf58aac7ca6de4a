package parallax.answering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.FormPage;
import parallax.web.InputError;
import parallax.web.KeptPage;
import parallax.web.PageContext;

/** The last page: how much is answered, what one may ask of us, and the button that sends. */
public final class ReviewPage extends AnsweringPage {

    private final AskedForm asked;
    private final Draft draft;
    private final Way way;
    private final QuestionPage.Mood mood;
    private final List<InputError> errors;

    ReviewPage(
            PageContext context,
            AnsweringSettings settings,
            AskedForm asked,
            Draft draft,
            QuestionPage.Mood mood,
            List<InputError> errors) {
        super("review.ftlh", context, settings, asked.texts());
        this.asked = asked;
        this.draft = draft;
        this.way = Way.through(asked, draft.answers());
        this.mood = mood;
        this.errors = errors;
    }

    /** Without a wish or a word to whoever reads it, it tells how much of each page is answered and no more. */
    @Override
    protected @Nullable KeptPage sameForAll() {
        return mood == QuestionPage.Mood.PLAIN
                        && errors.isEmpty()
                        && draft.wish().isNone()
                ? asked.pages().of(new Plain(getParts(), getSummary()))
                : null;
    }

    private record Plain(List<PartView> parts, String summary) {}

    public String getTitle() {
        String title = title(asked, getHeading());
        if (!errors.isEmpty()) {
            return getTexts().get("title.error", "title", title);
        }
        return isCheck() ? getTexts().get("review.nothing.title") + ". " + title : title;
    }

    public String getHeading() {
        String parts = Integer.toString(way.parts());
        return getTexts()
                .get(
                        "heading.part",
                        Map.of(
                                "number",
                                parts,
                                "parts",
                                parts,
                                "title",
                                getTexts().get("review.title")));
    }

    public int getNumber() {
        return asked.reviewPage();
    }

    public boolean isWelcome() {
        return mood == QuestionPage.Mood.WELCOME;
    }

    /** Whether an empty form was submitted. */
    public boolean isCheck() {
        return mood == QuestionPage.Mood.CHECK && way.counted().isEmpty();
    }

    public Promise getPromise() {
        return asked.frame().promise();
    }

    @Override
    public List<LanguageView> getLanguages() {
        return languages(asked);
    }

    public Wish getWish() {
        return draft.wish();
    }

    public int getLongestContact() {
        return Wish.LONGEST_CONTACT;
    }

    public int getLongestComment() {
        return Wish.LONGEST_COMMENT;
    }

    public List<InputError> getErrors() {
        return errors;
    }

    public @Nullable String getContactError() {
        return error(WishReader.CONTACT);
    }

    public @Nullable String getCommentError() {
        return error(WishReader.COMMENT);
    }

    private @Nullable String error(String field) {
        return errors.stream()
                .filter(one -> field.equals(one.pointer()))
                .map(InputError::message)
                .findFirst()
                .orElse(null);
    }

    /** Customers only: a team's wishes are its own business. */
    public boolean isWishing() {
        return !asked.form().audience().isTeam();
    }

    public String getSummary() {
        int open = way.pages().stream().mapToInt(way::open).sum();
        return open == 0 ? getTexts().get("review.all") : getTexts().get("review.open", "open", open);
    }

    public List<PartView> getParts() {
        return way.pages().stream().map(this::part).toList();
    }

    private PartView part(FormPage page) {
        int open = way.open(page);
        int answered = way.answered(page);
        String state;
        if (open == 0) {
            state = getTexts().get("review.part.complete");
        } else if (answered == 0) {
            state = getTexts().get("review.part.all_open");
        } else {
            state = getTexts()
                    .get(
                            "review.part.some",
                            Map.of("answered", Integer.toString(answered), "open", Integer.toString(open)));
        }
        String label = getTexts()
                .get("review.part", Map.of("number", Integer.toString(way.part(page.number())), "title", page.title()));
        return new PartView(page.number(), label, state);
    }

    /** How far a page is. */
    public record PartView(int number, String label, String state) {}
}
