package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Form;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;

/** The instruments of the bank besides the touchpoints. */
class InstrumentsTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");
    private static final int LONGEST_QUESTION = 150;
    private static final int LONGEST_HINT = 200;

    private static JsonNode instruments;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = InstrumentsTest.class.getResourceAsStream("/bank/instruments.json")) {
            instruments = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void everyInstrumentIsThereInTheOrderOfAsking() {
        assertThat(texts(instruments, "key"))
                .containsExactly(
                        "material",
                        "outcomes",
                        "words",
                        "leads",
                        "seven_signs",
                        "common_mistakes",
                        "remedies",
                        "anything");
        assertThat(each(instruments)).allSatisfy(instrument -> {
            assertThat(languagesOf(instrument.get("titles"))).isEqualTo(Set.copyOf(LANGUAGES));
            assertThat(instrument.get("about").asText()).isNotBlank();
            assertThat(instrument.get("by_default").isBoolean()).isTrue();
        });
    }

    @Test
    void keysAreUniqueOverTheWholeBankTouchpointsIncluded() {
        List<String> keys = new ArrayList<>(texts(items(), "key"));
        Bank.load().touchpoints().forEach(entry -> keys.add(entry.touchpoint().key()));

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(texts(pages(), "key")).doesNotHaveDuplicates();
    }

    @Test
    void everyItemIsWrittenInEveryLanguageForEveryAudienceItIsAskedOf() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(languagesOf(page.get("titles"))).isEqualTo(Set.copyOf(LANGUAGES)));
        for (JsonNode item : items()) {
            for (JsonNode texts : each(item.get("wordings"))) {
                assertThat(languagesOf(texts)).as(item.get("key").asText()).isEqualTo(Set.copyOf(LANGUAGES));
                // a hint is said to all or to none
                assertThat(each(texts).stream().map(text -> text.has("hint")).distinct())
                        .as(item.get("key").asText())
                        .hasSize(1);
            }
            Stream.concat(
                            each(item.path("choices")).stream().map(choice -> choice.get("labels")),
                            Stream.of("low", "high").filter(item::has).map(item::get))
                    .forEach(texts -> assertThat(languagesOf(texts))
                            .as(item.get("key").asText())
                            .isEqualTo(Set.copyOf(LANGUAGES)));
            assertThat(item.get("source").asText()).isNotBlank();
        }
    }

    @Test
    void textsFitAPhone() {
        for (JsonNode item : items()) {
            for (JsonNode texts : each(item.get("wordings"))) {
                for (JsonNode text : each(texts)) {
                    assertThat(text.get("question").asText()).hasSizeBetween(1, LONGEST_QUESTION);
                    assertThat(text.path("hint").asText()).hasSizeLessThanOrEqualTo(LONGEST_HINT);
                }
            }
        }
    }

    @Test
    void textPiecesStandInAllLanguagesOfAQuestionOrInNone() {
        Set<String> withoutItOnPurpose = Set.of("message_consistency fr", "material_amount fr");
        for (JsonNode item : items()) {
            item.get("wordings").fields().forEachRemaining(audience -> {
                boolean english =
                        audience.getValue().at("/en/question").asText().contains("{client}");
                for (String language : LANGUAGES) {
                    String text =
                            audience.getValue().at("/" + language + "/question").asText();
                    if (!withoutItOnPurpose.contains(item.get("key").asText() + " " + language)) {
                        assertThat(text.contains("{client}")).as(text).isEqualTo(english);
                    }
                }
            });
        }
    }

    @Test
    void choicesHaveDistinctWordsInEveryLanguage() {
        for (JsonNode item : items()) {
            for (String language : LANGUAGES) {
                assertThat(each(item.path("choices")))
                        .extracting(choice -> choice.at("/labels/" + language).asText())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void frenchSignsAndArabicQuestionMarksAreSetAsTheirReadersSetThem() {
        for (JsonNode item : items()) {
            for (JsonNode texts : each(item.get("wordings"))) {
                for (String part : List.of("question", "hint")) {
                    assertThat(texts.get("fr").path(part).asText())
                            .doesNotContainPattern("[^\u00a0\u202f][?!:;»]|«[^\u00a0]");
                    assertThat(texts.get("ar").path(part).asText()).doesNotContain("?", ",");
                    assertThat(texts.get("es").path(part).asText()).doesNotContainPattern("^[^¿]*\\?");
                }
            }
        }
    }

    @Test
    void noVendorsFigureStandsInAQuestion() {
        for (JsonNode item : items()) {
            for (JsonNode texts : each(item.get("wordings"))) {
                assertThat(each(texts))
                        .allSatisfy(
                                text -> assertThat(text.toString()).doesNotContain("%", "IDC", "Aberdeen", "Marketo"));
            }
        }
    }

    @Test
    void theWholeBankMakesOneQuestionnaireThatCanBeAskedOfEveryAudienceInEveryLanguage() {
        List<ItemPage> pages = pages().stream().map(InstrumentsTest::page).toList();
        Questionnaire whole = new Questionnaire(LANGUAGES, 5, Bank.load().defaultTouchpoints(), pages, Map.of());

        assertThat(ModelCheck.problems(whole)).isEmpty();
        assertThat(Wording.languages()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        for (String language : LANGUAGES) {
            for (Audience audience : Audience.values()) {
                assertThat(Form.of(whole, audience, language).pages()).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsAskedOfCustomersIsMirroredUnlessItsSourceNoteSaysWhyNot() {
        Set<String> customersOnly = new HashSet<>();
        for (JsonNode item : items()) {
            JsonNode wordings = item.get("wordings");
            if (wordings.has("customer") && !(wordings.has("sales") && wordings.has("marketing"))) {
                customersOnly.add(item.get("key").asText());
            }
        }

        assertThat(customersOnly)
                .containsExactlyInAnyOrder(
                        "last_decision", "recommend_why", "words_sales_more", "words_marketing_more");
    }

    private static ItemPage page(JsonNode page) {
        return new ItemPage(
                page.get("key").asText(),
                languages(page.get("titles")),
                each(page.get("items")).stream().map(InstrumentsTest::item).toList());
    }

    private static Item item(JsonNode item) {
        Map<Audience, Map<String, ItemText>> wordings = new EnumMap<>(Audience.class);
        item.get("wordings")
                .fields()
                .forEachRemaining(audience -> wordings.put(
                        Audience.ofCode(audience.getKey()),
                        map(
                                audience.getValue(),
                                text -> new ItemText(
                                        text.get("question").asText(),
                                        text.path("hint").asText()))));
        return new Item(
                item.get("key").asText(),
                ItemKind.ofCode(item.get("kind").asText()),
                wordings,
                new Offer(
                        each(item.path("choices")).stream()
                                .map(choice -> new Choice(choice.get("key").asText(), languages(choice.get("labels"))))
                                .toList(),
                        item.path("other").asBoolean(),
                        languages(item.path("low")),
                        languages(item.path("high")),
                        item.path("minimum").asInt(),
                        item.path("maximum").asInt()),
                condition(item.get("show_if")),
                item.get("source").asText());
    }

    private static @Nullable Condition condition(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (json.has("met")) {
            return new Condition.Met(Owner.ofCode(json.get("met").asText()));
        }
        if (json.has("every")) {
            return new Condition.Every(each(json.get("every")).stream()
                    .map(InstrumentsTest::condition)
                    .toList());
        }
        assertThat(json.has("one_of")).as("condition %s", json).isTrue();
        return new Condition.OneOf(
                json.get("item").asText(),
                Set.copyOf(
                        each(json.get("one_of")).stream().map(JsonNode::asText).toList()));
    }

    private static List<JsonNode> pages() {
        return each(instruments).stream()
                .flatMap(instrument -> each(instrument.get("pages")).stream())
                .toList();
    }

    private static List<JsonNode> items() {
        return pages().stream()
                .flatMap(page -> each(page.get("items")).stream())
                .toList();
    }

    private static List<JsonNode> each(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static List<String> texts(Iterable<JsonNode> nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asText())
                .toList();
    }

    private static Set<String> languagesOf(JsonNode texts) {
        return languages(texts).keySet();
    }

    private static Map<String, String> languages(JsonNode texts) {
        return map(texts, JsonNode::asText);
    }

    private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
        Map<String, T> map = new HashMap<>();
        node.fields().forEachRemaining(field -> map.put(field.getKey(), value.apply(field.getValue())));
        return map;
    }
}
