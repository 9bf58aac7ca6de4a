package parallax.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Questionnaire;

/** Reads pages of items as sent, and names every value that cannot be taken. One for each list. */
public final class ItemPageReader {

    private static final int MOST_PAGES = 60;

    private final TextReader text;
    private final ConditionReader conditions;
    private final Set<String> pageKeys = new HashSet<>();
    private final Set<String> itemKeys = new HashSet<>();
    private int faults;

    /**
     * @param faults is told what cannot be taken
     * @param languages in which texts are taken; null: in any
     * @param taken keys of touchpoints, which no item may share
     */
    public ItemPageReader(Faults faults, @Nullable Set<String> languages, Set<String> taken) {
        Faults counted = (pointer, value, message) -> {
            this.faults++;
            faults.add(pointer, value, message);
        };
        this.text = new TextReader(counted, languages);
        this.conditions = new ConditionReader(text);
        itemKeys.addAll(taken);
    }

    /** The pages that could be read; all of them when no fault was told. */
    public List<ItemPage> pages(String pointer, List<@Nullable ItemPageJson> sent) {
        List<ItemPage> pages = new ArrayList<>();
        if (sent.size() > MOST_PAGES) {
            text.fault(pointer, null, "Keep at most %d pages; these are %d.".formatted(MOST_PAGES, sent.size()));
            return pages;
        }
        for (int i = 0; i < sent.size(); i++) {
            ItemPageJson page = sent.get(i);
            ItemPage read = page == null ? nothing(TextReader.at(pointer, i)) : page(TextReader.at(pointer, i), page);
            if (read != null) {
                pages.add(read);
            }
        }
        int items = pages.stream().mapToInt(page -> page.items().size()).sum();
        if (items > Questionnaire.MOST_ITEMS) {
            text.fault(
                    pointer, null, "Keep at most %d items; these are %d.".formatted(Questionnaire.MOST_ITEMS, items));
        }
        return pages;
    }

    private <T> @Nullable T nothing(String pointer) {
        text.fault(pointer, null, "This is empty. Fill it or leave it out.");
        return null;
    }

    private @Nullable ItemPage page(String pointer, ItemPageJson sent) {
        int before = faults;
        String key = text.key(TextReader.at(pointer, "key"), sent.key());
        if (!key.isEmpty() && !pageKeys.add(key)) {
            text.fault(TextReader.at(pointer, "key"), key, "Another page has this key. Give each its own.");
        }
        Map<String, String> titles =
                text.texts(TextReader.at(pointer, "titles"), sent.titles(), "a title", ItemPage.LONGEST_TITLE);
        List<Item> items = items(TextReader.at(pointer, "items"), sent.items());
        return faults > before ? null : new ItemPage(key, titles, items);
    }

    private List<Item> items(String pointer, @Nullable List<@Nullable ItemJson> sent) {
        if (sent == null || sent.isEmpty() || sent.size() > ItemPage.MOST_ITEMS) {
            text.fault(
                    pointer,
                    null,
                    "A page has 1 to %d items; this one has %d."
                            .formatted(ItemPage.MOST_ITEMS, sent == null ? 0 : sent.size()));
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            ItemJson item = sent.get(i);
            Item read = item == null ? nothing(TextReader.at(pointer, i)) : item(TextReader.at(pointer, i), item);
            if (read != null) {
                items.add(read);
            }
        }
        return items;
    }

    /** One item; null after a fault. */
    public @Nullable Item item(String pointer, ItemJson sent) {
        int before = faults;
        String key = text.key(TextReader.at(pointer, "key"), sent.key());
        if (!key.isEmpty() && !itemKeys.add(key)) {
            text.fault(
                    TextReader.at(pointer, "key"), key, "Another item or touchpoint has this key. Give each its own.");
        }
        ItemKind kind = text.code(
                TextReader.at(pointer, "kind"), sent.kind(), ItemKind::ofCode, TextReader.codes(ItemKind.values()));
        Map<Audience, Map<String, ItemText>> wordings = wordings(TextReader.at(pointer, "wordings"), sent.wordings());
        ConditionJson shown = sent.showIf();
        Condition showIf = shown == null ? null : conditions.read(TextReader.at(pointer, "show_if"), shown);
        String source = text.optional(TextReader.at(pointer, "source"), sent.source(), "a source", Item.LONGEST_SOURCE);
        Offer offer = kind == null ? null : offer(pointer, kind, sent);
        return faults > before || kind == null || offer == null
                ? null
                : new Item(key, kind, wordings, offer, showIf, source);
    }

