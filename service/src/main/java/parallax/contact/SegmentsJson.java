package parallax.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Segments of a person as a JSON object. */
final class SegmentsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private SegmentsJson() {}

    static Map<String, String> read(String json) {
        try {
            return json.equals("{}") ? Map.of() : JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("segments are no JSON object of texts", e);
        }
    }

    static String write(Map<String, String> segments) {
        try {
            return segments.isEmpty() ? "{}" : JSON.writeValueAsString(new TreeMap<>(segments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
