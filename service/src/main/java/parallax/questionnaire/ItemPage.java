package parallax.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * A page of items; such pages follow those of the touchpoints. An audience that is asked none of its items does not meet it.
 *
 * @param key unique in the questionnaire, as the key of an {@link Item}
 * @param titles language tag to the heading, each 1 to 60 characters
 * @param items 1 to 20, in the order they are asked
 */
public record ItemPage(String key, Map<String, String> titles, List<Item> items) {

    public static final int LONGEST_TITLE = 60;
    public static final int MOST_ITEMS = 20;

    public ItemPage {
        Keys.check("page", key);
        titles = Keys.texts("title of page '%s'".formatted(key), titles, LONGEST_TITLE);
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw new UnfitModelException(
                    "page '%s' has %d items: a page has 1 to %d".formatted(key, items.size(), MOST_ITEMS));
        }
    }
}