    private Map<Audience, Map<String, ItemText>> wordings(
            String pointer, @Nullable Map<String, @Nullable Map<String, @Nullable ItemTextJson>> sent) {
        Map<Audience, Map<String, ItemText>> read = new EnumMap<>(Audience.class);
        if (sent == null || sent.isEmpty()) {
            text.fault(pointer, null, "Say who is asked: write it for at least one audience.");
            return read;
        }
        sent.forEach((code, texts) -> {
            String at = TextReader.at(pointer, code);
            Audience audience = text.code(at, code, Audience::ofCode, TextReader.codes(Audience.values()));
            if (audience != null) {
                read.put(audience, texts == null ? Map.of() : texts(at, texts));
            }
        });
        return read;
    }

    private Map<String, ItemText> texts(String pointer, Map<String, @Nullable ItemTextJson> sent) {
        Map<String, ItemText> read = new TreeMap<>();
        sent.forEach((language, words) -> {
            String at = TextReader.at(pointer, language);
            String question = words == null ? null : words.question();
            if (text.isLanguage(at, language, question)) {
                String asked = text.text(TextReader.at(at, "question"), question, "a question", ItemText.LONGEST);
                String hint = text.optional(
                        TextReader.at(at, "hint"), words == null ? null : words.hint(), "a hint", ItemText.LONGEST);
                if (!asked.isEmpty()) {
                    read.put(language, new ItemText(asked, hint));
                }
            }
        });
        return read;
    }

    private @Nullable Offer offer(String pointer, ItemKind kind, ItemJson sent) {
        int before = faults;
        suits(pointer, "choices", sent.choices(), kind.hasChoices(), kind);
        suits(pointer, "other", sent.other(), kind.hasChoices(), kind);
        suits(pointer, "low", sent.low(), kind == ItemKind.ZERO_TO_TEN, kind);
        suits(pointer, "high", sent.high(), kind == ItemKind.ZERO_TO_TEN, kind);
        suits(pointer, "minimum", sent.minimum(), kind == ItemKind.NUMBER, kind);
        suits(pointer, "maximum", sent.maximum(), kind == ItemKind.NUMBER, kind);
        List<Choice> choices =
                kind.hasChoices() ? choices(TextReader.at(pointer, "choices"), sent.choices()) : List.of();
        Map<String, String> low = text.texts(TextReader.at(pointer, "low"), sent.low(), "words", Offer.LONGEST_END);
        Map<String, String> high = text.texts(TextReader.at(pointer, "high"), sent.high(), "words", Offer.LONGEST_END);
        if (kind == ItemKind.NUMBER) {
            limits(pointer, sent);
        }
        return faults > before
                ? null
                : new Offer(
                        choices,
                        Boolean.TRUE.equals(sent.other()),
                        low,
                        high,
                        sent.minimum() == null ? 0 : sent.minimum(),
                        sent.maximum() == null ? 0 : sent.maximum());
    }

    private void suits(String pointer, String part, @Nullable Object sent, boolean suits, ItemKind kind) {
        if (sent != null && !suits) {
            text.fault(
                    TextReader.at(pointer, part),
                    null,
                    "An item of kind %s has no %s. Leave it out.".formatted(kind.code(), part));
        }
    }

    private void limits(String pointer, ItemJson sent) {
        Integer minimum = sent.minimum();
        Integer maximum = sent.maximum();
        if (minimum == null || maximum == null || minimum >= maximum) {
            text.fault(
                    TextReader.at(pointer, "minimum"),
                    minimum,
                    "A number needs a minimum below its maximum, both whole numbers.");
        }
    }

    private List<Choice> choices(String pointer, @Nullable List<@Nullable ChoiceJson> sent) {
        if (sent == null || sent.size() < 2 || sent.size() > Offer.MOST_CHOICES) {
            text.fault(
                    pointer,
                    null,
                    "Offer 2 to %d choices; these are %d."
                            .formatted(Offer.MOST_CHOICES, sent == null ? 0 : sent.size()));
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = TextReader.at(pointer, i);
            ChoiceJson choice = sent.get(i);
            if (choice == null) {
                nothing(at);
                continue;
            }
            String key = text.key(TextReader.at(at, "key"), choice.key());
            if (key.equals(Choice.OTHER)) {
                text.fault(TextReader.at(at, "key"), key, "This key is taken: set \"other\": true instead.");
            } else if (!key.isEmpty() && !keys.add(key)) {
                text.fault(TextReader.at(at, "key"), key, "Another choice has this key. Give each its own.");
            } else if (!key.isEmpty()) {
                Map<String, String> labels = text.texts(
                        TextReader.at(at, "labels"), choice.labels(), "the words of the choice", Choice.LONGEST_LABEL);
                choices.add(new Choice(key, labels));
            }
        }
        return choices;
    }
}
