package parallax.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.ItemText;

/**
 * What one audience reads of an item in one language.
 *
 * @param question 1 to 300 characters; may hold {@code {client}}, {@code {consultancy}}, {@code {closes}}
 * @param hint one sentence below it; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemTextJson(
        @Nullable String question, @Nullable String hint) {

    static ItemTextJson from(ItemText text) {
        return new ItemTextJson(text.question(), text.hint().isEmpty() ? null : text.hint());
    }
}
