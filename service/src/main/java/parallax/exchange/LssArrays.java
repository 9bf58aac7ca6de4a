package parallax.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.exchange.LssSurvey.Answer;
import parallax.exchange.LssSurvey.Question;
import parallax.questionnaire.Condition;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Offer;

/** Takes LimeSurvey's arrays: ratings of touchpoints, or statements one agrees with. */
final class LssArrays {

    private static final Map<String, Integer> FIXED_POINTS = Map.of("A", 5, "B", 10, "C", 3, "E", 3);

    private final Draft draft;

    LssArrays(Draft draft) {
        this.draft = draft;
    }

    /** Whether an array asks how far one agrees, so that its rows are statements. */
    boolean areStatements(Question question) {
        List<Answer> points = points(question, 0);
        return !question.type().equals("1")
                && points.size() >= 2
                && agrees(points.get(0))
                && agrees(points.get(points.size() - 1));
    }

    private static boolean agrees(Answer answer) {
        return answer.words().values().stream().anyMatch(FixedWords::agrees);
    }

    /** Answers that are points of the scale, without "don't know" and the like. */
    private static List<Answer> points(Question question, int scale) {
        return question.answers(scale).stream()
                .filter(answer -> answer.words().values().stream().noneMatch(FixedWords::cannotTell))
                .toList();
    }

    void take(Question question, @Nullable Condition showIf) {
        int points =
                FIXED_POINTS.getOrDefault(question.type(), points(question, 0).size());
        boolean dual = question.type().equals("1");
        if (dual && points(question, 1).size() != points) {
            draft.note(
                    question.code(),
                    "array with two scales",
                    "Its scales have %d and %d points; both must have 5, or both 7. Change them and take the file again."
                            .formatted(points, points(question, 1).size()));
            return;
        }
        if (!draft.takesScale(points)) {
            draft.note(
                    question.code(),
                    "array of %d rows".formatted(question.parts(0).size()),
                    draft.scalePoints() == 0 || (points != 5 && points != 7)
                            ? "Its scale has %d points, and scales here have 5 or 7. Change it, or ask its rows as choices in the editor."
                                    .formatted(points)
                            : "Its scale has %d points, the first of the file %d, and one questionnaire has one scale. Ask it on that scale in the editor."
                                    .formatted(points, draft.scalePoints()));
            return;
        }
        words(question);
        if (areStatements(question)) {
            statements(question, showIf);
        } else {
            touchpoints(question, dual);
        }
    }

    /** The words of the scale are ours. */
    private void words(Question question) {
        List<String> words = new ArrayList<>();
        question.answers()
                .forEach(answer -> words.add(answer.words().values().stream()
                        .findFirst()
                        .map(text -> PlainText.of(text).text())
                        .orElse(answer.code())));
        if (!words.isEmpty()) {
            draft.note(
                    question.code(),
                    "words of the scale: " + Texts.named(String.join(" / ", words)),
                    "All forms word their scales alike, from low to high, and always offer a way out. Compare them in the preview.");
        }
    }

    private void touchpoints(Question question, boolean dual) {
        draft.note(
                question.code(),
                "question above the rows: "
                        + Texts.named(question.words().values().stream()
                                .findFirst()
                                .map(text -> PlainText.of(text).text())
                                .orElse("")),
                "Each touchpoint is asked in a question of its own, for experience and importance. Reword it in the editor if needed.");
        if (question.hints().values().stream().anyMatch(hint -> !hint.isBlank())) {
            draft.note(question.code(), "help text", "Touchpoints have a hint each. Write it in the editor.");
        }
        if (dual) {
            measures(question);
        }
        for (Question part : question.parts(0)) {
            String where = question.code() + "_" + part.code();
            List<String> names = new ArrayList<>(LssNames.of(question, part.code()));
            if (dual) {
                names.add(where + "_0");
                names.add(where + "_1");
                LssNames.of(question, part.code()).forEach(name -> {
                    names.add(name + "#0");
                    names.add(name + "#1");
                });
            }
            draft.touchpoint(where, "", halves(where, part), names);
        }
    }

    /** A row of a semantic differential has words at both ends, parted by a bar; its name is what stands first. */
    private Map<String, String> halves(String where, Question part) {
        Map<String, String> names = new LinkedHashMap<>();
        part.words().forEach((language, text) -> {
            int bar = text.indexOf('|');
            names.put(language, bar < 0 ? text : text.substring(0, bar));
            if (bar >= 0 && !text.substring(bar + 1).isBlank()) {
                draft.note(
                        where,
                        "words at the other end: " + Texts.named(text.substring(bar + 1)),
                        "A touchpoint has one name, and the scale its own words. Rename it in the editor if needed.");
            }
        });
        return names;
    }

    private void measures(Question question) {
        String first = header(question, "dualscale_headerA");
        String second = header(question, "dualscale_headerB");
        boolean swapped = FixedWords.isImportance(first) && !FixedWords.isImportance(second);
        draft.remark("%s: the first scale%s is taken as %s, the second%s as %s."
                .formatted(
                        question.code(),
                        first.isEmpty() ? "" : " (“" + Texts.named(first) + "”)",
                        swapped ? "importance" : "experience",
                        second.isEmpty() ? "" : " (“" + Texts.named(second) + "”)",
                        swapped ? "experience" : "importance"));
    }

    private static String header(Question question, String name) {
        return question.spoken().getOrDefault(name, Map.of()).values().stream()
                .findFirst()
                .map(text -> PlainText.of(text).text())
                .orElse(question.attribute(name));
    }

    private void statements(Question question, @Nullable Condition showIf) {
        Map<String, String> pointsOfCodes = new LinkedHashMap<>();
        List<Answer> points = points(question, 0);
        // read from the low end, whichever end the file starts with
        boolean highFirst = points.get(0).words().values().stream().noneMatch(FixedWords::disagrees);
        for (int i = 0; i < points.size(); i++) {
            pointsOfCodes.put(points.get(i).code(), String.valueOf(highFirst ? points.size() - i : i + 1));
        }
        for (Question part : question.parts(0)) {
            Variable variable = draft.item(new Draft.Question(
                    question.code() + "_" + part.code(),
                    ItemKind.AGREEMENT,
                    part.words(),
                    question.hints(),
                    Offer.nothing(),
                    pointsOfCodes,
                    showIf));
            if (variable != null) {
                LssNames.of(question, part.code()).forEach(name -> draft.name(name, variable));
            }
        }
        draft.note(
                question.code(),
                "question above the statements: "
                        + Texts.named(question.words().values().stream()
                                .findFirst()
                                .map(text -> PlainText.of(text).text())
                                .orElse("")),
                "Each statement is asked by itself, with how far one agrees. Add what is missing to the statements in the editor.");
    }
}
