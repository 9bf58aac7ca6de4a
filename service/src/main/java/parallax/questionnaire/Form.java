package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one audience sees in one language, generated from the questionnaire: a page for each phase in the order of the
 * customer's way, split where a phase has more than three touchpoints; of each touchpoint experience first, then
 * importance. Nothing on it is mandatory.
 */
public record Form(Audience audience, String language, int scalePoints, List<FormPage> pages) {

    public static final int MOST_TOUCHPOINTS_A_PAGE = 3;

    public Form {
        pages = List.copyOf(pages);
    }

    /**
     * The form of an audience.
     *
     * @throws IllegalArgumentException when the questionnaire is not in that language, or there are no words in it
     */
    public static Form of(Questionnaire questionnaire, Audience audience, String language) {
        if (!questionnaire.languages().contains(language)) {
            throw new IllegalArgumentException("the questionnaire is not in language '%s': use one of %s"
                    .formatted(language, String.join(", ", questionnaire.languages())));
        }
        return new FormBuilder(questionnaire, audience, Wording.of(language)).build();
    }

    /** All questions in the order of the form. */
    public List<FormQuestion> questions() {
        List<FormQuestion> questions = new ArrayList<>();
        for (FormPage page : pages) {
            questions.addAll(page.questions());
        }
        return questions;
    }

    /** The question a field belongs to; it says which position of which byte array holds the answer. */
    public Optional<FormQuestion> find(String fieldName) {
        return questions().stream()
                .filter(question -> question.name().equals(fieldName))
                .findFirst();
    }
}
