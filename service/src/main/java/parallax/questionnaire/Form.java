package parallax.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one audience sees in one language, generated from the questionnaire: a page for each phase in the order of the
 * customer's way, split where a phase has more than three touchpoints; of each touchpoint experience first, then
 * importance; then the pages of items. Leadership rates no touchpoint. Nothing on it is mandatory.
 *
 * @param pages page n is at position n - 1, also those that nothing is left of
 * @param stopped names of the fields that were taken out of it
 */
public record Form(Audience audience, String language, int scalePoints, List<FormPage> pages, Set<String> stopped) {

    public static final int MOST_TOUCHPOINTS_A_PAGE = 3;

    public Form {
        pages = List.copyOf(pages);
        stopped = Set.copyOf(stopped);
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

    /**
     * The same form without these touchpoints and items. Positions and page numbers stay: somebody may be on one of the
     * pages, and a page that nothing is left of is passed over.
     */
    public Form without(Set<String> keys) {
        if (keys.isEmpty()) {
            return this;
        }
        Set<String> fields = new HashSet<>(stopped);
        List<FormPage> left =
                pages.stream().map(page -> page.without(keys, fields::add)).toList();
        return new Form(audience, language, scalePoints, left, fields);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return pages.stream()
                .allMatch(page -> page.touchpoints().isEmpty() && page.items().isEmpty());
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
