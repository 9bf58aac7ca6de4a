package parallax.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import parallax.web.InputError;

/** Problems of a file as a JSON array. */
final class ProblemsJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    private static final TypeReference<List<InputError>> PROBLEMS = new TypeReference<>() {};

    private ProblemsJson() {}

    static List<InputError> read(String json) {
        try {
            return JSON.readValue(json, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import's problems are no JSON array of them", e);
        }
    }

    static String write(List<InputError> problems) {
        try {
            return JSON.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
