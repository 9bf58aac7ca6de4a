package parallax.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All texts of an engagement's next launch, or of a wave.
 *
 * @param own those that a consultant wrote, or that a launch kept; for the others the suggested ones stand
 * @param thanks whether those who answered get a thank-you
 * @param version rises with every change; 0: never changed
 */
public record MessageSet(Map<MessageKey, MessageText> own, boolean thanks, int version) {

    public static final MessageSet SUGGESTED = new MessageSet(Map.of(), false, 0);

    public MessageSet {
        own = Map.copyOf(own);
    }

    /** The text that is sent. */
    public MessageText text(MessageKey key) {
        MessageText written = own.get(key);
        return written == null ? SuggestedTexts.of(key) : written;
    }

    boolean isOwn(MessageKey key) {
        return own.containsKey(key);
    }

    /** Every text there is, in these languages. */
    static List<MessageKey> keys(List<String> languages, Set<Readers> readers) {
        List<MessageKey> keys = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            for (Readers one : Readers.values()) {
                if (readers.contains(one)) {
                    languages.forEach(language -> keys.add(new MessageKey(kind, one, language)));
                }
            }
        }
        return keys;
    }
}
