package parallax.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.exchange.LssSurvey.Group;
import parallax.exchange.LssSurvey.Question;
import parallax.questionnaire.Condition;

/** When LimeSurvey asks a question: its relevance equation, or in old files its rows of conditions. */
final class LssConditions {

    private final Draft draft;
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    LssConditions(LssFile file, Draft draft) {
        this.draft = draft;
        for (Map<String, String> row : file.rows("conditions")) {
            rows.computeIfAbsent(row.getOrDefault("qid", "").strip(), any -> new ArrayList<>())
                    .add(row);
        }
    }

    /** The condition of a question and its group; what cannot be said exactly is noted, and the question is then always asked. */
    @Nullable
    Condition of(Question question, Group group) {
        List<Condition> parts = new ArrayList<>();
        read(question.code(), "condition of its group", group.relevance(), parts);
        String relevance = question.relevance();
        if (isAlways(relevance) && rows.containsKey(question.id())) {
            old(question, parts);
        } else {
            read(question.code(), "condition", relevance, parts);
        }
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Condition.Every(parts);
    }

    /** Whether something is asked on a condition at all. */
    boolean isConditional(Question question, Group group) {
        return !isAlways(question.relevance()) || !isAlways(group.relevance()) || rows.containsKey(question.id());
    }

    private static boolean isAlways(String relevance) {
        return relevance.isBlank() || relevance.strip().equals("1");
    }

    private void read(String where, String what, String relevance, List<Condition> parts) {
        if (isAlways(relevance)) {
            return;
        }
        try {
            parts.add(Logic.read(relevance, draft.variables()));
        } catch (Inexpressible e) {
            note(where, what, relevance, String.valueOf(e.getMessage()));
        }
    }

    private void note(String where, String what, String expression, String why) {
        draft.note(
                where,
                "%s: %s".formatted(what, Texts.named(expression)),
                "It cannot be said exactly here: %s. The question is asked of everybody; set its condition in the editor."
                        .formatted(why));
    }

    /** Within a scenario, answers of one question are alternatives and questions come together; scenarios are alternatives. */
    private void old(Question question, List<Condition> parts) {
        Map<String, Map<String, List<Condition>>> scenarios = new LinkedHashMap<>();
        for (Map<String, String> row : rows.getOrDefault(question.id(), List.of())) {
            String field = row.getOrDefault("cfieldname", "").strip();
            String operator = row.getOrDefault("method", "==").strip();
            String value = row.getOrDefault("value", "").strip();
            try {
                scenarios
                        .computeIfAbsent(row.getOrDefault("scenario", "1"), any -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getOrDefault("cqid", field), any -> new ArrayList<>())
                        .add(one(field, operator, value));
            } catch (Inexpressible e) {
                note(
                        question.code(),
                        "condition",
                        field + " " + operator + " " + value,
                        String.valueOf(e.getMessage()));
                return;
            }
        }
        List<Condition> alternatives = new ArrayList<>();
        scenarios
                .values()
                .forEach(scenario -> alternatives.add(
                        every(scenario.values().stream().map(LssConditions::any).toList())));
        parts.add(any(alternatives));
    }

    private Condition one(String field, String operator, String value) throws Inexpressible {
        Variable variable =
                draft.variables().get(LssNames.withoutSurvey(field.startsWith("+") ? field.substring(1) : field));
        if (variable == null) {
            throw new Inexpressible(
                    "“%s” is no question that is asked before and carried over".formatted(Texts.named(field)));
        }
        if (value.startsWith("@")
                || value.startsWith("{")
                || !List.of("==", "!=", "<", "<=", ">", ">=").contains(operator)) {
            throw new Inexpressible("it does not compare an answer with a fixed value");
        }
        // a space stands for no answer
        return Comparisons.of(variable, operator, value.strip());
    }

    private static Condition any(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private static Condition every(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.Every(parts);
    }
}
