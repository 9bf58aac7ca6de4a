package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of a form: at most three touchpoints of one phase.
 *
 * @param number from 1
 * @param title name of the phase; pages of one phase share it
 */
public record FormPage(int number, Phase phase, String title, List<FormTouchpoint> touchpoints) {

    public FormPage {
        touchpoints = List.copyOf(touchpoints);
    }

    public List<FormQuestion> questions() {
        List<FormQuestion> questions = new ArrayList<>();
        for (FormTouchpoint touchpoint : touchpoints) {
            questions.addAll(touchpoint.questions());
        }
        return questions;
    }
}
