package parallax.verbatim;

import java.util.UUID;
import parallax.questionnaire.Audience;

/**
 * Something one person wrote. Nothing in it leads to another text of theirs, or to their other answers.
 *
 * @param id random; says nothing of when or by whom
 * @param item key of the item; with {@link #OTHER} behind it, what was written beside "other"
 * @param language tag of the language the page was shown in; empty: not told, since too few wrote in it
 */
public record Verbatim(UUID id, Audience audience, String item, String language, String text) {

    /** Stands behind the key of an item whose "other" was explained. */
    public static final String OTHER = ".other";
}
