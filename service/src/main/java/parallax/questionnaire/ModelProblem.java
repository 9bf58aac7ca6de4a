package parallax.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * Why a questionnaire cannot be asked as it stands.
 *
 * @param key of the touchpoint, item or page; null when it is about the whole
 * @param language tag; null when it is about all languages
 * @param message a sentence that says what is wrong and what to do
 */
public record ModelProblem(@Nullable String key, @Nullable String language, String message) {}
