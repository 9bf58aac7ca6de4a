package parallax.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.instrument.ItemPageReader;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;

/** JSON as this package's tables hold it. Apart from the API's mapper: what is stored must not change with it. */
final class StoredJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private StoredJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static List<String> texts(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<Integer> numbers(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, String> textMap(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, Integer> numberMap(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, Map<String, Double>> shares(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<Wave.Reminder> reminders(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String write(Questionnaire questionnaire) {
        return write(StoredQuestionnaire.from(questionnaire));
    }

    static Questionnaire questionnaire(String json) {
        StoredQuestionnaire stored = read(json, new TypeReference<>() {});
        return stored.toQuestionnaire();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }

    static List<@Nullable RewordingJson> rewordings(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<ItemPage> pages(String json) {
        return pages(read(json, new TypeReference<List<@Nullable ItemPageJson>>() {}));
    }

    static Map<String, Map<String, String>> ownTexts(String json) {
        return read(json, new TypeReference<>() {});
    }

    /** What was stored was checked before: a fault in it is ours. */
    private static List<ItemPage> pages(List<@Nullable ItemPageJson> stored) {
        return new ItemPageReader(
                        (pointer, value, message) -> {
                            throw new IllegalStateException("stored pages, %s: %s".formatted(pointer, message));
                        },
                        null,
                        Set.of())
                .pages("", stored);
    }

    /** @param pages absent in versions that were frozen before there were items; so are texts */
    record StoredQuestionnaire(
            List<String> languages,
            int scalePoints,
            List<TouchpointJson> touchpoints,
            @Nullable List<@Nullable ItemPageJson> pages,
            @Nullable Map<String, Map<String, String>> texts) {

        static StoredQuestionnaire from(Questionnaire questionnaire) {
            return new StoredQuestionnaire(
                    questionnaire.languages(),
                    questionnaire.scalePoints(),
                    questionnaire.touchpoints().stream()
                            .map(TouchpointJson::from)
                            .toList(),
                    ItemPageJson.from(questionnaire.pages()),
                    questionnaire.texts());
        }

        Questionnaire toQuestionnaire() {
            return new Questionnaire(
                    languages,
                    scalePoints,
                    touchpoints.stream().map(TouchpointJson::toTouchpoint).toList(),
                    pages == null ? List.of() : StoredJson.pages(pages),
                    texts == null ? Map.of() : texts);
        }
    }
}
