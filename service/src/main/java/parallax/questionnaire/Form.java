package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one audience sees in one language, generated from the questionnaire: a page for each phase in the order of the
 * customer's way, split where a phase has more than three touchpoints; of each touchpoint experience first, then
 * importance; then the pages of items. Leadership rates no touchpoint. Nothing on it is mandatory.
 */
public record Form(Audience audience, String language, int scalePoints, List<FormPage> pages) {

    public static final int MOST_TOUCHPOINTS_A_PAGE = 3;

    public Form {
        pages = List.copyOf(pages);
    }

    /**
     * The form of an audience.
     *
     * @throws IllegalArgumentException when the questionnaire is not in that language, there are no words in it, or an item
     *     lacks its text ({@link ModelCheck} names it)
     */
    public static Form of(Questionnaire questionnaire, Audience audience, String language) {
        if (!questionnaire.languages().contains(language)) {
            throw new IllegalArgumentException("the questionnaire is not in language '%s': use one of %s"
                    .formatted(language, String.join(", ", questionnaire.languages())));
        }
        return new FormBuilder(questionnaire, audience, Wording.of(language)).build();
    }

    /** The same form without these touchpoints and items; positions stay, pages that are left empty go. */
    public Form without(Set<String> keys) {
        if (keys.isEmpty()) {
            return this;
        }
        List<FormPage> left = new ArrayList<>();
        for (FormPage page : pages) {
            List<FormTouchpoint> touchpoints = page.touchpoints().stream()
                    .filter(touchpoint -> !keys.contains(touchpoint.key()))
                    .toList();
            List<FormItem> items = page.items().stream()
                    .filter(item -> !keys.contains(item.key()))
                    .toList();
            if (!touchpoints.isEmpty() || !items.isEmpty()) {
                left.add(new FormPage(left.size() + 1, page.phase(), page.title(), touchpoints, items));
            }
        }
        return new Form(audience, language, scalePoints, left);
    }

    /** All items in the order of the form, whether or not a condition hides them. */
    public List<FormItem> items() {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    /** All ratings in the order of the form. */
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
