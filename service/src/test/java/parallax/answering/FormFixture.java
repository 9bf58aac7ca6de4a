package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

/** Questionnaires with items, in English and Arabic. */
public final class FormFixture {

    private FormFixture() {}

    /**
     * Three touchpoints, then: all kinds on two pages; a page asked only of those who chose the first reason or met Sales;
     * on the second page a question that the answer before it leads to.
     */
    public static Questionnaire everyKind() {
        List<ItemPage> pages = List.of(
                page(
                        "views",
                        "Your views",
                        "\u0622\u0631\u0627\u0624\u0643",
                        item("agree", ItemKind.AGREEMENT, Offer.nothing(), null),
                        item(
                                "likely",
                                ItemKind.ZERO_TO_TEN,
                                Offer.ends(
                                        both("Not at all", "\u0623\u0628\u062F\u064B\u0627"),
                                        both("Certainly", "\u0628\u0627\u0644\u062A\u0623\u0643\u064A\u062F")),
                                null),
                        item("reason", ItemKind.SINGLE, Offer.choices(choices(), true), null),
                        item("why", ItemKind.LONG_TEXT, Offer.nothing(), new Condition.OneOf("reason", Set.of("a")))),
                page(
                        "facts",
                        "Some facts",
                        "\u062D\u0642\u0627\u0626\u0642",
                        item("seen", ItemKind.MULTIPLE, Offer.choices(choices(), true), null),
                        item("people", ItemKind.NUMBER, Offer.range(0, 500), null),
                        item("since", ItemKind.DATE, Offer.nothing(), null)),
                page(
                        "words",
                        "Sales in three words",
                        "\u062B\u0644\u0627\u062B \u0643\u0644\u0645\u0627\u062A",
                        item("sales_words", ItemKind.WORDS, Offer.nothing(), new Condition.Met(Owner.SALES)),
                        item("sentence", ItemKind.SHORT_TEXT, Offer.nothing(), new Condition.Met(Owner.SALES))),
                page(
                        "last",
                        "One last question",
                        "\u0633\u0624\u0627\u0644 \u0623\u062E\u064A\u0631",
                        item("missing", ItemKind.LONG_TEXT, Offer.nothing(), null)));
        return new Questionnaire(List.of("en", "ar"), 5, touchpoints(3), pages, Map.of());
    }

    static Questionnaire ratings(int touchpoints) {
        return new Questionnaire(List.of("en", "ar"), 5, touchpoints(touchpoints));
    }

    /** Three touchpoints and the one item of {@link #everyKind} of that kind. */
    static Questionnaire only(ItemKind kind) {
        Item item = everyKind().items().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        return new Questionnaire(
                List.of("en", "ar"),
                5,
                touchpoints(3),
                List.of(new ItemPage("only", both("Only", "\u0641\u0642\u0637"), List.of(item))),
                Map.of());
    }

    /** One that the item takes; the first reason is chosen. */
    public static ItemAnswer anAnswer(FormItem item) {
        return switch (item.kind()) {
            case AGREEMENT -> ItemAnswer.of("4");
            case ZERO_TO_TEN -> ItemAnswer.of("10");
            case SINGLE -> ItemAnswer.of("a");
            case MULTIPLE -> new ItemAnswer(List.of("b", Choice.OTHER), "a fair");
            case WORDS -> ItemAnswer.of("fast", "warm");
            case SHORT_TEXT -> ItemAnswer.of("They listen.");
            case LONG_TEXT -> ItemAnswer.of("Line one\nline two");
            case NUMBER -> ItemAnswer.of("42");
            case DATE -> ItemAnswer.of("2026-03-31");
        };
    }

    private static List<Touchpoint> touchpoints(int count) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> touchpoints.add(new Touchpoint(
                        "t" + i,
                        both("Step " + (i + 1), "\u0627\u0644\u062E\u0637\u0648\u0629 " + (i + 1)),
                        List.of(Owner.SALES, Owner.MARKETING, Owner.OTHER).get(i % 3),
                        Phase.DISCOVER)));
        return touchpoints;
    }

    private static ItemPage page(String key, String english, String arabic, Item... items) {
        return new ItemPage(key, both(english, arabic), List.of(items));
    }

    private static Item item(String key, ItemKind kind, Offer offer, @Nullable Condition showIf) {
        Map<Audience, Map<String, ItemText>> wordings = new TreeMap<>();
        for (Audience audience : List.of(Audience.CUSTOMER, Audience.SALES)) {
            wordings.put(
                    audience,
                    Map.of(
                            "en", new ItemText("What about “" + key + "” at {client}?", "A hint about " + key + "."),
                            "ar", new ItemText("\u0645\u0627\u0630\u0627 \u0639\u0646 “" + key + "” {client}\u061F")));
        }
        return new Item(key, kind, wordings, offer, showIf, "");
    }

    private static List<Choice> choices() {
        return List.of(
                new Choice("a", both("The first", "\u0627\u0644\u0623\u0648\u0644")),
                new Choice("b", both("The second", "\u0627\u0644\u062B\u0627\u0646\u064A")));
    }

    private static Map<String, String> both(String english, String arabic) {
        return Map.of("en", english, "ar", arabic);
    }
}
