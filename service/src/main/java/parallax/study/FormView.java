package parallax.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ConditionJson;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Offer;

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
    record PageView(
            int number, @Nullable String phase, String title, List<TouchpointView> touchpoints, List<ItemView> items) {

        static PageView from(FormPage page) {
            return new PageView(
                    page.number(),
                    page.phase() == null ? null : page.phase().code(),
                    page.title(),
                    page.touchpoints().stream().map(TouchpointView::from).toList(),
                    page.items().stream().map(ItemView::from).toList());
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

    /**
     * One item; none is mandatory.
     *
     * @param name of the form field
     * @param low words at 0 of a 0–10 item
     * @param high words at 10
     * @param minimum lowest number that is taken
     * @param maximum highest number that is taken
     * @param showIf absent: always asked
     */
    record ItemView(
            String name,
            String key,
            String kind,
            String text,
            @Nullable String hint,
            List<OptionView> options,
            @Nullable String low,
            @Nullable String high,
            @Nullable Integer minimum,
            @Nullable Integer maximum,
            @Nullable ConditionJson showIf) {

        static ItemView from(FormItem item) {
            boolean ends = item.kind() == ItemKind.ZERO_TO_TEN;
            boolean number = item.kind() == ItemKind.NUMBER;
            Offer offer = item.item().offer();
            return new ItemView(
                    item.name(),
                    item.key(),
                    item.kind().code(),
                    item.text(),
                    item.hint(),
                    item.options().stream().map(OptionView::from).toList(),
                    ends ? item.low() : null,
                    ends ? item.high() : null,
                    number ? offer.minimum() : null,
                    number ? offer.maximum() : null,
                    ConditionJson.of(item.item().showIf()));
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
