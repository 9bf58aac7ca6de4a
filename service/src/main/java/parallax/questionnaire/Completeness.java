package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much of a page's title or of an item is written in a language.
 *
 * @param key of the page or item
 * @param page whether it is a page
 * @param written texts that are there
 * @param needed texts that are needed
 */
public record Completeness(String key, boolean page, int written, int needed) {

    public boolean isWhole() {
        return written == needed;
    }

    /** Of each page and item, in the order of the form. Touchpoints are always whole. */
    public static List<Completeness> of(Questionnaire questionnaire, String language) {
        List<Completeness> all = new ArrayList<>();
        for (ItemPage page : questionnaire.pages()) {
            all.add(new Completeness(page.key(), true, has(page.titles(), language), 1));
            page.items().forEach(item -> all.add(of(item, language)));
        }
        return all;
    }

    private static Completeness of(Item item, String language) {
        Offer offer = item.offer();
        int ends = item.kind() == ItemKind.ZERO_TO_TEN ? 2 : 0;
        int needed = item.wordings().size() + offer.choices().size() + ends;
        int written = ends == 0 ? 0 : has(offer.low(), language) + has(offer.high(), language);
        for (Map<String, ItemText> texts : item.wordings().values()) {
            written += has(texts, language);
        }
        for (Choice choice : offer.choices()) {
            written += has(choice.labels(), language);
        }
        return new Completeness(item.key(), false, written, needed);
    }

    private static int has(Map<String, ?> texts, String language) {
        return texts.containsKey(language) ? 1 : 0;
    }
}
