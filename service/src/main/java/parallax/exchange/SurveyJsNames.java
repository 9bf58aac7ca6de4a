package parallax.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parallax.questionnaire.Condition;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

/** What SurveyJS calls questions, and conditions in its expressions. */
final class SurveyJsNames {

    private final Questionnaire questionnaire;
    private final Set<String> items = new HashSet<>();

    SurveyJsNames(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questionnaire.items().forEach(item -> items.add(item.key()));
    }

    String experience(String touchpoint) {
        return free(touchpoint + "_experience");
    }

    String importance(String touchpoint) {
        return free(touchpoint + "_importance");
    }

    private String free(String name) {
        return items.contains(name) ? free(name + "_rating") : name;
    }

    String expression(Condition condition) {
        if (condition instanceof Condition.Met met) {
            return met(met.owner());
        }
        if (condition instanceof Condition.Encountered encountered) {
            return rated(encountered.touchpoint());
        }
        if (condition instanceof Condition.OneOf one) {
            String operator = kind(one.item()) == ItemKind.MULTIPLE ? "contains" : "=";
            return joined(
                    new TreeSet<>(one.choices())
                            .stream()
                                    .map(choice -> "{%s} %s '%s'".formatted(one.item(), operator, choice))
                                    .toList(),
                    " or ");
        }
        if (condition instanceof Condition.Between between) {
            // "can't judge" is no number and lies between none
            return "({%1$s} notempty and {%1$s} <> 'na' and {%1$s} >= %2$d and {%1$s} <= %3$d)"
                    .formatted(between.item(), between.low(), between.high());
        }
        if (condition instanceof Condition.Every every) {
            return joined(every.parts().stream().map(this::expression).toList(), " and ");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts().stream().map(this::expression).toList(), " or ");
        }
        if (condition instanceof Condition.Not not) {
            return "!(" + expression(not.part()) + ")";
        }
        throw new IllegalArgumentException("no expression for " + condition.getClass());
    }

    private String met(Owner owner) {
        List<String> missed = questionnaire.touchpoints().stream()
                .filter(touchpoint -> isMeeting(touchpoint, owner))
                .map(touchpoint -> "{%s} = '%s'".formatted(experience(touchpoint.key()), FormOption.NOT_APPLICABLE))
                .toList();
        return missed.isEmpty() ? "1 = 0" : "!(" + joined(missed, " and ") + ")";
    }

    /** Shared touchpoints are a meeting with both teams. */
    private static boolean isMeeting(Touchpoint touchpoint, Owner owner) {
        boolean team = owner == Owner.SALES || owner == Owner.MARKETING;
        return touchpoint.owner() == owner || (team && touchpoint.owner() == Owner.SHARED);
    }

    private String rated(String touchpoint) {
        return joined(
                List.of(experience(touchpoint), importance(touchpoint)).stream()
                        .map(name -> "({%1$s} notempty and {%1$s} <> 'na')".formatted(name))
                        .toList(),
                " or ");
    }

    private ItemKind kind(String key) {
        return questionnaire.items().stream()
                .filter(item -> item.key().equals(key))
                .map(Item::kind)
                .findFirst()
                .orElse(ItemKind.SINGLE);
    }

    private static String joined(List<String> parts, String by) {
        return parts.size() == 1 ? parts.get(0) : parts.stream().collect(Collectors.joining(by, "(", ")"));
    }
}
