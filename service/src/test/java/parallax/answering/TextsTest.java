package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.questionnaire.Wording;

/** The words of the respondents' pages. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, Map<String, String>> TEXTS =
            Wording.languages().stream().collect(Collectors.toMap(language -> language, TextsTest::read));

    static Stream<String> languages() {
        return Wording.languages().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameKeys(String language) {
        assertThat(TEXTS.get(language).keySet()).isEqualTo(english().keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextHasTheSamePlacesAsTheEnglishOne(String language) {
        TEXTS.get(language)
                .forEach((key, text) -> assertThat(places(text))
                        .as(key)
                        .isEqualTo(places(english().getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsEmptyOrHoldsStrayCharacters(String language) {
        TEXTS.get(language)
                .forEach((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotContain("  ", "''", "\\", "\t", "\uFFFD", "<", "\""));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noKeyStandsTwiceInAFile(String language) throws IOException {
        List<String> keys = source(language)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(TEXTS.get(language).keySet());
    }

    @Test
    void onlyEnglishWordsThatAreTheSameElsewhereStandUntranslated() {
        Set<String> same =
                Set.of("not_me.name", "title.page", "item.end", "title.error", "question.error", "heading.part");
        for (String language : List.of("de", "fr", "es", "ar")) {
            TEXTS.get(language).forEach((key, text) -> {
                if (!same.contains(key)) {
                    assertThat(text)
                            .as(key + " in " + language)
                            .isNotEqualTo(english().get(key));
                }
            });
        }
    }

    /** Keys that the program puts together. */
    private static final Pattern COMPOSED = Pattern.compile(
            "intro[.](customers|team|leadership)|item[.]word[.][123]|refused[.](malformed|too_large)[.]title");

    @Test
    void everyWordIsSaidSomewhere() throws IOException {
        String all = all(Path.of("service/src/main/java/parallax/answering"))
                + all(Path.of("service/src/main/java/parallax/fieldwork"))
                + all(Path.of("templates/answering"))
                + all(Path.of("templates/fieldwork"));
        assertThat(english().keySet().stream()
                        .filter(key -> !COMPOSED.matcher(key).matches())
                        .filter(key -> !all.contains("\"" + key + "\"")))
                .isEmpty();
    }

    private static String all(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void aNumberThatMayBeOneComesAsOneAndAsMany() {
        Set<String> keys = english().keySet();

        assertThat(keys.stream().filter(key -> key.endsWith(".one")).map(key -> key.replaceFirst("one$", "many")))
                .isNotEmpty()
                .allSatisfy(many -> assertThat(keys).contains(many));
    }

    @Test
    void frenchSignsNeverStandAloneOnALineAndArabicHasItsOwn() {
        TEXTS.get("fr")
                .forEach((key, text) -> assertThat(text)
                        .as(key)
                        .doesNotContainPattern("[^\u00a0\u202f][?!;»]|[^\u00a0]:(?!/)|«[^\u00a0]"));
        TEXTS.get("ar").forEach((key, text) -> assertThat(text).as(key).doesNotContain("?", ";", "،،"));
    }

    private static Map<String, String> english() {
        return TEXTS.getOrDefault("en", Map.of());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(source(language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static String source(String language) throws IOException {
        try (InputStream in = TextsTest.class.getResourceAsStream("/answering/texts_" + language + ".properties")) {
            assertThat(in).as("texts in " + language).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
