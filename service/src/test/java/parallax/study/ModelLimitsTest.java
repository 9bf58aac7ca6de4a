package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

class ModelLimitsTest {

    private static final Condition MET = new Condition.Met(Owner.SALES);

    @Test
    void whatIsWithinAllLimitsIsReadAgainAsItWas() {
        Questionnaire model = model(pages(60, null), Map.of("privacy", Map.of("en", "Only averages.")));

        assertThatCode(() -> ModelLimits.require(model)).doesNotThrowAnyException();
        assertThat(StoredJson.questionnaire(StoredJson.write(model))).isEqualTo(model);
    }

    @Test
    void moreThanSixtyPagesAreRefused() {
        assertThat(refused(model(pages(61, null), Map.of())))
                .containsExactly("/pages: Keep at most 60 pages; these are 61.");
    }

    @Test
    void conditionsDeeperThanSixAreRefusedWithTheirItem() {
        Condition deep = MET;
        for (int i = 0; i < 6; i++) {
            deep = new Condition.Not(deep);
        }

        assertThat(refused(model(pages(1, deep), Map.of())))
                .containsExactly(
                        "/pages/0/items/0/show_if/not/not/not/not/not/not: Item “q0”: Conditions stand at most 6 deep in each other.");
    }

    @Test
    void conditionsOfMoreThanTwentyPartsAreRefusedWithTheirItem() {
        Condition wide = new Condition.Any(Collections.nCopies(21, MET));

        assertThat(refused(model(pages(1, wide), Map.of())))
                .containsExactly("/pages/0/items/0/show_if/any: Item “q0”: Give 1 to 20 conditions.");
    }

    @Test
    void textsThatCannotBeSeenAreRefusedWithTheirPage() {
        ItemPage page = new ItemPage("last", Map.of("en", "\u200B"), List.of(item(0, null)));

        assertThat(refused(model(List.of(page), Map.of())))
                .containsExactly("/pages/0/titles/en: Page “last”: Enter a title.");
    }

    @Test
    void touchpointNamesThatCannotBeSeenAndOwnTextsThatAreTooLongAreRefused() {
        Questionnaire model = new Questionnaire(
                List.of("en"),
                5,
                List.of(new Touchpoint("demo", Map.of("en", "\u200B"), Owner.SALES, Phase.DECIDE)),
                List.of(),
                Map.of("privacy", Map.of("en", "x".repeat(1001))));

        assertThat(refused(model))
                .containsExactly(
                        "/touchpoints/0/label/en: Enter a text that can be seen.",
                        "/texts/privacy/en: Shorten this to 1000 characters; it has 1001.");
    }

    private static List<String> refused(Questionnaire model) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> ModelLimits.require(model));
        return refused.errors().stream()
                .map(error -> error.pointer() + ": " + error.message())
                .toList();
    }

    private static Questionnaire model(List<ItemPage> pages, Map<String, Map<String, String>> texts) {
        Touchpoint demo = new Touchpoint("demo", Map.of("en", "Demo"), Owner.SALES, Phase.DECIDE);
        return new Questionnaire(List.of("en"), 5, List.of(demo), pages, texts);
    }

    private static List<ItemPage> pages(int count, @Nullable Condition showIf) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ItemPage("p" + i, Map.of("en", "Page " + i), List.of(item(i, showIf))))
                .toList();
    }

    private static Item item(int number, @Nullable Condition showIf) {
        return new Item(
                "q" + number,
                ItemKind.LONG_TEXT,
                Map.of(Audience.CUSTOMER, Map.of("en", new ItemText("Why?"))),
                Offer.nothing(),
                showIf,
                "");
    }
}
