package parallax.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parallax.questionnaire.Audience;
import parallax.questionnaire.ItemPage;

/**
 * A group of items of the bank that are asked together.
 *
 * @param titles language tag to name
 * @param about what it finds out, in English
 * @param byDefault whether a new engagement starts with it
 */
public record BankInstrument(
        String key, Map<String, String> titles, String about, boolean byDefault, List<ItemPage> pages) {

    public BankInstrument {
        titles = Map.copyOf(titles);
        pages = List.copyOf(pages);
    }

    /** Who is asked any of its items. */
    public Set<Audience> audiences() {
        Set<Audience> audiences = new TreeSet<>();
        pages.forEach(page ->
                page.items().forEach(item -> audiences.addAll(item.wordings().keySet())));
        return audiences;
    }
}
