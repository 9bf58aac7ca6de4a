package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A page of a form: at most three touchpoints of one phase, or items.
 *
 * @param number from 1
 * @param phase of its touchpoints; null for a page of items
 * @param title name of the phase, which its pages share, or of the page of items
 */
public record FormPage(
        int number, @Nullable Phase phase, String title, List<FormTouchpoint> touchpoints, List<FormItem> items) {

    public FormPage {
        touchpoints = List.copyOf(touchpoints);
        items = List.copyOf(items);
    }

    static FormPage ofTouchpoints(int number, Phase phase, String title, List<FormTouchpoint> touchpoints) {
        return new FormPage(number, phase, title, touchpoints, List.of());
    }

    static FormPage ofItems(int number, String title, List<FormItem> items) {
        return new FormPage(number, null, title, List.of(), items);
    }

    /** @param gone gets the names of the fields that are left out */
    FormPage without(Set<String> keys, Consumer<String> gone) {
        List<FormTouchpoint> ratings = new ArrayList<>();
        for (FormTouchpoint touchpoint : touchpoints) {
            if (keys.contains(touchpoint.key())) {
                touchpoint.questions().forEach(question -> gone.accept(question.name()));
            } else {
                ratings.add(touchpoint);
            }
        }
        List<FormItem> others = new ArrayList<>();
        for (FormItem item : items) {
            if (keys.contains(item.key())) {
                SentItem.fields(item).forEach(gone);
            } else {
                others.add(item);
            }
        }
        return new FormPage(number, phase, title, ratings, others);
    }

    /** Ratings of its touchpoints. */
    public List<FormQuestion> questions() {
        List<FormQuestion> questions = new ArrayList<>();
        for (FormTouchpoint touchpoint : touchpoints) {
            questions.addAll(touchpoint.questions());
        }
        return questions;
    }
}
