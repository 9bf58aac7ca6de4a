package parallax.message;

/** A row of {@code study.message}. */
public record MessageRow(String kind, String readers, String language, String subject, String body) {

    static MessageRow of(MessageKey key, MessageText text) {
        return new MessageRow(key.kind().code(), key.readers().code(), key.language(), text.subject(), text.body());
    }

    MessageKey key() {
        return new MessageKey(
                MessageKind.find(kind).orElseThrow(), Readers.find(readers).orElseThrow(), language);
    }

    MessageText text() {
        return new MessageText(subject, body);
    }
}
