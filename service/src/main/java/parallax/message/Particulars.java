package parallax.message;

import org.jspecify.annotations.Nullable;

/**
 * What one mail holds beside its text. toString tells nothing: links admit their holder.
 *
 * @param answer the personal link; null where the text has none
 * @param stop the link that stops all mails; null where the text has none
 * @param findings for the findings letter; null elsewhere
 * @param decision for the findings letter; null elsewhere
 */
public record Particulars(
        @Nullable String answer,
        @Nullable String stop,
        @Nullable String findings,
        @Nullable String decision) {

    public static Particulars links(@Nullable String answer, String stop) {
        return new Particulars(answer, stop, null, null);
    }

    @Override
    public String toString() {
        return "Particulars";
    }
}
