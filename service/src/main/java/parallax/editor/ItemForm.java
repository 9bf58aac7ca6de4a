package parallax.editor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ChoiceJson;
import parallax.instrument.ConditionJson;
import parallax.instrument.ItemJson;
import parallax.instrument.ItemTextJson;
import parallax.questionnaire.Audience;
import parallax.questionnaire.ItemKind;

/** An item as typed in the default language, over what is stored of it in the other languages. */
final class ItemForm {

    static final int BLANK_CHOICES = 3;

    private final Map<String, String> values;
    private final String language;
    private final @Nullable ItemJson stored;

    private ItemForm(Map<String, String> values, String language, @Nullable ItemJson stored) {
        this.values = values;
        this.language = language;
        this.stored = stored;
    }

    static ItemForm typed(MultivaluedMap<String, String> form, String language, @Nullable ItemJson stored) {
        Map<String, String> values = new HashMap<>();
        form.forEach((name, all) -> values.put(name, all.isEmpty() || all.get(0) == null ? "" : all.get(0)));
        return new ItemForm(values, language, stored);
    }

    static ItemForm blank(String language, String page) {
        Map<String, String> values = new HashMap<>();
        values.put("kind", ItemKind.AGREEMENT.code());
        values.put("page", page);
        values.put("show", ConditionChoice.ALWAYS);
        return new ItemForm(values, language, null);
    }

    static ItemForm of(ItemJson item, String language, String page) {
        Map<String, String> values = new HashMap<>();
        values.put("key", text(item.key()));
        values.put("kind", text(item.kind()));
        values.put("page", page);
        if (item.wordings() != null) {
            item.wordings().forEach((audience, texts) -> {
                values.put("asks_" + audience, "true");
                ItemTextJson words = texts == null ? null : texts.get(language);
                values.put("question_" + audience, words == null ? "" : text(words.question()));
                values.put("hint_" + audience, words == null ? "" : text(words.hint()));
            });
        }
        List<@Nullable ChoiceJson> choices = item.choices() == null ? List.of() : item.choices();
        for (int i = 0; i < choices.size(); i++) {
            ChoiceJson choice = choices.get(i);
            values.put("choice" + i + "-key", choice == null ? "" : text(choice.key()));
            values.put("choice" + i, choice == null ? "" : in(choice.labels(), language));
        }
        values.put("low", in(item.low(), language));
        values.put("high", in(item.high(), language));
        values.put("minimum", item.minimum() == null ? "" : item.minimum().toString());
        values.put("maximum", item.maximum() == null ? "" : item.maximum().toString());
        values.put("source", text(item.source()));
        if (Boolean.TRUE.equals(item.other())) {
            values.put("other", "true");
        }
        ConditionChoice.fill(values, item.showIf());
        return new ItemForm(values, language, item);
    }

    private static String in(@Nullable Map<String, @Nullable String> texts, String language) {
        return texts == null ? "" : text(texts.get(language));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    Map<String, String> values() {
        return values;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Nullable
    ItemJson stored() {
        return stored;
    }

    /** How many rows of choices are shown. */
    int choiceRows() {
        int rows = 0;
        for (int i = 0; i < 60; i++) {
            if (!value("choice" + i).isBlank() || !value("choice" + i + "-key").isEmpty()) {
                rows = i + 1;
            }
        }
        return Math.min(rows + BLANK_CHOICES, 60);
    }

    ItemJson toJson(String key) {
        String code = value("kind");
        boolean chooses = code.equals(ItemKind.SINGLE.code()) || code.equals(ItemKind.MULTIPLE.code());
        boolean ends = code.equals(ItemKind.ZERO_TO_TEN.code());
        boolean number = code.equals(ItemKind.NUMBER.code());
        return new ItemJson(
                key,
                code,
                wordings(),
                chooses ? choices() : null,
                chooses && values.containsKey("other") ? true : null,
                ends ? over(stored == null ? null : stored.low(), value("low")) : null,
                ends ? over(stored == null ? null : stored.high(), value("high")) : null,
                number ? whole("minimum") : null,
                number ? whole("maximum") : null,
                condition(),
                value("source").isBlank() ? null : value("source"));
    }

    private @Nullable ConditionJson condition() {
        return ConditionChoice.read(values, stored == null ? null : stored.showIf());
    }

    private @Nullable Integer whole(String name) {
        try {
            return Integer.valueOf(value(name).strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Map<String, @Nullable Map<String, @Nullable ItemTextJson>> wordings() {
        Map<String, @Nullable Map<String, @Nullable ItemTextJson>> wordings = new LinkedHashMap<>();
        for (Audience audience : Audience.values()) {
            String code = audience.code();
            if (!values.containsKey("asks_" + code)) {
                continue;
            }
            Map<String, @Nullable ItemTextJson> old = stored == null || stored.wordings() == null
                    ? null
                    : stored.wordings().get(code);
            Map<String, @Nullable ItemTextJson> texts = new TreeMap<>();
            if (old != null) {
                texts.putAll(old);
            }
            texts.put(language, new ItemTextJson(value("question_" + code), value("hint_" + code)));
            wordings.put(code, texts);
        }
        return wordings;
    }

    private List<@Nullable ChoiceJson> choices() {
        List<@Nullable ChoiceJson> choices = new ArrayList<>();
        List<String> taken = new ArrayList<>(Arrays.asList("other"));
        for (int i : writtenChoices()) {
            String key = value("choice" + i + "-key");
            if (!key.isEmpty()) {
                taken.add(key);
            }
        }
        for (int i : writtenChoices()) {
            String key = value("choice" + i + "-key");
            String label = value("choice" + i);
            String given = key.isEmpty() ? NewKeys.of(label, "choice", taken) : key;
            taken.add(given);
            choices.add(new ChoiceJson(given, over(storedLabels(given), label)));
        }
        return choices;
    }

    /** Rows of choices that are not blank, in their order. */
    List<Integer> writtenChoices() {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (!value("choice" + i).isBlank()) {
                rows.add(i);
            }
        }
        return rows;
    }

    private @Nullable Map<String, @Nullable String> storedLabels(String key) {
        if (stored == null || stored.choices() == null) {
            return null;
        }
        return stored.choices().stream()
                .filter(choice -> choice != null && key.equals(choice.key()))
                .findFirst()
                .map(ChoiceJson::labels)
                .orElse(null);
    }

    private Map<String, @Nullable String> over(@Nullable Map<String, @Nullable String> old, String text) {
        Map<String, @Nullable String> texts = new TreeMap<>();
        if (old != null) {
            texts.putAll(old);
        }
        texts.put(language, text);
        return texts;
    }
}
