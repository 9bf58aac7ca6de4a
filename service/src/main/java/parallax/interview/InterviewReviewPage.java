package parallax.interview;

import java.util.ArrayList;
import java.util.List;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** The end of an interview: how much was answered, and the button that sends it. */
public final class InterviewReviewPage extends Page {

    private final InterviewFrame frame;
    private final Heard heard;
    private final List<InputError> errors;

    InterviewReviewPage(PageContext context, InterviewFrame frame, Heard heard, List<InputError> errors) {
        super("/templates/interview/review.ftlh", context);
        this.frame = frame;
        this.heard = heard;
        this.errors = List.copyOf(errors);
    }

    public InterviewFrame getFrame() {
        return frame;
    }

    public List<InputError> getErrors() {
        return errors;
    }

    /** Of all that was heard. */
    public String getVersion() {
        return frame.script().version(heard);
    }

    public String getPart() {
        int parts = frame.script().pages(heard).size() + 1;
        return "Part %d of %d".formatted(parts, parts);
    }

    public List<Part> getParts() {
        return frame.script().pages(heard).stream().map(this::part).toList();
    }

    private Part part(FormPage page) {
        List<Boolean> answered = new ArrayList<>();
        page.questions().forEach(question -> answered.add(heard.to(question) != FormQuestion.NOT_ANSWERED));
        frame.script()
                .items(page, heard)
                .forEach(item -> answered.add(!heard.to(item).isNone()));
        int given = (int) answered.stream().filter(Boolean::booleanValue).count();
        return new Part(page.number(), frame.script().aloud(page.title()), given, answered.size() - given);
    }

    /** How far a page is. */
    public record Part(int number, String title, int answered, int open) {}
}
