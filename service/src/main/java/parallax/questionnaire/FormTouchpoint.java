package parallax.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint on a form.
 *
 * @param position of the touchpoint in the questionnaire, and of its answers in every response
 * @param hint one sentence that says what is meant; null when there is none
 */
public record FormTouchpoint(
        int position,
        String key,
        String label,
        @Nullable String hint,
        FormQuestion experience,
        FormQuestion importance) {

    /** In the order of the form. */
    public List<FormQuestion> questions() {
        return List.of(experience, importance);
    }
}
