package parallax.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A change of a person as JSON: what it names is set, null takes away (RFC 7396). */
final class ContactPatch {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<InputError> wrong = new ArrayList<>();

    private ContactPatch() {}

    /** @throws RefusedException MALFORMED when it is no object; INVALID for properties that are none, or no text */
    static Map<String, String> texts(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw new RefusedException(ProblemType.MALFORMED, "The body must be a JSON object.");
        }
        ContactPatch read = new ContactPatch();
        patch.fields().forEachRemaining(entry -> read.property(entry.getKey(), entry.getValue()));
        if (!read.wrong.isEmpty()) {
            throw new RefusedException(ProblemType.INVALID, "The contact was not changed.", read.wrong);
        }
        return read.texts;
    }

    private void property(String name, JsonNode value) {
        if (name.equals("segments") && value.isObject()) {
            value.fields()
                    .forEachRemaining(segment -> put(ContactFields.SEGMENT + segment.getKey(), segment.getValue()));
        } else if (ContactFields.COLUMNS.contains(name)) {
            put(name, value);
        } else {
            wrong.add(InputError.field("/" + clean(name), null, "is no property of a contact that can be changed"));
        }
    }

    private void put(String column, JsonNode value) {
        String pointer = ContactEditing.pointer(clean(column));
        if (value.isNull()) {
            texts.put(column, "");
        } else if (!value.isTextual()) {
            wrong.add(InputError.field(pointer, null, "must be a text or null"));
        } else if (!clean(value.asText()).equals(value.asText())
                || !clean(column).equals(column)) {
            wrong.add(InputError.field(pointer, null, "holds a character that cannot be stored"));
        } else {
            texts.put(column, value.asText().strip());
        }
    }

    /** Without U+0000 and halves of surrogate pairs, which no database and no JSON writer takes. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
