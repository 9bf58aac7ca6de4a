package parallax.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.ItemPage;
import parallax.web.Json;

class ItemPageReaderTest {

    private static final ObjectMapper MAPPER = Json.configure(new ObjectMapper());

    private static final String EVERY_KIND = """
            [{"key":"p1","titles":{"de":"Seite","en":"Page"},"items":[
             {"key":"a","kind":"agreement","wordings":{"customer":{"en":{"question":"Do you agree, {client}?","hint":"Say so."}},"leadership":{}}},
             {"key":"s","kind":"single","wordings":{"sales":{"en":{"question":"Which?"}}},"choices":[
              {"key":"one","labels":{"en":"One"}},{"key":"two","labels":{}}],"other":true,
              "show_if":{"every":[{"met":"sales"},{"encountered":"demo"},{"item":"a","one_of":["1","na"]}]},"source":"Own words."},
             {"key":"m","kind":"multiple","wordings":{"sales":{"en":{"question":"Which ones?"}}},"choices":[
              {"key":"one","labels":{"en":"One"}},{"key":"two","labels":{"en":"Two"}}],
              "show_if":{"any":[{"item":"a","at_least":2,"at_most":4},{"not":{"item":"s","one_of":["other"]}}]}},
             {"key":"z","kind":"zero_to_ten","wordings":{"sales":{"en":{"question":"How likely?"}}},"low":{"en":"Not"},"high":{"en":"Very"}},
             {"key":"w","kind":"words","wordings":{"sales":{"en":{"question":"Words?"}}}},
             {"key":"n","kind":"number","wordings":{"sales":{"en":{"question":"How many?"}}},"minimum":-5,"maximum":10}]},
             {"key":"p2","titles":{},"items":[
             {"key":"t","kind":"short_text","wordings":{"sales":{"en":{"question":"What?"}}}},
             {"key":"l","kind":"long_text","wordings":{"sales":{"en":{"question":"What else?"}}}},
             {"key":"d","kind":"date","wordings":{"sales":{"en":{"question":"When?"}}}}]}]""";

    private final List<String> faults = new ArrayList<>();

    @Test
    void whatIsWrittenReadsBackTheSameForEveryKindAndEveryCondition() throws Exception {
        List<ItemPage> pages = read(EVERY_KIND, Set.of());

        assertThat(faults).isEmpty();
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(ItemPageJson.from(pages))))
                .isEqualTo(MAPPER.readTree(EVERY_KIND));
    }

    @Test
    void everyFaultIsNamedWhereItStands() throws Exception {
        read("""
                [{"key":"P","titles":{"pt":"Página"},"items":[
                 {"key":"demo","kind":"rating","wordings":{}},
                 {"key":"a","kind":"words","wordings":{"buyers":{"en":{"question":"?"}}},"choices":[],"source":""},
                 {"key":"s","kind":"single","wordings":{"sales":{"en":{"question":" "}}},"choices":[
                  {"key":"other","labels":{}},{"key":"x","labels":{"en":"line\\nbreak"}}]},
                 {"key":"n","kind":"number","wordings":{"sales":{}},"minimum":5,"maximum":5,
                  "show_if":{"met":"sales","encountered":"demo"}},
                 {"key":"n","kind":"date","wordings":{"sales":{}},"show_if":{"item":"a"}}]},
                 {"key":"empty","titles":{},"items":[]}]""", Set.of("demo"));

        assertThat(faults)
                .containsExactly(
                        "/0/key: Give a key that starts with a lower-case letter and holds only a-z, 0-9, _ and -, 40 characters at most.",
                        "/0/titles/pt: The engagement is not in this language. Use: de, en.",
                        "/0/items/0/key: Another item or touchpoint has this key. Give each its own.",
                        "/0/items/0/kind: Use one of agreement, single, multiple, zero_to_ten, words, short_text, long_text, number, date.",
                        "/0/items/0/wordings: Say who is asked: write it for at least one audience.",
                        "/0/items/1/wordings/buyers: Use one of customer, sales, marketing, leadership.",
                        "/0/items/1/choices: An item of kind words has no choices. Leave it out.",
                        "/0/items/2/wordings/sales/en/question: Enter a question.",
                        "/0/items/2/choices/0/key: This key is taken: set \"other\": true instead.",
                        "/0/items/2/choices/1/labels/en: Remove the control character or line break (shown as ␦).",
                        "/0/items/3/show_if: Give one condition: met, encountered, item with one_of, item with at_least and at_most, every, any, or not.",
                        "/0/items/3/minimum: A number needs a minimum below its maximum, both whole numbers.",
                        "/0/items/4/key: Another item or touchpoint has this key. Give each its own.",
                        "/0/items/4/show_if: Beside item, give one_of, or at_least and at_most.",
                        "/1/items: A page has 1 to 20 items; this one has 0.");
    }

    @Test
    void conditionsNestSixDeepAndNoDeeper() throws Exception {
        String deep = "{\"not\":".repeat(6) + "{\"met\":\"sales\"}" + "}".repeat(6);
        read("""
                [{"key":"p","titles":{},"items":[{"key":"w","kind":"words","wordings":{"sales":{}},"show_if":%s}]}]""".formatted(deep), Set.of());

        assertThat(faults).singleElement().asString().endsWith("Conditions stand at most 6 deep in each other.");
    }

    private List<ItemPage> read(String json, Set<String> taken) throws Exception {
        List<@Nullable ItemPageJson> pages = MAPPER.readValue(json, new TypeReference<>() {});
        return new ItemPageReader(
                        (pointer, value, message) -> faults.add(pointer + ": " + message), Set.of("en", "de"), taken)
                .pages("", pages);
    }
}
