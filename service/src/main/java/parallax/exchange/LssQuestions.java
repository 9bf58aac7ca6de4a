package parallax.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.exchange.LssSurvey.Answer;
import parallax.exchange.LssSurvey.Group;
import parallax.exchange.LssSurvey.Question;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Offer;

/** Takes LimeSurvey's kinds of questions into the nearest kinds here. */
final class LssQuestions {

    private static final int MOST_NUMBER = 1_000_000_000;
    private static final String OTHER = "-oth-";

    private final Draft draft;
    private final LssConditions conditions;
    private final LssArrays arrays;

    LssQuestions(Draft draft, LssConditions conditions) {
        this.draft = draft;
        this.conditions = conditions;
        this.arrays = new LssArrays(draft);
    }

    void take(Question question, Group group) {
        if (question.attribute("hidden").equals("1")) {
            draft.note(question.code(), "question", "It is hidden in the file, so nobody is asked. Nothing to do.");
            return;
        }
        switch (question.type()) {
            case "F", "A", "H", "B", "C", "E", "1" -> {
                Condition showIf = arrays.areStatements(question) ? conditions.of(question, group) : null;
                if (showIf == null && conditions.isConditional(question, group) && !arrays.areStatements(question)) {
                    draft.note(
                            question.code(),
                            "condition",
                            "Touchpoints are asked of everybody, and “did not encounter” is always there instead. Nothing to do.");
                }
                arrays.take(question, showIf);
            }
            case "L", "!", "O", "Z", "W" -> list(question, conditions.of(question, group));
            case "Y" ->
                fixed(question, fixedLabels("Y", FixedWords.YES, "N", FixedWords.NO), conditions.of(question, group));
            case "G" ->
                fixed(
                        question,
                        fixedLabels("F", FixedWords.FEMALE, "M", FixedWords.MALE),
                        conditions.of(question, group));
            case "5" -> fivePoints(question, conditions.of(question, group));
            case "M", "P", "R" -> several(question, conditions.of(question, group));
            case "N" -> number(question, question, "", conditions.of(question, group));
            case "D" -> date(question, conditions.of(question, group));
            case "S" -> plain(question, ItemKind.SHORT_TEXT, conditions.of(question, group));
            case "T", "U" -> plain(question, ItemKind.LONG_TEXT, conditions.of(question, group));
            case "Q", "K" -> parts(question, conditions.of(question, group));
            default -> notTaken(question);
        }
    }

    private void notTaken(Question question) {
        Map<String, String> why = Map.of(
                ";", "A table of texts has no like here. Ask for each row in a question of its own.",
                ":", "A table of numbers or ticks has no like here. Ask for each row in a question of its own.",
                "|", "Files are not taken from respondents. Ask for them by mail.",
                "*", "Nothing is computed while answering. Compute it from the exported answers.",
                "X", "Texts without a question are not shown. Put it into the hint of a question.",
                "I", "The language can be changed on every page. Nothing to do.");
        draft.note(
                question.code(),
                "question of type " + Texts.named(question.type()),
                why.getOrDefault(
                        question.type(), "This kind of question is not known. Ask it in another way in the editor."));
    }

    /** A question, by all names that conditions may call it. */
    private @Nullable Variable add(
            Question question,
            Map<String, String> words,
            ItemKind kind,
            Offer offer,
            Map<String, String> choiceKeys,
            @Nullable Condition showIf) {
        return draft.item(
                new Draft.Question(question.code(), kind, words, question.hints(), offer, choiceKeys, showIf));
    }

    private void named(Question question, @Nullable Variable variable) {
        if (variable != null) {
            LssNames.of(question, "").forEach(name -> draft.name(name, variable));
        }
    }

    private void plain(Question question, ItemKind kind, @Nullable Condition showIf) {
        named(question, add(question, question.words(), kind, Offer.nothing(), Map.of(), showIf));
    }

    private void date(Question question, @Nullable Condition showIf) {
        if (question.attribute("date_format").contains("H")) {
            draft.note(question.code(), "time of day", "Only the day is asked. Ask for the time in a text.");
        }
        plain(question, ItemKind.DATE, showIf);
    }

    private void list(Question question, @Nullable Condition showIf) {
        if (question.type().equals("O")) {
            draft.note(
                    question.code(),
                    "comment beside the list",
                    "One question has one answer. Add a text question after it.");
        }
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        question.answers(0).forEach(answer -> labels.put(answer.code(), answer.words()));
        if (!question.other() && Ends.areZeroToTen(labels)) {
            Ends ends = Ends.of(question.code(), labels, draft.texts());
            named(question, add(question, question.words(), ItemKind.ZERO_TO_TEN, ends.offer(), Map.of(), showIf));
            return;
        }
        choice(question, ItemKind.SINGLE, labels, showIf);
    }

