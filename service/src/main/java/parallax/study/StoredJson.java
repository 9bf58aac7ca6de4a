package parallax.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
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

    record StoredQuestionnaire(List<String> languages, int scalePoints, List<TouchpointJson> touchpoints) {

        static StoredQuestionnaire from(Questionnaire questionnaire) {
            return new StoredQuestionnaire(
                    questionnaire.languages(),
                    questionnaire.scalePoints(),
                    questionnaire.touchpoints().stream()
                            .map(TouchpointJson::from)
                            .toList());
        }

        Questionnaire toQuestionnaire() {
            return new Questionnaire(
                    languages,
                    scalePoints,
                    touchpoints.stream().map(TouchpointJson::toTouchpoint).toList());
        }
    }
}
