package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.questionnaire.Wording;

/**
 * The words of the respondents' pages in one language ({@code answering/texts_….properties}); where a consultant wrote own
 * ones, those. A text may hold places such as {@code {client}}.
 */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "ur", "yi");
    private static final String DEFAULT = "en";
    private static final Map<String, Map<String, String>> STANDARD = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, String> words;
    private final Map<String, String> always;

    private Texts(String language, Map<String, String> words, Map<String, String> always) {
        this.language = language;
        this.words = words;
        this.always = always;
    }

    /** The standard texts; in English where there are none in that language. */
    static Texts in(String language) {
        String known = Wording.languages().contains(language) ? language : DEFAULT;
        return new Texts(known, STANDARD.computeIfAbsent(known, Texts::read), Map.of());
    }

    /** The first of these languages that there are texts in, else English. */
    static Texts inFirstOf(List<String> languages) {
        return in(languages.stream()
                .filter(Wording.languages()::contains)
                .findFirst()
                .orElse(DEFAULT));
    }

    /**
     * A name that may stand in a sentence of any script without turning what is around it. Pages show the two marks as the
     * element bdi; where there are no elements, as in a title, they do the same.
     */
    public static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** Keys of all standard texts. */
    public static Set<String> keys() {
        return Set.copyOf(STANDARD.computeIfAbsent(DEFAULT, Texts::read).keySet());
    }

    /** These texts with a consultant's own words for some: key to language to words. */
    Texts with(Map<String, Map<String, String>> own) {
        Map<String, String> merged = new HashMap<>(words);
        own.forEach((key, texts) -> Optional.ofNullable(texts.get(language)).ifPresent(text -> merged.put(key, text)));
        return new Texts(language, merged, always);
    }

    /** These texts with places that are filled with the same everywhere. */
    Texts filled(Map<String, String> places) {
        Map<String, String> merged = new HashMap<>(always);
        merged.putAll(places);
        return new Texts(language, words, merged);
    }

    public String language() {
        return language;
    }

    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(language.split("-", 2)[0]);
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException when there is none of that key
     */
    public String get(String key) {
        return fill(raw(key), always);
    }

    /** A text with a place of its own. */
    public String get(String key, String place, Object value) {
        return get(key, Map.of(place, value.toString()));
    }

    String get(String key, Map<String, String> places) {
        Map<String, String> values = new HashMap<>(always);
        values.putAll(places);
        return fill(raw(key), values);
    }

    private String raw(String key) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }

    /** Values are taken as they are, never filled again. */
    static String fill(String text, Map<String, String> values) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static Map<String, String> read(String language) {
        try (InputStream file = Texts.class.getResourceAsStream("/answering/texts_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no texts in " + language);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
