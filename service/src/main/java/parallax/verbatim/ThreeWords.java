package parallax.verbatim;

import java.util.List;
import java.util.UUID;
import parallax.questionnaire.Audience;

/**
 * One to three words that one person chose for one thing: counted by person, so they stay together.
 *
 * @param id random; says nothing of when or by whom
 * @param item key of the item
 * @param language tag of the language the page was shown in; empty: not told, since too few wrote in it
 * @param words in no order
 */
public record ThreeWords(UUID id, Audience audience, String item, String language, List<String> words) {

    public ThreeWords {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words: then nothing is kept");
        }
    }
}