    private void choice(
            Question question, ItemKind kind, Map<String, Map<String, String>> labels, @Nullable Condition showIf) {
        Map<String, String> keys = new LinkedHashMap<>();
        List<Choice> choices = draft.choices(question.code(), labels, keys);
        if (choices.size() < 2) {
            draft.note(
                    question.code(),
                    "question",
                    "It offers fewer than two answers. Ask it as yes or no, or as a text, in the editor.");
            return;
        }
        if (question.other()) {
            keys.put(OTHER, Choice.OTHER);
        }
        Variable variable =
                add(question, question.words(), kind, Offer.choices(choices, question.other()), keys, showIf);
        named(question, variable);
        if (variable != null && kind == ItemKind.MULTIPLE) {
            keys.forEach((code, key) -> LssNames.of(question, code.equals(OTHER) ? "other" : code)
                    .forEach(name -> draft.name(name, variable.only(key))));
        }
    }

    private Map<String, Map<String, String>> fixedLabels(
            String first, Map<String, String> firstWords, String second, Map<String, String> secondWords) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        labels.put(first, FixedWords.in(firstWords, draft.texts().languages()));
        labels.put(second, FixedWords.in(secondWords, draft.texts().languages()));
        return labels;
    }

    private void fixed(Question question, Map<String, Map<String, String>> labels, @Nullable Condition showIf) {
        choice(question, ItemKind.SINGLE, labels, showIf);
    }

    /** Five numbers without words: agreement where the question speaks of it on our five points, else five choices. */
    private void fivePoints(Question question, @Nullable Condition showIf) {
        boolean agrees = question.words().values().stream().anyMatch(FixedWords::agrees);
        Map<String, String> points = new LinkedHashMap<>();
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        for (int point = 1; point <= 5; point++) {
            String digit = String.valueOf(point);
            points.put(digit, digit);
            Map<String, String> words = new LinkedHashMap<>();
            draft.texts().languages().forEach(language -> words.put(language, digit));
            labels.put(digit, words);
        }
        if (agrees && draft.takesScale(5)) {
            named(question, add(question, question.words(), ItemKind.AGREEMENT, Offer.nothing(), points, showIf));
        } else {
            draft.note(
                    question.code(),
                    "five points without words",
                    "It is asked as a choice from 1 to 5. Give the choices words in the editor.");
            choice(question, ItemKind.SINGLE, labels, showIf);
        }
    }

    private void several(Question question, @Nullable Condition showIf) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        if (question.type().equals("R")) {
            draft.note(question.code(), "order of the answers", "Ranking has no like here; it is asked which apply.");
            List<Answer> answers = question.answers(0);
            answers.forEach(answer -> labels.put(answer.code(), answer.words()));
        }
        if (labels.isEmpty()) {
            question.parts(0).forEach(part -> labels.put(part.code(), part.words()));
        }
        if (question.type().equals("P")) {
            draft.note(
                    question.code(),
                    "comments beside the answers",
                    "One question has one answer. Add a text question after it.");
        }
        choice(question, ItemKind.MULTIPLE, labels, showIf);
    }

    private void number(Question question, Question settings, String suffix, @Nullable Condition showIf) {
        Integer low = limit(settings, "min_num_value_n", 0);
        Integer high = limit(settings, "max_num_value_n", MOST_NUMBER);
        if (low == null || high == null || low >= high) {
            draft.note(
                    question.code(),
                    "limits of the number",
                    "They are no fixed whole numbers. Set them in the editor.");
            low = 0;
            high = MOST_NUMBER;
        }
        if (!settings.attribute("num_value_int_only").equals("1")) {
            draft.note(question.code(), "decimals", "Whole numbers are asked. Ask for a smaller unit if parts matter.");
        }
        Variable variable = add(question, question.words(), ItemKind.NUMBER, Offer.range(low, high), Map.of(), showIf);
        if (variable != null) {
            LssNames.of(question, suffix).forEach(name -> draft.name(name, variable));
        }
    }

    private static @Nullable Integer limit(Question question, String name, int otherwise) {
        String text = question.attribute(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    /** Several fields in one question become a question each. */
    private void parts(Question question, @Nullable Condition showIf) {
        List<String> codes = new ArrayList<>();
        for (Question part : question.parts(0)) {
            Question whole = LssNames.part(question, part);
            codes.add(whole.code());
            if (question.type().equals("K")) {
                number(whole, question, "", showIf);
            } else {
                plain(whole, ItemKind.SHORT_TEXT, showIf);
            }
        }
        if (codes.isEmpty()) {
            draft.note(question.code(), "question", "It has no fields. Add them in LimeSurvey and export again.");
        } else {
            draft.note(
                    question.code(),
                    "several fields in one question",
                    "They were taken as %d questions: %s."
                            .formatted(codes.size(), Texts.named(String.join(", ", codes))));
        }
    }
}
