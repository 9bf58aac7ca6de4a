package parallax.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringPage;
import parallax.answering.AnsweringSettings;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormPage;
import parallax.web.PageContext;

/** A page of a form to try out; what is ticked on it goes nowhere. */
public final class TrialPage extends AnsweringPage {

    private final Form form;
    private final int number;

    /** @param number of the page, from 1; one more than there are: the end */
    TrialPage(PageContext context, AnsweringSettings settings, Form form, int number) {
        super(context, "/templates/message/trial.ftlh", settings, List.of(form.language()));
        this.form = form;
        this.number = number;
    }

    /** Null: the end. */
    public @Nullable FormPage getPage() {
        return number <= form.pages().size() ? form.pages().get(number - 1) : null;
    }

    public int getNumber() {
        return number;
    }

    public int getPages() {
        return form.pages().size();
    }
}
