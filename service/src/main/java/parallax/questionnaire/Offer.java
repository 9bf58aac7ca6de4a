package parallax.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be answered to an item; the kind says which parts are used.
 *
 * @param choices of a single or multiple choice, 2 to 60, in the order they are shown
 * @param other whether one may write what is not among the choices
 * @param low of a 0–10 item: language tag to the words at 0, each 1 to 60 characters
 * @param high likewise at 10
 * @param minimum of a number: the lowest that is taken
 * @param maximum of a number: the highest that is taken
 */
public record Offer(
        List<Choice> choices,
        boolean other,
        Map<String, String> low,
        Map<String, String> high,
        int minimum,
        int maximum) {

    public static final int MOST_CHOICES = 60;
    public static final int LONGEST_END = 60;

    private static final Offer NOTHING = new Offer(List.of(), false, Map.of(), Map.of(), 0, 0);

    public Offer {
        choices = List.copyOf(choices);
        low = Keys.texts("the low end", low, LONGEST_END);
        high = Keys.texts("the high end", high, LONGEST_END);
        Set<String> keys = new HashSet<>();
        for (Choice choice : choices) {
            if (!keys.add(choice.key())) {
                throw new UnfitModelException("choice key '%s' stands twice".formatted(choice.key()));
            }
        }
        if (choices.size() > MOST_CHOICES) {
            throw new UnfitModelException(
                    "there are at most %d choices, these are %d".formatted(MOST_CHOICES, choices.size()));
        }
        if (minimum > maximum) {
            throw new UnfitModelException("the minimum %d is above the maximum %d".formatted(minimum, maximum));
        }
    }

    /** For kinds that need nothing said. */
    public static Offer nothing() {
        return NOTHING;
    }

    public static Offer choices(List<Choice> choices, boolean other) {
        return new Offer(choices, other, Map.of(), Map.of(), 0, 0);
    }

    public static Offer ends(Map<String, String> low, Map<String, String> high) {
        return new Offer(List.of(), false, low, high, 0, 0);
    }

    public static Offer range(int minimum, int maximum) {
        return new Offer(List.of(), false, Map.of(), Map.of(), minimum, maximum);
    }

    /** Whether it suits a kind: choices where one chooses, none where one does not, and so on. */
    void mustSuit(ItemKind kind) {
        if (kind.hasChoices() ? choices.size() < 2 : !choices.isEmpty() || other) {
            throw new UnfitModelException(
                    kind.hasChoices() ? "it needs at least two choices" : "%s takes no choices".formatted(kind.code()));
        }
        if (kind != ItemKind.ZERO_TO_TEN && !(low.isEmpty() && high.isEmpty())) {
            throw new UnfitModelException("only zero_to_ten has words at its ends");
        }
        if (kind == ItemKind.NUMBER ? minimum == maximum : minimum != 0 || maximum != 0) {
            throw new UnfitModelException(
                    kind == ItemKind.NUMBER ? "it needs a minimum below its maximum" : "only a number has limits");
        }
    }

    /** Position of a choice, or -1. */
    public int positionOf(String key) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
