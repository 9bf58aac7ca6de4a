package parallax.study;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;

/**
 * Items in the languages of an engagement. Words that are missing come from the bank's item of the same key, as long as the
 * words there are (of the same part, in any language) are the bank's.
 */
final class BankWords {

    private final Set<String> languages;

    BankWords(List<String> languages) {
        this.languages = new HashSet<>(languages);
    }

    ItemPage page(ItemPage page, Optional<ItemPage> known, Map<String, Item> bank) {
        return new ItemPage(
                page.key(),
                words(page.titles(), known.map(ItemPage::titles).orElse(Map.of())),
                page.items().stream()
                        .map(item -> item(item, bank.getOrDefault(item.key(), item)))
                        .toList());
    }

    private Item item(Item item, Item known) {
        Map<Audience, Map<String, ItemText>> wordings = new EnumMap<>(Audience.class);
        item.wordings()
                .forEach((audience, texts) ->
                        wordings.put(audience, words(texts, known.wordings().getOrDefault(audience, Map.of()))));
        Offer offer = item.offer();
        List<Choice> choices = offer.choices().stream()
                .map(choice -> new Choice(choice.key(), words(choice.labels(), labels(known, choice.key()))))
                .toList();
        Offer spoken = new Offer(
                choices,
                offer.other(),
                words(offer.low(), known.offer().low()),
                words(offer.high(), known.offer().high()),
                offer.minimum(),
                offer.maximum());
        return new Item(item.key(), item.kind(), wordings, spoken, item.showIf(), item.source());
    }

    private static Map<String, String> labels(Item item, String choice) {
        int position = item.offer().positionOf(choice);
        return position < 0 ? Map.of() : item.offer().choices().get(position).labels();
    }

    private <T> Map<String, T> words(Map<String, T> own, Map<String, T> known) {
        Map<String, T> words = new HashMap<>();
        if (known.entrySet().containsAll(own.entrySet())) {
            words.putAll(known);
        }
        words.putAll(own);
        words.keySet().retainAll(languages);
        return words;
    }
}
