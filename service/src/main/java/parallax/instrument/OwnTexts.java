package parallax.instrument;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A questionnaire's own words for standard texts of the answering pages: key to language tag to words. */
public final class OwnTexts {

    public static final int LONGEST = 1000;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_.-]{0,79}");
    private static final int MOST = 300;

    private OwnTexts() {}

    /** Stored texts as they would be sent. */
    public static Map<String, @Nullable Map<String, @Nullable String>> sent(Map<String, Map<String, String>> stored) {
        Map<String, @Nullable Map<String, @Nullable String>> sent = new TreeMap<>();
        stored.forEach((key, words) -> sent.put(key, new TreeMap<>(words)));
        return sent;
    }

    /**
     * What could be read; all of it when no fault was told.
     *
     * @param languages in which texts are taken; null: in any
     */
    public static Map<String, Map<String, String>> read(
            String pointer,
            Map<String, @Nullable Map<String, @Nullable String>> sent,
            Faults faults,
            @Nullable Set<String> languages) {
        TextReader reader = new TextReader(faults, languages);
        Map<String, Map<String, String>> read = new TreeMap<>();
        if (sent.size() > MOST) {
            reader.fault(pointer, sent.size(), "Keep at most %d texts.".formatted(MOST));
            return read;
        }
        sent.forEach((key, words) -> {
            String at = TextReader.at(pointer, key);
            if (!KEY.matcher(key).matches()) {
                reader.fault(at, key, "Use the key of a standard text: lower-case letters, digits, _, - and dots.");
            } else if (words != null) {
                Map<String, String> texts = reader.texts(at, words, "the text", LONGEST);
                if (!texts.isEmpty()) {
                    read.put(key, texts);
                }
            }
        });
        return read;
    }
}
