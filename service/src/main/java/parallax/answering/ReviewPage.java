package parallax.answering;

import java.util.List;
import parallax.questionnaire.FormPage;
import parallax.web.PageContext;

/** The last page: how much is answered, and the button that sends it. */
public final class ReviewPage extends AnsweringPage {

    private final AskedForm asked;
    private final Answers answers;
    private final boolean welcome;
    private final boolean check;

    ReviewPage(
            PageContext context, AnsweringSettings settings, AskedForm asked, Answers answers, QuestionPage.Mood mood) {
        super("review.ftlh", context, settings, asked.form().language());
        this.asked = asked;
        this.answers = answers;
        this.welcome = mood == QuestionPage.Mood.WELCOME;
        this.check = mood == QuestionPage.Mood.CHECK && answers.isEmpty();
    }

    public String getTitle() {
        return (check ? "Nothing is answered yet. " : "") + getHeading() + " – " + Titles.study(asked);
    }

    public String getHeading() {
        return "Part %d of %d: Check and send".formatted(asked.parts(), asked.parts());
    }

    public int getNumber() {
        return asked.parts();
    }

    public boolean isWelcome() {
        return welcome;
    }

    /** Whether an empty form was submitted. */
    public boolean isCheck() {
        return check;
    }

    public Promise getPromise() {
        return asked.promise();
    }

    public String getSummary() {
        int open = getParts().stream().mapToInt(PartView::open).sum();
        if (open == 0) {
            return "All questions are answered.";
        }
        return open == 1
                ? "1 question is open. You may leave it open."
                : open + " questions are open. You may leave them open.";
    }

    public List<PartView> getParts() {
        return asked.form().pages().stream().map(this::part).toList();
    }

    private PartView part(FormPage page) {
        int open = asked.openQuestions(page.number(), answers).size();
        int answered = (int) page.questions().stream()
                .filter(question -> answers.to(question) != 0)
                .count();
        return new PartView(page.number(), page.title(), answered, open);
    }

    /** How far a page is. */
    public record PartView(int number, String title, int answered, int open) {}
}
