package parallax.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions answers lead to. */
class WalkTest {

    private static final byte OPEN = FormQuestion.NOT_ANSWERED;
    private static final byte NOT_MET = FormQuestion.NOT_ENCOUNTERED;

    private final Map<String, ItemAnswer> items = new HashMap<>();
    private final byte[] experience = new byte[3];

    /** Touchpoints by owner: sales, marketing, shared. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true",
        "-1, 0, -1, false",
        "-1, 4, -1, false",
        "-1, -1, 0, true",
        "-1, -1, 2, true",
        "0, -1, -1, true",
        "3, -1, -1, true",
        "-1, -1, -1, false"
    })
    void aTeamIsMetUnlessEveryTouchpointOfItsAndSharedOnesWereNotEncountered(
            byte sales, byte marketing, byte shared, boolean met) {
        ask(sales, marketing, shared);
        assertThat(walk(form()).met(Owner.SALES)).isEqualTo(met);
        assertThat(asked(form())).isEqualTo(met ? List.of("reason", "words", "end") : List.of("reason", "end"));
    }

    @Test
    void whereNoTouchpointOfATeamIsAskedAnyMoreItIsAskedOfAll() {
        Form left = form().without(Set.of("t0", "t2"));
        assertThat(asked(left)).contains("words");
        ask(OPEN, NOT_MET, OPEN);
        assertThat(asked(left)).contains("words");
    }

    @Test
    void whatWasSaidOfATouchpointBeforeItWasStoppedStillCounts() {
        Form left = form().without(Set.of("t0"));
        ask((byte) 4, OPEN, NOT_MET);
        assertThat(asked(left)).contains("words");
        ask(OPEN, OPEN, NOT_MET);
        assertThat(asked(left)).doesNotContain("words");
        ask(NOT_MET, OPEN, NOT_MET);
        assertThat(asked(form().without(Set.of("t0", "t2")))).doesNotContain("words");
    }

    @Test
    void pagesKeepTheirNumbersWhenAllThatStoodOnOneIsStopped() {
        Form left = form().without(Set.of("reason", "why", "deeper"));
        assertThat(left.pages()).extracting(FormPage::number).isEqualTo(numbers(form()));
        assertThat(walk(left).pages()).extracting(FormPage::title).doesNotContain("Reasons");
        assertThat(walk(left).pages())
                .allSatisfy(page -> assertThat(page.title())
                        .isEqualTo(form().pages().get(page.number() - 1).title()));
        assertThat(walk(left).pages()).hasSizeLessThan(form().pages().size());
    }

    private static List<Integer> numbers(Form form) {
        return form.pages().stream().map(FormPage::number).toList();
    }

    @Test
    void leadershipRatesNoTouchpointAndIsAskedAll() {
        assertThat(asked(Form.of(questionnaire(), Audience.LEADERSHIP, "en"))).containsExactly("words", "end");
    }

    @Test
    void anAnswerThatIsNotAskedForMeetsNoCondition() {
        items.put("why", ItemAnswer.of("a"));
        items.put("deeper", ItemAnswer.of("a"));
        assertThat(asked(form())).containsExactly("reason", "words", "end");
        items.put("reason", ItemAnswer.of("a"));
        assertThat(asked(form())).containsExactly("reason", "why", "deeper", "words", "end");
        items.put("reason", ItemAnswer.of("b"));
        assertThat(asked(form())).containsExactly("reason", "words", "end");
    }

    @Test
    void pagesOnWhichNothingIsAskedAreLeftOut() {
        ask(NOT_MET, OPEN, NOT_MET);
        assertThat(walk(form()).pages()).extracting(FormPage::title).doesNotContain("Words");
        ask(OPEN, OPEN, OPEN);
        assertThat(walk(form()).pages()).extracting(FormPage::title).contains("Words");
    }

    @Test
    void whatIsWrittenBesideOtherMarksIt() {
        FormItem reason = form().items().get(0);
        Map<String, List<String>> sent = Map.of("q0", List.of(" "), "q0_other", List.of("a fair"));
        SentItem read = SentItem.of(reason, name -> sent.getOrDefault(name, List.of()));
        assertThat(read.answerTo(reason)).isEqualTo(new ItemAnswer(List.of(Choice.OTHER), "a fair"));
        assertThat(SentItem.fields(reason)).containsExactly("q0", "q0_other");
    }

    @Test
    void wordsComeInThreeFields() {
        FormItem words = form().items().stream()
                .filter(item -> item.key().equals("words"))
                .findFirst()
                .orElseThrow();
        assertThat(SentItem.fields(words)).containsExactly("q3_1", "q3_2", "q3_3");
        Map<String, List<String>> sent = Map.of("q3_1", List.of("fast"), "q3_3", List.of("warm"));
        assertThat(SentItem.of(words, name -> sent.getOrDefault(name, List.of()))
                        .answerTo(words))
                .isEqualTo(ItemAnswer.of("fast", "warm"));
    }

    private void ask(byte... said) {
        System.arraycopy(said, 0, experience, 0, said.length);
    }

    private List<String> asked(Form form) {
        Walk walk = walk(form);
        return form.items().stream().filter(walk::asks).map(FormItem::key).toList();
    }

    private Walk walk(Form form) {
        return Walk.through(questionnaire(), form, new Walk.Replies() {
            @Override
            public byte experience(int position) {
                return experience[position];
            }

            @Override
            public ItemAnswer to(FormItem item) {
                return items.getOrDefault(item.key(), ItemAnswer.NONE);
            }
        });
    }

    private static Form form() {
        return Form.of(questionnaire(), Audience.CUSTOMER, "en");
    }

    private static Questionnaire questionnaire() {
        List<Touchpoint> touchpoints = List.of(
                touchpoint("t0", Owner.SALES), touchpoint("t1", Owner.MARKETING), touchpoint("t2", Owner.SHARED));
        List<ItemPage> pages = List.of(
                page(
                        "Reasons",
                        choice("reason", null),
                        choice("why", new Condition.OneOf("reason", Set.of("a"))),
                        choice("deeper", new Condition.OneOf("why", Set.of("a")))),
                page("Words", item("words", ItemKind.WORDS, Offer.nothing(), new Condition.Met(Owner.SALES), true)),
                page("End", item("end", ItemKind.LONG_TEXT, Offer.nothing(), null, true)));
        return new Questionnaire(List.of("en"), 5, touchpoints, pages, Map.of());
    }

    private static Touchpoint touchpoint(String key, Owner owner) {
        return new Touchpoint(key, Map.of("en", key), owner, Phase.DISCOVER);
    }

    private static ItemPage page(String title, Item... items) {
        return new ItemPage(title.toLowerCase(java.util.Locale.ROOT), Map.of("en", title), Arrays.asList(items));
    }

    private static Item choice(String key, @Nullable Condition showIf) {
        List<Choice> choices =
                List.of(new Choice("a", Map.of("en", "The first")), new Choice("b", Map.of("en", "The second")));
        return item(key, ItemKind.SINGLE, Offer.choices(choices, true), showIf, false);
    }

    private static Item item(
            String key, ItemKind kind, Offer offer, @Nullable Condition showIf, boolean alsoLeadership) {
        Map<String, ItemText> text = Map.of("en", new ItemText("What about " + key + "?", ""));
        Map<Audience, Map<String, ItemText>> wordings = alsoLeadership
                ? Map.of(Audience.CUSTOMER, text, Audience.LEADERSHIP, text)
                : Map.of(Audience.CUSTOMER, text);
        return new Item(key, kind, wordings, offer, showIf, "");
    }
}
