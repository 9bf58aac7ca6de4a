package parallax.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.instrument.TextPlace;

/**
 * What was changed in a wave while it was answered.
 *
 * @param subject key of the touchpoint, page or item
 * @param text the text that was corrected; null when the subject is not asked any more
 * @param at the time, UTC
 * @param by name of the person
 */
public record WaveChange(String subject, @Nullable Corrected text, Instant at, String by) {

    /** Whether the subject is not asked any more. */
    public boolean isStop() {
        return text == null;
    }

    /** A text that was corrected. */
    public record Corrected(TextPlace place, String language, String before, String after) {}
}
