package parallax.interview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.SentItem;

/**
 * What was heard in an interview so far, by the fields of the form. Only answers that the form offers stand in it. toString
 * tells nothing.
 *
 * @param fields name of a field to its values; a field without an answer is absent
 */
record Heard(Map<String, List<String>> fields) {

    static final Heard NOTHING = new Heard(Map.of());

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    Heard {
        fields = Map.copyOf(fields);
    }

    /** Field of what was noted to a touchpoint. */
    static String noteOfTouchpoint(int position) {
        return "note-t" + position;
    }

    /** Field of what was noted to an item. */
    static String noteOf(FormItem item) {
        return "note-" + item.name();
    }

    List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The first value of a field; "" without one. */
    String value(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** What was said beside "other". */
    String other(FormItem item) {
        return value(SentItem.otherField(item));
    }

    byte to(FormQuestion question) {
        return question.read(value(question.name()));
    }

    ItemAnswer to(FormItem item) {
        try {
            return item.read(values(item.name()), other(item));
        } catch (AnswerException noLongerOffered) {
            return ItemAnswer.NONE;
        }
    }

    /** With other values of a field; without any, without the field. */
    Heard with(String field, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        if (values.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, List.copyOf(values));
        }
        return new Heard(changed);
    }

    Heard with(FormItem item, ItemAnswer answer) {
        return with(item.name(), answer.values())
                .with(SentItem.otherField(item), answer.other().isEmpty() ? List.of() : List.of(answer.other()));
    }

    /** @param length of all drafts of a form: how long one is tells nothing of it */
    byte[] encode(int length) {
        byte[] text = json(fields);
        byte[] padded = Arrays.copyOf(text, Math.max(length, text.length));
        // behind a text of JSON blanks are nothing
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    /** Tells apart what was heard to some fields; "" while nothing was. */
    String version(Collection<String> of) {
        Map<String, List<String>> some = new TreeMap<>(fields);
        some.keySet().retainAll(of);
        return some.isEmpty() ? "" : UUID.nameUUIDFromBytes(json(some)).toString();
    }

    private static byte[] json(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }

    static Optional<Heard> decode(byte[] bytes) {
        try {
            return Optional.of(new Heard(JSON.readValue(bytes, FIELDS)));
        } catch (IOException cut) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Heard";
    }
}
