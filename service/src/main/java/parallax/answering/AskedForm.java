package parallax.answering;

import java.util.List;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.study.WaveId;

/**
 * What a wave asks of one audience in one language, and what it tells them first.
 *
 * @param version of the questionnaire
 * @param touchpoints how many the frozen questionnaire version has: the length of the answers' arrays
 * @param client whose customers and teams are asked
 */
record AskedForm(WaveId wave, int version, Form form, int touchpoints, String client, Promise promise) {

    int questionPages() {
        return form.pages().size();
    }

    /** Question pages, and the last one that reviews and submits. */
    int parts() {
        return questionPages() + 1;
    }

    FormPage page(int number) {
        return form.pages().get(number - 1);
    }

    Draft emptyDraft() {
        return Draft.empty(touchpoints, questionPages());
    }

    List<FormQuestion> openQuestions(int page, Answers answers) {
        return page(page).questions().stream().filter(answers::isOpen).toList();
    }

    /** The first page with an open question; the review when there is none. */
    int firstOpenPage(Answers answers) {
        for (FormPage page : form.pages()) {
            if (page.questions().stream().anyMatch(answers::isOpen)) {
                return page.number();
            }
        }
        return parts();
    }

    /** The words of the way out: "I did not encounter this" or "I can't judge this". */
    String wayOut() {
        return form.questions().stream()
                .flatMap(question -> question.options().stream())
                .filter(FormOption::wayOut)
                .map(FormOption::label)
                .findFirst()
                .orElse("");
    }
}
