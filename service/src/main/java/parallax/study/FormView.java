package parallax.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;

/** A generated form as the API shows it: what a respondent will see. */
record FormView(String audience, String language, int scalePoints, List<PageView> pages) {

    static FormView from(Form form) {
        return new FormView(
                form.audience().code(),
                form.language(),
                form.scalePoints(),
                form.pages().stream().map(PageView::from).toList());
    }

    /** One page. */
    record PageView(int number, String phase, String title, List<TouchpointView> touchpoints) {

        static PageView from(FormPage page) {
            return new PageView(
                    page.number(),
                    page.phase().code(),
                    page.title(),
                    page.touchpoints().stream().map(TouchpointView::from).toList());
        }
    }

    /** One touchpoint with its questions. */
    record TouchpointView(
            String key, String label, @Nullable String hint, List<QuestionView> questions) {

        static TouchpointView from(FormTouchpoint touchpoint) {
            return new TouchpointView(
                    touchpoint.key(),
                    touchpoint.label(),
                    touchpoint.hint(),
                    touchpoint.questions().stream().map(QuestionView::from).toList());
        }
    }

    /** One question; none is mandatory. */
    record QuestionView(String name, String measure, String text, List<OptionView> options) {

        static QuestionView from(FormQuestion question) {
            return new QuestionView(
                    question.name(),
                    question.measure().code(),
                    question.text(),
                    question.options().stream().map(OptionView::from).toList());
        }
    }

    /**
     * One answer.
     *
     * @param value what the form sends: {@code "1"} and so on, or {@code "na"}
     */
    record OptionView(String value, String label) {

        static OptionView from(FormOption option) {
            return new OptionView(option.value(), option.label());
        }
    }
}
