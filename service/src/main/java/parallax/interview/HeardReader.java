package parallax.interview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.web.InputError;

/** Reads the answers of an interview from JSON, and collects everything that is wrong with them. */
final class HeardReader {

    private static final Set<String> MEASURES = Set.of("experience", "importance");

    private static final Set<String> PARTS = Set.of("values", "other");

    private final Script script;
    private final List<InputError> errors = new ArrayList<>();
    private Heard heard = Heard.NOTHING;

    HeardReader(Script script) {
        this.script = script;
    }

    List<InputError> errors() {
        return List.copyOf(errors);
    }

    Heard read(InterviewInput input) {
        each("/answers", input.answers(), this::touchpoint);
        each("/items", input.items(), this::item);
        each("/notes", input.notes(), this::note);
        int tooLong = script.tooLong(heard);
        if (tooLong > 0) {
            error("/notes", null, Faults.ofNotes(tooLong));
        }
        if (errors.isEmpty()) {
            requireAsked(input);
        }
        return heard;
    }

    private void each(String pointer, @Nullable JsonNode node, BiConsumer<String, JsonNode> reader) {
        if (node == null) {
            return;
        }
        if (!node.isObject()) {
            error(pointer, node, "Give an object of keys and answers.");
            return;
        }
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            reader.accept(field.getKey(), field.getValue());
        }
    }

    private void touchpoint(String key, JsonNode ratings) {
        String pointer = "/answers/" + escaped(key);
        FormTouchpoint touchpoint = script.touchpoint(key).orElse(null);
        if (touchpoint == null) {
            String keys = String.join(
                    ", ", script.touchpoints().stream().map(FormTouchpoint::key).toList());
            error(pointer, null, "This wave asks of no such touchpoint. Use one of %s.".formatted(keys));
            return;
        }
        if (!ratings.isObject()) {
            error(pointer, ratings, "Give an object with experience and importance.");
            return;
        }
        ratings.fieldNames().forEachRemaining(name -> {
            if (!MEASURES.contains(name)) {
                error(pointer + "/" + escaped(name), ratings.get(name), "Use experience and importance only.");
            }
        });
        rating(pointer + "/experience", touchpoint.experience(), ratings.get("experience"));
        rating(pointer + "/importance", touchpoint.importance(), ratings.get("importance"));
    }

    private void rating(String pointer, FormQuestion question, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return;
        }
        boolean offersNa = question.options().stream().anyMatch(FormOption::wayOut);
        boolean na = node.isTextual() && node.textValue().equals(FormOption.NOT_APPLICABLE);
        if (na && !offersNa) {
            return;
        }
        List<String> points = question.options().stream()
                .filter(option -> !option.wayOut())
                .map(FormOption::value)
                .toList();
        String value = node.isIntegralNumber() ? node.asText() : "";
        if (!na && !points.contains(value)) {
            error(
                    pointer,
                    node,
                    "Use a whole number from %s to %s, or \"na\"."
                            .formatted(points.get(0), points.get(points.size() - 1)));
            return;
        }
        heard = heard.with(question.name(), List.of(na ? FormOption.NOT_APPLICABLE : value));
    }

    private void item(String key, JsonNode node) {
        String pointer = "/items/" + escaped(key);
        FormItem item = script.item(key).orElse(null);
        if (item == null) {
            error(pointer, null, "This wave asks no such item. %s".formatted(itemsThereAre()));
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!PARTS.contains(name)) {
                error(pointer + "/" + escaped(name), node.get(name), "Use values and other only.");
            }
        });
        if (node.hasNonNull("other") && !node.path("other").isTextual()) {
            error(pointer + "/other", node.path("other"), "Give a text.");
        }
        JsonNode values = node.isObject() ? node.path("values") : node;
        String other = node.isObject() && node.path("other").isTextual()
                ? node.path("other").textValue()
                : "";
        List<String> sent = new ArrayList<>();
        for (JsonNode value : values.isArray() ? values : List.of(values)) {
            if (value.isTextual() || value.isIntegralNumber()) {
                sent.add(value.asText());
            } else if (!value.isNull()) {
                error(pointer, value, "Give a text, a whole number, or a list of them.");
                return;
            }
        }
        try {
            heard = heard.with(item, item.read(sent, other));
        } catch (AnswerException wrong) {
            error(pointer, node, Faults.of(wrong, item));
        }
    }

    private void note(String key, JsonNode node) {
        String pointer = "/notes/" + escaped(key);
        String field = script.touchpoint(key)
                .map(touchpoint -> Heard.noteOfTouchpoint(touchpoint.position()))
                .or(() -> script.item(key).map(Heard::noteOf))
                .orElse(null);
        if (field == null) {
            error(pointer, null, "This wave asks no such touchpoint or item. Use a key of its questionnaire.");
            return;
        }
        String note = node.isTextual() ? node.textValue().strip() : null;
        String fault = note == null ? "Give a text." : Faults.ofNote(note);
        if (fault != null) {
            error(pointer, null, fault);
        } else if (note != null && !note.isEmpty()) {
            heard = heard.with(field, List.of(note));
        }
    }

    private void requireAsked(InterviewInput input) {
        Heard asked = script.asked(heard);
        for (FormItem item : script.form().items()) {
            boolean dropped = !heard.to(item).isNone() && asked.to(item).equals(ItemAnswer.NONE);
            if (dropped) {
                String pointer = "/items/" + escaped(item.key());
                JsonNode sent = input.items() == null ? null : input.items().get(item.key());
                error(pointer, sent, "It is not asked after these answers. Leave it out.");
            }
        }
        heard = asked;
    }

    private String itemsThereAre() {
        List<String> keys = script.form().items().stream().map(FormItem::key).toList();
        return keys.isEmpty() ? "It has touchpoints only." : "Use one of %s.".formatted(String.join(", ", keys));
    }

    private void error(String pointer, @Nullable JsonNode value, String message) {
        String shown = value == null ? null : value.isTextual() ? value.textValue() : value.toString();
        errors.add(InputError.field(pointer, shown, message));
    }

    /** As RFC 6901 wants it. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
