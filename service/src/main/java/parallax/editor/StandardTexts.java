package parallax.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The standard texts of the answering pages, which a questionnaire may put into its own words. */
final class StandardTexts {

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private StandardTexts() {}

    /** Key to text in a language, by key. */
    static Map<String, String> in(String language) {
        return READ.computeIfAbsent(language, StandardTexts::read);
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try (InputStream in = StandardTexts.class.getResourceAsStream("/answering/texts_" + language + ".properties")) {
            if (in == null) {
                return Map.of();
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("standard texts in " + language, e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
