package parallax.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

    private static final Touchpoint DEMO =
            new Touchpoint("demo", Map.of("en", "Product demonstration"), Owner.SALES, Phase.DECIDE);

    @Test
    void aConditionOnALaterItemGoesInACircleAndIsNamed() {
        Item first = single("first", new Condition.OneOf("second", Set.of("yes")));
        Item second = single("second", new Condition.OneOf("first", Set.of("yes")));

        assertThat(problems(first, second))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("first"))
                .satisfies(problem -> assertThat(problem.message()).contains("circle"));
    }

    @Test
    void aConditionOnAnAnswerThatCannotOccurIsNamed() {
        Item first = single("first", null);
        Item second = single("second", new Condition.OneOf("first", Set.of("perhaps")));

        assertThat(problems(first, second))
                .extracting(ModelProblem::message)
                .containsExactly(
                        "It is shown if “first” was answered with “perhaps”, which cannot be answered there. Change the condition.");
    }

    @Test
    void aQuestionThatIsNotWrittenInEveryLanguageIsNamedWithTheLanguage() {
        Item item = new Item(
                "why",
                ItemKind.LONG_TEXT,
                Map.of(Audience.CUSTOMER, Map.of("de", new ItemText("Warum?"))),
                Offer.nothing(),
                null,
                "");

        assertThat(problems(item))
                .containsExactly(new ModelProblem("why", "en", "The question for customer is missing. Write it."));
    }

    @Test
    void aRewordedQuestionMustStillNameItsTouchpoint() {
        Touchpoint reworded = new Touchpoint(
                "demo",
                Map.of("en", "Product demonstration"),
                Owner.SALES,
                Phase.DECIDE,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(
                        new Rewording(Audience.SALES, Measure.EXPERIENCE, "en", "How are we doing?"),
                        new Rewording(
                                Audience.MARKETING,
                                Measure.EXPERIENCE,
                                "en",
                                "How do customers like the product demonstration?")));

        assertThat(ModelCheck.problems(new Questionnaire(List.of("en"), 5, List.of(reworded))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("The experience question for sales no longer names “Product demonstration”"));
    }

    @Test
    void aWholeQuestionnaireHasNoProblems() {
        assertThat(problems(single("first", new Condition.Met(Owner.SALES)))).isEmpty();
    }

    private static List<ModelProblem> problems(Item... items) {
        return ModelCheck.problems(new Questionnaire(
                List.of("en"),
                5,
                List.of(DEMO),
                List.of(new ItemPage("page", Map.of("en", "More"), List.of(items))),
                Map.of()));
    }

    private static Item single(String key, Condition showIf) {
        return new Item(
                key,
                ItemKind.SINGLE,
                Map.of(Audience.CUSTOMER, Map.of("en", new ItemText("Did it?"))),
                Offer.choices(
                        List.of(new Choice("yes", Map.of("en", "Yes")), new Choice("no", Map.of("en", "No"))), false),
                showIf,
                "");
    }
}
