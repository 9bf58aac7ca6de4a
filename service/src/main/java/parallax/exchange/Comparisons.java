package parallax.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parallax.questionnaire.Condition;

/** Comparisons of an answer with a value, as conditions that hold for exactly the same answers. */
final class Comparisons {

    private Comparisons() {}

    /** @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=} */
    static Condition of(Variable variable, String operator, String value) throws Inexpressible {
        if (operator.equals("!=")) {
            return value.isEmpty() ? answered(variable) : new Condition.Not(of(variable, "==", value));
        }
        if (value.isEmpty()) {
            if (!operator.equals("==")) {
                throw new Inexpressible("it compares with nothing");
            }
            return new Condition.Not(answered(variable));
        }
        if (variable.kind() == null) {
            throw new Inexpressible(
                    "it looks at how a touchpoint was rated, and only whether it was met can be looked at");
        }
        if (variable.fixed() != null) {
            return ticked(variable, operator, value);
        }
        return switch (variable.kind()) {
            case SINGLE, AGREEMENT -> chosen(variable, operator, value);
            case ZERO_TO_TEN, NUMBER -> between(variable, operator, value);
            case MULTIPLE -> throw new Inexpressible("it asks whether one choice alone was taken where several can be");
            case WORDS, SHORT_TEXT, LONG_TEXT, DATE ->
                throw new Inexpressible("it looks at a text or a date, and only choices and numbers can be looked at");
        };
    }

    /** That there is an answer. */
    static Condition answered(Variable variable) throws Inexpressible {
        if (variable.kind() == null) {
            return new Condition.Encountered(variable.key());
        }
        if (variable.fixed() != null) {
            return new Condition.OneOf(variable.key(), Set.of(variable.fixed()));
        }
        return switch (variable.kind()) {
            case SINGLE, MULTIPLE, AGREEMENT ->
                new Condition.OneOf(
                        variable.key(), Set.copyOf(variable.choices().values()));
            case ZERO_TO_TEN, NUMBER -> new Condition.Between(variable.key(), variable.low(), variable.high());
            case WORDS, SHORT_TEXT, LONG_TEXT, DATE ->
                throw new Inexpressible("it looks at a text or a date, and only choices and numbers can be looked at");
        };
    }

    /** That a choice is among those taken. */
    static Condition selected(Variable variable, String code) throws Inexpressible {
        String choice = variable.choices().get(code);
        if (variable.kind() == null || choice == null) {
            throw new Inexpressible("it names an answer that does not exist (“%s”)".formatted(code));
        }
        return new Condition.OneOf(variable.key(), Set.of(choice));
    }

    private static Condition ticked(Variable variable, String operator, String value) throws Inexpressible {
        if (!operator.equals("==") || !List.of("Y", "1").contains(value) || variable.fixed() == null) {
            throw new Inexpressible("a choice can only be taken or not");
        }
        return new Condition.OneOf(variable.key(), Set.of(variable.fixed()));
    }

    private static Condition chosen(Variable variable, String operator, String value) throws Inexpressible {
        if (operator.equals("==")) {
            return selected(variable, value);
        }
        double limit = number(value);
        Set<String> choices = new TreeSet<>();
        for (Map.Entry<String, String> choice : variable.choices().entrySet()) {
            // "other" has no number and meets no such comparison
            if (!choice.getValue().equals("other") && meets(number(choice.getKey()), operator, limit)) {
                choices.add(choice.getValue());
            }
        }
        if (choices.isEmpty()) {
            throw new Inexpressible("no answer meets it");
        }
        return new Condition.OneOf(variable.key(), choices);
    }

    private static Condition between(Variable variable, String operator, String value) throws Inexpressible {
        double limit = number(value);
        double low = variable.low();
        double high = variable.high();
        switch (operator) {
            case "==" -> {
                low = Math.max(low, limit);
                high = Math.min(high, limit);
            }
            case ">" -> low = Math.max(low, Math.floor(limit) + 1);
            case ">=" -> low = Math.max(low, Math.ceil(limit));
            case "<" -> high = Math.min(high, Math.ceil(limit) - 1);
            case "<=" -> high = Math.min(high, Math.floor(limit));
            default -> throw new Inexpressible("“%s” is not known".formatted(operator));
        }
        if (low > high || low != Math.rint(low) || high != Math.rint(high)) {
            throw new Inexpressible("no answer meets it");
        }
        return new Condition.Between(variable.key(), (int) low, (int) high);
    }

    private static boolean meets(double value, String operator, double limit) {
        return switch (operator) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            default -> false;
        };
    }

    private static double number(String text) throws Inexpressible {
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new Inexpressible("it compares with “%s”, which is no number".formatted(text));
        }
        return Double.parseDouble(text);
    }
}
