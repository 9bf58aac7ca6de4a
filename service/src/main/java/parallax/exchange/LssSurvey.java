package parallax.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A LimeSurvey survey put together from its tables, whichever of the two layouts they have. */
final class LssSurvey {

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private final Map<String, String> tags;

    private LssSurvey(Map<String, String> tags) {
        this.tags = tags;
    }

    /** A page. */
    record Group(
            String id, int order, String relevance, Map<String, String> titles, Map<String, String> descriptions) {}

    /**
     * A question, or a part of one.
     *
     * @param attributes name to value, those without language
     * @param spoken name to language to value
     */
    record Question(
            String id,
            String parent,
            String group,
            String type,
            String code,
            boolean other,
            String mandatory,
            int order,
            int scale,
            String relevance,
            Map<String, String> words,
            Map<String, String> hints,
            Map<String, String> attributes,
            Map<String, Map<String, String>> spoken,
            List<Answer> answers,
            List<Question> parts) {

        /** Parts of a scale, in their order. */
        List<Question> parts(int wanted) {
            return parts.stream().filter(part -> part.scale() == wanted).toList();
        }

        /** Answers of a scale, in their order. */
        List<Answer> answers(int wanted) {
            return answers.stream().filter(answer -> answer.scale() == wanted).toList();
        }

        String attribute(String name) {
            return attributes.getOrDefault(name, "").strip();
        }
    }

    /** An answer that is offered. */
    record Answer(String code, int order, int scale, Map<String, String> words) {}

    /** @param tags language of the file to language here, for those that are taken */
    static LssSurvey of(LssFile file, Map<String, String> tags) {
        LssSurvey survey = new LssSurvey(tags);
        survey.readGroups(file);
        survey.readQuestions(file.rows("questions"));
        survey.readQuestions(file.rows("subquestions"));
        survey.readWords(file);
        survey.readAnswers(file);
        survey.readAttributes(file);
        survey.putTogether();
        return survey;
    }

    private void readGroups(LssFile file) {
        Map<String, Group> known = new LinkedHashMap<>();
        for (Map<String, String> row : file.rows("groups")) {
            String id = field(row, "gid");
            known.computeIfAbsent(
                            id,
                            any -> new Group(
                                    id,
                                    number(row, "group_order"),
                                    field(row, "grelevance"),
                                    new LinkedHashMap<>(),
                                    new LinkedHashMap<>()))
                    .titles()
                    .putAll(spoken(row, "group_name"));
            known.get(id).descriptions().putAll(spoken(row, "description"));
        }
        for (Map<String, String> row : file.rows("group_l10ns")) {
            Group group = known.get(field(row, "gid"));
            if (group != null) {
                group.titles().putAll(spoken(row, "group_name"));
                group.descriptions().putAll(spoken(row, "description"));
            }
        }
        groups.addAll(known.values());
        groups.sort(Comparator.comparingInt(Group::order));
    }

    private void readQuestions(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            Question question = questions.computeIfAbsent(field(row, "qid"), id -> question(id, row));
            question.words().putAll(spoken(row, "question"));
            question.hints().putAll(spoken(row, "help"));
        }
    }

    private static Question question(String id, Map<String, String> row) {
        String parent = field(row, "parent_qid");
        return new Question(
                id,
                parent.isEmpty() ? "0" : parent,
                field(row, "gid"),
                field(row, "type"),
                field(row, "title"),
                field(row, "other").equals("Y"),
                field(row, "mandatory"),
                number(row, "question_order"),
                number(row, "scale_id"),
                field(row, "relevance"),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private void readWords(LssFile file) {
        for (Map<String, String> row : file.rows("question_l10ns")) {
            Question question = questions.get(field(row, "qid"));
            if (question != null) {
                question.words().putAll(spoken(row, "question"));
                question.hints().putAll(spoken(row, "help"));
            }
        }
    }

    private void readAnswers(LssFile file) {
        Map<String, Answer> byId = new HashMap<>();
        Map<String, Answer> byPlace = new HashMap<>();
        for (Map<String, String> row : file.rows("answers")) {
            Question question = questions.get(field(row, "qid"));
            if (question == null) {
                continue;
            }
            String code = field(row, "code");
            int scale = number(row, "scale_id");
            // in the older layout each language has its own row
            String place = question.id() + " " + scale + " " + code;
            Answer answer = byPlace.get(place);
            if (answer == null) {
                answer = new Answer(code, number(row, "sortorder"), scale, new LinkedHashMap<>());
                question.answers().add(answer);
                byPlace.put(place, answer);
            }
            answer.words().putAll(spoken(row, "answer"));
            byId.put(field(row, "aid"), answer);
        }
        for (Map<String, String> row : file.rows("answer_l10ns")) {
            Answer answer = byId.get(field(row, "aid"));
            if (answer != null) {
                answer.words().putAll(spoken(row, "answer"));
            }
        }
    }

    private void readAttributes(LssFile file) {
        for (Map<String, String> row : file.rows("question_attributes")) {
            Question question = questions.get(field(row, "qid"));
            String value = row.getOrDefault("value", "");
            if (question != null && !value.isBlank()) {
                String name = field(row, "attribute");
                String language = field(row, "language");
                if (language.isEmpty()) {
                    question.attributes().put(name, value);
                } else if (tags.containsKey(language)) {
                    question.spoken()
                            .computeIfAbsent(name, any -> new LinkedHashMap<>())
                            .put(tags.get(language), value);
                }
            }
        }
    }

    private void putTogether() {
        for (Question question : questions.values()) {
            Question parent = questions.get(question.parent());
            if (parent != null && parent != question) {
                parent.parts().add(question);
            }
            question.answers().sort(Comparator.comparingInt(Answer::order));
        }
        for (Question question : questions.values()) {
            question.parts().sort(Comparator.comparingInt(Question::order));
        }
    }

    /** Pages in their order. */
    List<Group> groups() {
        return groups;
    }

    /** Whole questions of a page, in their order. */
    List<Question> questions(Group group) {
        return questions.values().stream()
                .filter(question ->
                        question.parent().equals("0") && question.group().equals(group.id()))
                .sorted(Comparator.comparingInt(Question::order))
                .toList();
    }

    /** Whole questions that stand on no page. */
    List<Question> strays() {
        return questions.values().stream()
                .filter(question -> question.parent().equals("0"))
                .filter(question ->
                        groups.stream().noneMatch(group -> group.id().equals(question.group())))
                .toList();
    }

    private Map<String, String> spoken(Map<String, String> row, String field) {
        String text = row.get(field);
        String language = tags.get(field(row, "language"));
        return text == null || language == null ? Map.of() : Map.of(language, text);
    }

    private static String field(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }

    private static int number(Map<String, String> row, String name) {
        String text = field(row, name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
