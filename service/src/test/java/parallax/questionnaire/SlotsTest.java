package parallax.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Map<String, String> YES = Map.of("en", "Yes");

    @Test
    void everyCodedAnswerReadsBackAsItWasGiven() {
        List<Choice> choices = List.of(new Choice("a", YES), new Choice("b", YES), new Choice("c", YES));
        Questionnaire questionnaire = questionnaire(
                item("agree", ItemKind.AGREEMENT, Offer.nothing()),
                item("nps", ItemKind.ZERO_TO_TEN, Offer.ends(YES, YES)),
                item("one", ItemKind.SINGLE, Offer.choices(choices, true)),
                item("text", ItemKind.LONG_TEXT, Offer.nothing()),
                item("many", ItemKind.MULTIPLE, Offer.choices(choices, true)),
                item("years", ItemKind.NUMBER, Offer.range(-5, 100_000)),
                item("since", ItemKind.DATE, Offer.nothing()));
        Slots slots = new Slots(questionnaire);
        for (Map<Integer, ItemAnswer> given : List.of(
                answers("na", "0", List.of("other"), List.of("a", "other"), "-5", "1969-12-31"),
                answers("1", "10", List.of("a"), List.of("c"), "100000", "2026-03-31"),
                answers("7", "5", List.of("c"), List.of("a", "b", "c"), "0", "1970-01-01"))) {

            byte[] bytes = slots.write(given);

            for (int position = 0; position < 7; position++) {
                ItemAnswer expected = position == 3 ? ItemAnswer.NONE : given.get(position);
                assertThat(slots.read(bytes, position)).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatIsNotAnsweredIsAllZeroesAndTextHasNoPlace() {
        Questionnaire questionnaire = questionnaire(
                item("text", ItemKind.LONG_TEXT, Offer.nothing()), item("years", ItemKind.NUMBER, Offer.range(0, 9)));
        Slots slots = new Slots(questionnaire);

        byte[] bytes = slots.write(Map.of(0, ItemAnswer.of("Anna was late")));

        assertThat(bytes).hasSize(5).containsOnly(0);
        assertThat(slots.read(bytes, 1)).isEqualTo(ItemAnswer.NONE);
    }

    private static Map<Integer, ItemAnswer> answers(
            String agree, String nps, List<String> one, List<String> many, String years, String since) {
        Map<Integer, ItemAnswer> answers = new HashMap<>();
        answers.put(0, ItemAnswer.of(agree));
        answers.put(1, ItemAnswer.of(nps));
        answers.put(2, new ItemAnswer(one, ""));
        answers.put(3, ItemAnswer.of("free text"));
        answers.put(4, new ItemAnswer(many, ""));
        answers.put(5, ItemAnswer.of(years));
        answers.put(6, ItemAnswer.of(since));
        return answers;
    }

    private static Item item(String key, ItemKind kind, Offer offer) {
        return new Item(key, kind, Map.of(Audience.CUSTOMER, Map.of("en", new ItemText("What?"))), offer, null, "");
    }

    private static Questionnaire questionnaire(Item... items) {
        return new Questionnaire(
                List.of("en"),
                7,
                List.of(new Touchpoint("demo", Map.of("en", "Demo"), Owner.SALES, Phase.DECIDE)),
                List.of(new ItemPage("page", Map.of("en", "More"), List.of(items))),
                Map.of());
    }
}
