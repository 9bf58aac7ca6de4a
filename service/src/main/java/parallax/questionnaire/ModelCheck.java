package parallax.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that must hold before a questionnaire is asked, beyond what its parts refuse by themselves. */
public final class ModelCheck {

    private final Questionnaire questionnaire;
    private final List<ModelProblem> problems = new ArrayList<>();
    private final Map<String, Item> earlier = new HashMap<>();

    private ModelCheck(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** All that is wrong, in the order of the form; empty when it can be asked. */
    public static List<ModelProblem> problems(Questionnaire questionnaire) {
        ModelCheck check = new ModelCheck(questionnaire);
        for (ItemPage page : questionnaire.pages()) {
            check.page(page);
        }
        Mirror.differences(questionnaire).forEach(check.problems::add);
        return List.copyOf(check.problems);
    }

    private void page(ItemPage page) {
        for (String language : questionnaire.languages()) {
            if (!page.titles().containsKey(language)) {
                add(page.key(), language, "Page “%s” has no title in this language. Write one.".formatted(page.key()));
            }
        }
        for (Item item : page.items()) {
            texts(item);
            Condition showIf = item.showIf();
            if (showIf != null) {
                condition(item, showIf);
            }
            earlier.put(item.key(), item);
        }
    }

    private void texts(Item item) {
        for (String language : questionnaire.languages()) {
            item.wordings().forEach((audience, texts) -> {
                ItemText text = texts.get(language);
                if (text == null) {
                    add(item.key(), language, "The question for %s is missing. Write it.".formatted(audience.code()));
                } else {
                    pieces(item, language, text);
                }
            });
            for (Choice choice : item.offer().choices()) {
                if (!choice.labels().containsKey(language)) {
                    add(item.key(), language, "Choice “%s” has no words. Write them.".formatted(choice.key()));
                }
            }
            boolean hasEnds = item.offer().low().containsKey(language)
                    && item.offer().high().containsKey(language);
            if (item.kind() == ItemKind.ZERO_TO_TEN && !hasEnds) {
                add(item.key(), language, "The words at 0 and at 10 are missing. Write both.");
            }
        }
    }

    private void pieces(Item item, String language, ItemText text) {
        Set<String> unknown = TextPiece.unknownIn(text.question() + text.hint());
        if (!unknown.isEmpty()) {
            add(
                    item.key(),
                    language,
                    "There is no text piece {%s}. Use {client}, {consultancy} or {closes}."
                            .formatted(String.join("}, {", unknown)));
        }
    }

    private void condition(Item item, Condition condition) {
        if (condition instanceof Condition.Met met) {
            ownerExists(item, met);
        } else if (condition instanceof Condition.Encountered encountered) {
            if (questionnaire.positionOf(encountered.touchpoint()) < 0) {
                add(
                        item.key(),
                        null,
                        "It is shown if touchpoint “%s” was met, which is not asked. Change the condition."
                                .formatted(encountered.touchpoint()));
            }
        } else if (condition instanceof Condition.OneOf one) {
            Item asked = askedBefore(item, one.item());
            if (asked != null) {
                one.choices().stream()
                        .sorted()
                        .filter(choice -> !canBeAnswered(asked, choice))
                        .forEach(choice -> cannotOccur(item, asked, "“" + choice + "”"));
            }
        } else if (condition instanceof Condition.Between between) {
            Item asked = askedBefore(item, between.item());
            if (asked != null && !canLieBetween(asked, between)) {
                cannotOccur(item, asked, between.low() + " to " + between.high());
            }
        } else if (condition instanceof Condition.Every every) {
            every.parts().forEach(part -> condition(item, part));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> condition(item, part));
        } else if (condition instanceof Condition.Not not) {
            condition(item, not.part());
        }
    }

    private void ownerExists(Item item, Condition.Met met) {
        boolean exists = questionnaire.touchpoints().stream()
                .anyMatch(touchpoint -> met.owner().isMetBy(touchpoint.owner()));
        if (!exists) {
            add(
                    item.key(),
                    null,
                    "It is shown if a touchpoint of %s was met, and there is none. Change the condition."
                            .formatted(met.owner().code()));
        }
    }

    /** The item a condition looks at, when it is asked earlier and of the same audiences; else says why it is not. */
    private @org.jspecify.annotations.Nullable Item askedBefore(Item item, String key) {
        Item asked = earlier.get(key);
        if (asked == null) {
            boolean later =
                    questionnaire.items().stream().anyMatch(other -> other.key().equals(key));
            add(
                    item.key(),
                    null,
                    later
                            ? "It is shown depending on “%s”, which is asked at the same place or later: that would go in a circle. Move it behind."
                                    .formatted(key)
                            : "It is shown depending on “%s”, which is not asked. Change the condition."
                                    .formatted(key));
            return null;
        }
        for (Audience audience : item.wordings().keySet()) {
            if (!asked.isAskedOf(audience)) {
                add(
                        item.key(),
                        null,
                        "It is shown to %s depending on “%s”, which they are not asked. Change the condition or ask it too."
                                .formatted(audience.code(), key));
            }
        }
        return asked;
    }

    private boolean canBeAnswered(Item asked, String value) {
        return switch (asked.kind()) {
            case SINGLE, MULTIPLE ->
                asked.offer().positionOf(value) >= 0
                        || (value.equals(Choice.OTHER) && asked.offer().other());
            case AGREEMENT ->
                value.equals(FormOption.NOT_APPLICABLE)
                        || (value.matches("[1-9]") && Integer.parseInt(value) <= questionnaire.scalePoints());
            case ZERO_TO_TEN, WORDS, SHORT_TEXT, LONG_TEXT, NUMBER, DATE -> false;
        };
    }

    private boolean canLieBetween(Item asked, Condition.Between between) {
        return switch (asked.kind()) {
            case AGREEMENT -> between.low() <= questionnaire.scalePoints() && between.high() >= 1;
            case ZERO_TO_TEN -> between.low() <= 10 && between.high() >= 0;
            case NUMBER ->
                between.low() <= asked.offer().maximum()
                        && between.high() >= asked.offer().minimum();
            case SINGLE, MULTIPLE, WORDS, SHORT_TEXT, LONG_TEXT, DATE -> false;
        };
    }

    private void cannotOccur(Item item, Item asked, String answer) {
        add(
                item.key(),
                null,
                "It is shown if “%s” was answered with %s, which cannot be answered there. Change the condition."
                        .formatted(asked.key(), answer));
    }

    private void add(String key, @org.jspecify.annotations.Nullable String language, String message) {
        problems.add(new ModelProblem(key, language, message));
    }
}
