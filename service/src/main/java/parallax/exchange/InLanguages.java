package parallax.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Leaves of pages only what is in some languages. */
record InLanguages(Set<String> languages) {

    static InLanguages of(List<String> languages) {
        return new InLanguages(Set.copyOf(languages));
    }

    /** @throws RefusedException INVALID when no question is left with a text */
    List<ItemPage> pages(List<ItemPage> pages) {
        boolean anything = pages.stream()
                .flatMap(page -> page.items().stream())
                .flatMap(item -> item.wordings().values().stream())
                .anyMatch(texts -> !only(texts).isEmpty());
        if (!anything && !pages.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The file has no texts in the languages of this engagement (%s). Nothing was saved. Add a language of the file to the engagement, then take it again."
                            .formatted(String.join(", ", languages)));
        }
        return pages.stream()
                .map(page -> new ItemPage(
                        page.key(),
                        only(page.titles()),
                        page.items().stream().map(this::item).toList()))
                .toList();
    }

    private Item item(Item item) {
        Map<Audience, Map<String, ItemText>> wordings = new HashMap<>();
        item.wordings().forEach((audience, texts) -> wordings.put(audience, only(texts)));
        Offer offer = item.offer();
        return new Item(
                item.key(),
                item.kind(),
                wordings,
                new Offer(
                        offer.choices().stream()
                                .map(choice -> new Choice(choice.key(), only(choice.labels())))
                                .toList(),
                        offer.other(),
                        only(offer.low()),
                        only(offer.high()),
                        offer.minimum(),
                        offer.maximum()),
                item.showIf(),
                item.source());
    }

    private <T> Map<String, T> only(Map<String, T> texts) {
        Map<String, T> only = new HashMap<>(texts);
        only.keySet().retainAll(languages);
        return only;
    }
}
