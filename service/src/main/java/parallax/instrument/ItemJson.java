package parallax.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;

/**
 * An item as sent, shown and stored; what does not apply is absent.
 *
 * @param kind {@code agreement}, {@code single}, {@code multiple}, {@code zero_to_ten}, {@code words}, {@code short_text},
 *     {@code long_text}, {@code number}, {@code date}
 * @param wordings audience to language tag to text; an audience that is absent is not asked
 * @param choices of a single or multiple choice
 * @param other whether one may write what is not among the choices
 * @param low of a 0–10 item: language tag to the words at 0
 * @param high likewise at 10
 * @param minimum of a number
 * @param maximum of a number
 * @param showIf absent: always asked
 * @param source a note for consultants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemJson(
        @Nullable String key,
        @Nullable String kind,
        @Nullable Map<String, @Nullable Map<String, @Nullable ItemTextJson>> wordings,
        @Nullable List<@Nullable ChoiceJson> choices,
        @Nullable Boolean other,
        @Nullable Map<String, @Nullable String> low,
        @Nullable Map<String, @Nullable String> high,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        @Nullable ConditionJson showIf,
        @Nullable String source) {

    public static ItemJson from(Item item) {
        Offer offer = item.offer();
        boolean number = item.kind() == ItemKind.NUMBER;
        return new ItemJson(
                item.key(),
                item.kind().code(),
                wordings(item.wordings()),
                offer.choices().isEmpty()
                        ? null
                        : List.copyOf(
                                offer.choices().stream().map(ChoiceJson::from).toList()),
                offer.other() ? true : null,
                offer.low().isEmpty() ? null : new TreeMap<>(offer.low()),
                offer.high().isEmpty() ? null : new TreeMap<>(offer.high()),
                number ? offer.minimum() : null,
                number ? offer.maximum() : null,
                item.showIf() == null ? null : ConditionJson.from(item.showIf()),
                item.source().isEmpty() ? null : item.source());
    }

    private static Map<String, @Nullable Map<String, @Nullable ItemTextJson>> wordings(
            Map<Audience, Map<String, ItemText>> wordings) {
        Map<String, @Nullable Map<String, @Nullable ItemTextJson>> json = new java.util.LinkedHashMap<>();
        new TreeMap<>(wordings).forEach((audience, texts) -> {
            Map<String, @Nullable ItemTextJson> byLanguage = new TreeMap<>();
            texts.forEach((language, text) -> byLanguage.put(language, ItemTextJson.from(text)));
            json.put(audience.code(), byLanguage);
        });
        return json;
    }
}
