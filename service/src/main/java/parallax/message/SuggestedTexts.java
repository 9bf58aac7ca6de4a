package parallax.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import parallax.questionnaire.Wording;

/** The texts that stand until a consultant writes others ({@code message/….json}), and the phrases placeholders are made of. */
final class SuggestedTexts {

    private static final Map<String, Language> LANGUAGES = read();

    private SuggestedTexts() {}

    static MessageText of(MessageKey key) {
        return Optional.ofNullable(language(key.language()).messages().get(key.name()))
                .orElseThrow(() -> new IllegalStateException("no suggested text " + key));
    }

    static Map<String, String> phrases(String language) {
        return language(language).phrases();
    }

    private static Language language(String tag) {
        return Optional.ofNullable(LANGUAGES.get(tag))
                .orElseThrow(() -> new IllegalStateException("no suggested texts in " + tag));
    }

    private static Map<String, Language> read() {
        ObjectMapper json = new ObjectMapper();
        Map<String, Language> languages = new HashMap<>();
        for (String tag : Wording.languages()) {
            try (InputStream file = SuggestedTexts.class.getResourceAsStream("/message/" + tag + ".json")) {
                if (file == null) {
                    throw new IllegalStateException("no suggested texts in " + tag);
                }
                languages.put(tag, language(json.readTree(file)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return Map.copyOf(languages);
    }

    private static Language language(JsonNode file) {
        Map<String, String> phrases = new LinkedHashMap<>();
        file.path("phrases")
                .fields()
                .forEachRemaining(
                        field -> phrases.put(field.getKey(), field.getValue().asText()));
        Map<String, MessageText> messages = new LinkedHashMap<>();
        file.path("messages").fields().forEachRemaining(field -> messages.put(field.getKey(), text(field.getValue())));
        return new Language(Map.copyOf(phrases), Map.copyOf(messages));
    }

    private static MessageText text(JsonNode message) {
        List<String> paragraphs = StreamSupport.stream(message.path("body").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new MessageText(message.path("subject").asText(), String.join("\n\n", paragraphs));
    }

    private record Language(Map<String, String> phrases, Map<String, MessageText> messages) {}
}
