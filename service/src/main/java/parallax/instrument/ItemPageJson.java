package parallax.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.ItemPage;

/**
 * A page of items as sent, shown and stored.
 *
 * @param key unique in the questionnaire
 * @param titles language tag to the heading, 1 to 60 characters
 * @param items 1 to 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemPageJson(
        @Nullable String key,
        @Nullable Map<String, @Nullable String> titles,
        @Nullable List<@Nullable ItemJson> items) {

    public static ItemPageJson from(ItemPage page) {
        return new ItemPageJson(
                page.key(),
                new TreeMap<>(page.titles()),
                List.copyOf(page.items().stream().map(ItemJson::from).toList()));
    }

    /** In their order. */
    public static List<@Nullable ItemPageJson> from(List<ItemPage> pages) {
        return List.copyOf(pages.stream().map(ItemPageJson::from).toList());
    }
}
