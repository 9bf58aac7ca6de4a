package parallax.interview;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What an interviewer says before the first question and between two, in the language of the person; English where there are
 * no words in theirs.
 *
 * @param language of the words
 * @param paragraphs who calls and why, who sees the answers, and the question for consent
 * @param probes neutral questions that lead further
 */
record Introduction(String language, List<String> paragraphs, List<String> probes) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "ur", "yi");
    private static final String FALLBACK = "en";
    private static final Map<String, Properties> WORDS = new ConcurrentHashMap<>();

    Introduction {
        paragraphs = List.copyOf(paragraphs);
        probes = List.copyOf(probes);
    }

    /** @param values names of places such as {@code client} to what stands there */
    static Introduction in(String language, Map<String, String> values) {
        String found = Introduction.class.getResource(file(language)) == null ? FALLBACK : language;
        Properties words = WORDS.computeIfAbsent(found, Introduction::load);
        return new Introduction(
                found,
                Stream.of("who", "length", "promise", "consent")
                        .map(key -> filled(words.getProperty(key), values))
                        .toList(),
                Stream.of("probe.more", "probe.reason", "probe.example")
                        .map(key -> Objects.requireNonNull(words.getProperty(key)))
                        .toList());
    }

    /** Of a language: {@code rtl} or {@code ltr}. */
    static String direction(String language) {
        return RIGHT_TO_LEFT.contains(language.split("-", 2)[0]) ? "rtl" : "ltr";
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String file(String language) {
        return "/interview/" + language.replaceAll("[^A-Za-z0-9-]", "") + ".properties";
    }

    private static Properties load(String language) {
        try (InputStream stream = Objects.requireNonNull(Introduction.class.getResourceAsStream(file(language)));
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
